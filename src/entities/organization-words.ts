// The words that names of organizations are made of, folded and in one orthography.

/** British and shortened words in the spelling that names are compared in. */
export const ORTHOGRAPHY: Readonly<Record<string, string>> = {
  defence: "defense",
  labour: "labor",
  centre: "center",
  theatre: "theater",
  programme: "program",
  organisation: "organization",
  dept: "department",
  univ: "university",
  govt: "government",
  natl: "national",
  intl: "international",
  assn: "association",
  assoc: "association",
  inst: "institute",
  min: "ministry",
  comm: "commission",
  cmte: "committee",
  fed: "federal",
  st: "saint",
  "&": "and",
  bros: "brothers",
  mfg: "manufacturing",
  un: "united nations",
};

/** Legal forms behind a company's name. */
export const LEGAL: ReadonlySet<string> = new Set(
  `inc incorporated corp corporation co company companies ltd limited llc llp lp plc ag sa nv bv gmbh kg kgaa ab as asa oy oyj oao ooo pao zao pjsc
  jsc ojsc spa srl sl kk pty pte bhd sdn tbk pt kft rt zrt nyrt doo ad cos`
    .trim()
    .split(/\s+/u),
);
/** Letters before or behind a club's name. */
export const CLUB: ReadonlySet<string> = new Set(
  "fc afc ac as sc cf fk bk if sv vfl vfb tsv ssc ss rc cd ud sd rcd club".split(" "),
);

/** Bodies that are known by their letters everywhere, and what the letters stand for. */
export const KNOWN: ReadonlyMap<string, string> = new Map<string, string>(
  `un=united nations|eu=european union|nato=north atlantic treaty organization|who=world health organization|wto=world trade organization|
imf=international monetary fund|iaea=international atomic energy agency|asean=association of southeast asian nations|opec=organization of petroleum exporting countries|
osce=organization for security and cooperation in europe|icc=international criminal court|icj=international court of justice|icrc=international committee of red cross|
unesco=united nations educational scientific and cultural organization|unicef=united nations childrens fund|unhcr=united nations high commissioner for refugees|
fbi=federal bureau of investigation|cia=central intelligence agency|nsa=national security agency|nasa=national aeronautics and space administration|
fda=food and drug administration|epa=environmental protection agency|sec=securities and exchange commission|fed=federal reserve|
bbc=british broadcasting corporation|cnn=cable news network|abc=american broadcasting|nbc=national broadcasting|
ap=associated press|afp=agence france presse|upi=united press international|kcna=korean central news agency|pla=peoples liberation army|
idf=israel defense forces|plo=palestine liberation organization|ira=irish republican army|eta=euskadi ta askatasuna|pkk=kurdistan workers party|
irgc=islamic revolutionary guard corps|oas=organization of american states|au=african union|ecowas=economic community of west african states|
oecd=organization for economic cooperation and development|adb=asian development bank|ecb=european central bank|fifa=federation internationale de football association|
uefa=union of european football associations|ioc=international olympic committee|nba=national basketball association|nfl=national football league|
nhl=national hockey league|mlb=major league baseball|fsb=federal security service|kgb=committee for state security|tass=itar tass`
    .replace(/\n/gu, "")
    .split("|")
    .map((pair) => pair.split("=") as [string, string]),
);

/** True for bodies that everyone knows by their letters, written either way: no longer name is meant by them. */
export const isKnownBody = (core: readonly string[]): boolean => LONG_FORMS.has(core.join(" "));
const LONG_FORMS = new Set(KNOWN.values());

/** Bodies that most countries have and call the same. */
export const EVERYWHERE: ReadonlySet<string> = new Set(
  `government|parliament|congress|cabinet|senate|house|army|navy|air force|police|state|crown|treasury|presidency|national assembly|
house of representatives|house of commons|house of lords|lower house|upper house|general assembly|supreme court|high court|constitutional court|
court of appeal|court of appeals|supreme court of appeal|federal court|district court|central bank|environmental protection agency|food and drug administration|anti corruption commission|civil aviation authority|revenue authority|national police agency|national weather service|meteorological department|national electoral commission|national bank|reserve bank|state bank|
election commission|electoral commission|national electoral council|human rights commission|civil service commission|national security council|
security cabinet|state council|council of ministers|central committee|politburo|armed forces|defense forces|defense force|coast guard|border guard|
national guard|national police|federal police|police force|royal air force|red cross|red crescent|chamber of commerce|stock exchange|
democratic party|labor party|communist party|socialist party|social democratic party|liberal party|conservative party|national party|green party|greens|
republican party|peoples party|opposition|ruling party|football association|national team|public prosecutor|attorney generals office|prime ministers office|
presidents office|university|national university|state television|state media`
    .replace(/\n/gu, "")
    .split("|"),
);

/** Ministries of the one country that calls them so. */
export const AMERICAN: ReadonlySet<string> = new Set(
  "state justice commerce treasury defense interior labor energy transportation agriculture education homeland-security"
    .split(" ")
    .map((field) => `${field.replace("-", " ")} department`),
);

/** Words that acronyms may leave out. */
export const SMALL: ReadonlySet<string> = new Set(
  "of for and the in on to de la le des du da do di del y et und der die das von a an".split(" "),
);

const GENERIC = new Set(
  `agency administration academy alliance army assembly association authority bank board bureau center central college commission committee company conference
  confederation congress corporation council court democratic department directorate east economic electric enterprise executive federal federation
  financial first force forces foreign foundation front fund general global government group groups holding holdings house industries industry institute
  institution insurance international investment joint league liberal limited ministry mission movement national new news newspaper north northern
  office organization party partners people peoples police political post press public radical red radio research royal school security senate service services
  social society south southern staff state states supreme syndicate system systems television tv times trust union united university us
  west western work workers world american british chinese russian european african asian arab commerce daily energy airlines airways bancorp bancshares
  republican church cabinet navy labor conservative green communist socialist islamic christian popular progressive revolutionary and of the for in on to`
    .trim()
    .split(/\s+/u),
);

/** A word that many organizations have in their names: alone it stands for none of them. */
export const isGenericWord = (word: string): boolean => GENERIC.has(word);

// What a name may lack in its short form: "Tencent" for "Tencent Holdings", but "Interpol" isn't "Interpol Bureau".
const DESCRIPTIVE = new Set(
  `group groups holding holdings party news agency newspaper magazine daily times post university college bank bancorp bancshares corporation company
  technologies technology electronics motors motor industries industry international global services systems foundation energy airlines airways
  aviation media entertainment pharmaceuticals pharma insurance financial capital partners enterprises resources mines mining oil gas steel chemical
  chemicals foods brewery breweries press television radio pictures records stores labs limited of`
    .trim()
    .split(/\s+/u),
);

/** A word that says what kind of body it is, and may be left out. */
export const isDescriptive = (word: string): boolean => DESCRIPTIVE.has(word);

// Heads that stand for the whole name once it has been said: "the Assembly", "the Fund".
const HEADS = new Set(
  "assembly commission council fund center college university board ministry department authority foundation institute agency academy senate labor conservative liberal democratic republican green".split(
    " ",
  ),
);

/** True for a head, or the adjective of a party, that alone may stand for the only name in the text that has it. */
export const isHeadAlone = (core: readonly string[]): boolean => core.length === 1 && HEADS.has(core[0]!);
