import { remembering } from "../remembering.ts";
import { countryNamed } from "./countries.ts";
import { bareName } from "./names.ts";

// Places that have two current names, or an old and a new one. The first name of a row stands for all.
const ALIASES = new Map<string, string>(
  `new york city|new york|nyc;washington|washington dc|washington d c|district of columbia;los angeles|la;beijing|peking;kyiv|kiev;odesa|odessa;kharkiv|kharkov;
lviv|lvov;mykolaiv|nikolaev;dnipro|dnepropetrovsk|dnipropetrovsk;zaporizhzhia|zaporozhye|zaporizhia;luhansk|lugansk;chornobyl|chernobyl;
st petersburg|saint petersburg|leningrad;mumbai|bombay;kolkata|calcutta;chennai|madras;bengaluru|bangalore;yangon|rangoon;
ho chi minh city|saigon|hcmc;jakarta|djakarta;astana|nur-sultan|nursultan;tehran|teheran;baghdad|bagdad;mecca|makkah;medina|madinah;jeddah|jiddah;
aleppo|halab;basra|basrah;mosul|mossul;tripoli|tarabulus;benghazi|bengasi;khartoum|khartum;mogadishu|mogadiscio;addis ababa|addis abeba;
bucharest|bucuresti;belgrade|beograd;warsaw|warszawa;prague|praha;vienna|wien;munich|muenchen|munchen;cologne|koeln|koln;brussels|bruxelles;antwerp|antwerpen;
ghent|gent;the hague|hague|den haag;geneva|geneve|genf;zurich|zuerich;lisbon|lisboa;seville|sevilla;florence|firenze;venice|venezia;milan|milano;turin|torino;
naples|napoli;genoa|genova;athens|athina;thessaloniki|salonika|salonica;istanbul|constantinople;copenhagen|kobenhavn;gothenburg|goteborg;helsinki|helsingfors;
tashkent|toshkent;bishkek|frunze;almaty|alma-ata;chisinau|kishinev;vilnius|vilna;guangzhou|canton;nanjing|nanking;tianjin|tientsin;chongqing|chungking;
xian|xi an|sian;pyongyang|pyong yang|phyongyang;seoul|soul;busan|pusan;incheon|inchon;daegu|taegu;daejeon|taejon;gwangju|kwangju;gyeonggi|kyonggi;jeju|cheju;
kaesong|gaesong;panmunjom|panmunjeom;hanoi|ha noi;danang|da nang;taipei|taibei;kaohsiung|gaoxiong;kathmandu|katmandu;dhaka|dacca;chittagong|chattogram;
cape town|kaapstad;pretoria|tshwane;rio de janeiro|rio;mexico city|ciudad de mexico;west bank|judea and samaria;gaza|gaza strip;
persian gulf|arabian gulf;east sea|sea of japan;dokdo|takeshima|liancourt rocks;senkaku|diaoyu|senkaku islands|diaoyu islands;falkland islands|falklands|malvinas;
crimea|crimean peninsula;donbas|donbass;sakhalin|saghalien;kuril islands|kurils|kuriles;antarctica|antarctic;
alabama|ala;arizona|ariz;arkansas|ark;california|calif;colorado|colo;connecticut|conn;delaware|del;florida|fla;illinois|ill;indiana|ind;kansas|kan;
kentucky|ky;louisiana|la state;maryland|md;massachusetts|mass;michigan|mich;minnesota|minn;mississippi|miss;missouri|mo;montana|mont;nebraska|neb;
nevada|nev;new hampshire|nh;new jersey|nj;new mexico|nm;north carolina|nc;north dakota|nd;oklahoma|okla;oregon|ore;pennsylvania|pa|penn;rhode island|ri;
south carolina|sc;south dakota|sd;tennessee|tenn;texas|tex;vermont|vt;virginia|va;west virginia|wva|w va;wisconsin|wis;wyoming|wyo;british columbia|bc;
new south wales|nsw`
    .replace(/\n/gu, "")
    .split(";")
    .flatMap((row) => row.split("|").map((name, _, all) => [name, all[0]!] as const)),
);

const EXPANDED: Readonly<Record<string, string>> = {
  st: "saint",
  ste: "sainte",
  mt: "mount",
  ft: "fort",
  n: "north",
  s: "south",
  e: "east",
  w: "west",
  is: "islands",
  intl: "international",
  spaceport: "cosmodrome",
  centre: "center",
  harbour: "harbor",
};

/** One key for the spellings of a place: "U.S." and "United States", "St. Louis" and "St Louis", "N. Korea" and "North Korea". */
export const placeKey = remembering((text: string): string => {
  const name = bareName(text);
  const tight = name.replace(/(?<=\b\p{L})\.\s?(?=\p{L}\b)/gu, "").replace(/\./gu, "");
  const country = countryNamed(tight);
  if (country) return country;
  const known = ALIASES.get(tight) ?? ALIASES.get(tight.replace(/^saint /u, "st "));
  if (known) return known;
  const words = tight.split(/[\s-]+/u).map((word, _, all) => (all.length > 1 ? (EXPANDED[word] ?? word) : word));
  const key = words
    .join(" ")
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .trim();
  return countryNamed(key) ?? ALIASES.get(key) ?? (key || name);
});

/** The key of a town named with its state or country ("Rochester, New Hampshire") without them, or null. */
export function townKey(text: string): string | null {
  const comma = text.indexOf(",");
  return comma > 0 ? placeKey(text.slice(0, comma)) : null;
}

const DIRECTION = /^(?:north|south|east|west|northern|southern|eastern|western)$/u;

/** "North" of "North Korea": the direction that a place name begins with, where it is a country's, or null. */
export function directionOf(key: string): string | null {
  const [first, ...others] = key.split(" ");
  return others.length > 0 && DIRECTION.test(first!) && countryNamed(key) === key ? first! : null;
}

export const isDirection = (key: string): boolean => DIRECTION.test(key);
