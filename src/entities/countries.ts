// Countries and parts of countries: name | other names | adjectives and inhabitants. All folded, without dots.
// Dotted, spaced and capital forms are folded to these before they are looked up.
const ROWS = `
afghanistan||afghan
albania||albanian
algeria||algerian
andorra||andorran
angola||angolan
argentina|argentine republic|argentine;argentinian;argentinean
armenia||armenian
australia|commonwealth of australia|australian;aussie
austria||austrian
azerbaijan||azerbaijani;azeri
bahamas||bahamian
bahrain||bahraini
bangladesh||bangladeshi
barbados||barbadian;bajan
belarus|belorus;byelorussia;belorussia|belarusian;belarussian;belorussian
belgium||belgian
belize||belizean
benin||beninese
bhutan||bhutanese
bolivia|plurinational state of bolivia|bolivian
bosnia and herzegovina|bosnia;bosnia-herzegovina;bosnia & herzegovina|bosnian
botswana||botswanan
brazil|brasil|brazilian
brunei|brunei darussalam|bruneian
bulgaria||bulgarian
burkina faso||burkinabe
burundi||burundian
cambodia|kampuchea|cambodian;khmer
cameroon|cameroun|cameroonian
canada||canadian
cape verde|cabo verde|cape verdean
central african republic||central african
chad||chadian
chile||chilean
china|prc;peoples republic of china;mainland china|chinese
colombia||colombian
comoros||comorian
democratic republic of the congo|drc;dr congo;democratic republic of congo;congo-kinshasa;zaire|congolese
republic of the congo|congo-brazzaville;republic of congo|
costa rica||costa rican
croatia||croatian;croat
cuba||cuban
cyprus||cypriot
czech republic|czechia|czech
denmark||danish;dane
djibouti||djiboutian
dominican republic||dominican
east timor|timor-leste|timorese
ecuador||ecuadorian;ecuadorean
egypt|arab republic of egypt|egyptian
el salvador||salvadoran;salvadorean
equatorial guinea||
eritrea||eritrean
estonia||estonian
eswatini|swaziland|swazi
ethiopia||ethiopian
fiji||fijian
finland||finnish;finn
france||french;frenchman
gabon||gabonese
gambia||gambian
georgia||georgian
germany|federal republic of germany|german
ghana||ghanaian
greece|hellenic republic|greek
grenada||grenadian
guatemala||guatemalan
guinea||guinean
guinea-bissau||
guyana||guyanese
haiti||haitian
honduras||honduran
hong kong|hongkong;hksar|hong konger;hongkonger
hungary||hungarian
iceland||icelandic;icelander
india||indian
indonesia||indonesian
iran|islamic republic of iran|iranian
iraq||iraqi
ireland|irish republic;republic of ireland|irish
israel||israeli
italy||italian
ivory coast|cote divoire;cote d'ivoire|ivorian
jamaica||jamaican
japan||japanese
jordan|hashemite kingdom of jordan|jordanian
kazakhstan|kazakstan|kazakh;kazakhstani
kenya||kenyan
kosovo|kosova|kosovar;kosovan
kuwait||kuwaiti
kyrgyzstan|kyrgyz republic;kirghizia;kirgizstan|kyrgyz
laos|lao pdr;lao peoples democratic republic|laotian;lao
latvia||latvian
lebanon||lebanese
lesotho||
liberia||liberian
libya||libyan
liechtenstein||
lithuania||lithuanian
luxembourg|luxemburg|
macau|macao|macanese
madagascar||malagasy
malawi||malawian
malaysia||malaysian
maldives||maldivian
mali||malian
malta||maltese
mauritania||mauritanian
mauritius||mauritian
mexico|united mexican states|mexican
micronesia||micronesian
moldova|moldavia|moldovan
monaco||monegasque
mongolia||mongolian
montenegro||montenegrin
morocco||moroccan
mozambique||mozambican
myanmar|burma|burmese
namibia||namibian
nauru||nauruan
nepal||nepalese;nepali
netherlands|holland|dutch;dutchman
new zealand|nz|new zealander;kiwi
nicaragua||nicaraguan
niger||nigerien
nigeria||nigerian
north korea|dprk;democratic peoples republic of korea;n korea;nk;nkorea|north korean;n korean
north macedonia|macedonia;fyr macedonia|macedonian
norway||norwegian
oman||omani
pakistan||pakistani
palau||palauan
palestine|state of palestine;palestinian territories|palestinian
panama||panamanian
papua new guinea|png|papua new guinean
paraguay||paraguayan
peru||peruvian
philippines|republic of the philippines;phl|filipino;philippine
poland||polish;pole
portugal||portuguese
qatar||qatari
romania|rumania;roumania|romanian
russia|russian federation;rf|russian
rwanda||rwandan
samoa||samoan
saudi arabia|ksa;kingdom of saudi arabia|saudi;saudi arabian
senegal||senegalese
serbia||serbian;serb
seychelles||
sierra leone||sierra leonean
singapore||singaporean
slovakia|slovak republic|slovak;slovakian
slovenia||slovenian;slovene
somalia||somali
south africa|rsa;s africa;safrica|south african;s african
south korea|rok;republic of korea;s korea;skorea|south korean;s korean
south sudan||south sudanese
soviet union|ussr;union of soviet socialist republics|soviet
spain||spanish;spaniard
sri lanka|ceylon|sri lankan
sudan||sudanese
suriname|surinam|surinamese
sweden||swedish;swede
switzerland||swiss
syria|syrian arab republic|syrian
taiwan|republic of china;chinese taipei|taiwanese
tajikistan|tadzhikistan|tajik
tanzania||tanzanian
thailand||thai
togo||togolese
tonga||tongan
trinidad and tobago|trinidad & tobago|trinidadian
tunisia||tunisian
turkey|turkiye;republic of turkiye|turkish;turk
turkmenistan||turkmen
uganda||ugandan
ukraine||ukrainian
united arab emirates|uae;emirates|emirati
united kingdom|uk;britain;great britain;united kingdom of great britain and northern ireland|british;briton
england||english
scotland||scottish;scot
wales||welsh
northern ireland|n ireland|northern irish
united states|us;usa;united states of america;america|american;us
uruguay||uruguayan
uzbekistan||uzbek
vanuatu||
vatican|vatican city;holy see|
venezuela|bolivarian republic of venezuela|venezuelan
vietnam|viet nam;socialist republic of vietnam|vietnamese
yemen||yemeni
zambia||zambian
zimbabwe||zimbabwean
yugoslavia||yugoslav
european union|eu|european
korea||korean
west indies|w indies|west indian
greenland||greenlandic;greenlander
puerto rico||puerto rican
bermuda||bermudian
`;

const NAMES = new Map<string, string>();
const ADJECTIVES = new Map<string, string>();
for (const row of ROWS.trim().split("\n")) {
  const [name, others, people] = row.split("|");
  NAMES.set(name!, name!);
  for (const other of others!.split(";")) if (other) NAMES.set(other, name!);
  for (const adjective of people!.split(";")) if (adjective) ADJECTIVES.set(adjective, name!);
}

const plain = (words: string) =>
  /^the |['.]/u.test(words) ? words.replace(/^the /u, "").replace(/['.]/gu, "") : words;

/** The country that a folded name stands for ("dprk", "united states of america"), or undefined. */
export function countryNamed(words: string): string | undefined {
  const name = plain(words);
  return NAMES.get(name) ?? NAMES.get(name.replace(/^(?:republic|kingdom|state|commonwealth) of (?:the )?/u, ""));
}

/** The country of an adjective or its people ("russian", "south koreans"), or undefined. */
export function countryOf(words: string): string | undefined {
  const name = plain(words);
  return ADJECTIVES.get(name) ?? (name.endsWith("s") ? ADJECTIVES.get(name.slice(0, -1)) : undefined);
}
