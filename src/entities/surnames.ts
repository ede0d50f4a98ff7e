// Where the family name stands first. Surnames and the syllables of given names, in common romanizations.

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/u));

const KOREAN = words(`
kim lee yi ri rhee rhie park pak bak choi choe jung jeong chung chong cho jo joe kang gang yoon yun youn jang chang lim im rim
han oh o seo suh so shin sin sinn kwon gwon hwang ahn an song yoo yu ryu you hong jeon jun chon chun go ko koh moon mun yang ryang bae pae
baek paek paik cha joo ju chu woo wu u gu ku koo na ra no noh roh roe min nam ryom yeom yom hyon hyun kwak gwak sung seong song
huh heo ho hur jin chin ji chi um eom om won pyon byun tak do to ri ryo ban bang pang pong bong thae tae paeng myung myong
maeng mo so sok seok son sohn cheon chae wi hwangbo namgung sonu
`);

const CHINESE = words(`
wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang xu deng han feng cao peng
zeng xiao tian dong yuan pan yu jiang cai yu du ye cheng su wei lu ding ren shen yao lu jiang cui zhong tan lu fan jin shi jia xia wei
fu fang zou xiong bai meng qin qiu hou jiang yin xue yan lei long shi tao he gu mao hao gong shao wan qian dai mo kong xiang chang xi
bo hua hong bi geng ni nie you zhuang chai qu ruan lan mei mu ou pu qi rao sha shan shang shu si tong wen weng xing xuan yi zang
zhan zhai zu zuo ouyang sima zhuge chan chow cheung chiang chou hsu hsieh hsiao kuo lai lam lau leung lui ng tsai tsang tsao tseng tso tsui
so ma wong yip yuen kwok kwan ho chu chung fung hui ip kan lo mok ngai poon pang siu tam to tse yau yeung lien soong
`);

const VIETNAMESE = words(`
nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh doan lam mai truong trinh dao ha cao luong luu ta to vuong quach thai to thach
`);

const HUNGARIAN_GIVEN = words(`
viktor peter janos istvan laszlo jozsef zoltan sandor ferenc gabor attila tamas tibor andras csaba imre lajos gyorgy balazs gyula mihaly karoly
robert bela daniel zsolt roland krisztian akos miklos kalman levente gergely judit katalin eva maria erzsebet ilona krisztina agnes
`);

// Consonant? vowels consonant?: what one syllable of such a given name looks like.
const SYLLABLE = {
  korean:
    "(?:kk|gg|pp|bb|tt|dd|ss|jj|ch|sh|[bcdghjkmnprstwy])?(?:yeo|yae|wae|woo|you|eui|[aeou][aeiou]?|y[aeou]|w[aeio]|ui|i)(?:ng|ck|[gklmnprstb])?",
  chinese:
    "(?:zh|ch|sh|ts|hs|ng|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|e|i|o|u)h?",
  vietnamese: "(?:ngh|ng|nh|th|tr|ph|kh|gh|gi|qu|ch|[bcdghklmnprstvx])?(?:[aeiouy]{1,3})(?:ng|nh|ch|[cmnpt])?",
};
type Language = keyof typeof SYLLABLE;
const SURNAMES: Readonly<Record<Language, ReadonlySet<string>>> = {
  korean: KOREAN,
  chinese: CHINESE,
  vietnamese: VIETNAMESE,
};
// Wade–Giles, Cantonese and whatever else: believed where the parts stand apart ("Chen Shih-chung", "Lo Chung Mau").
const ANY = /^[bcdfghjklmnpqrstvwxyz]{0,3}[aeiouy]{1,3}(?:n[gh]?|[mkptrlh]|ck|ch)?$/u;
const ONE = new Map(Object.entries(SYLLABLE).map(([k, v]) => [k, new RegExp(`^${v}$`, "u")]));
const TWO = new Map(Object.entries(SYLLABLE).map(([k, v]) => [k, new RegExp(`^${v}-?${v}$`, "u")]));

/** The language whose name order these folded words follow with the family name first ("ban ki-moon", "nguyen phu trong"), or null. */
export function familyFirstLanguage(words: readonly string[]): Language | null {
  const [family, ...given] = words;
  if (!family || given.length === 0 || given.length > 3) return null;
  for (const language of ["korean", "chinese", "vietnamese"] as const) {
    if (!SURNAMES[language].has(family)) continue;
    const apart = given.length === 1 ? given[0]!.split("-") : given;
    if (apart.length === 2 && apart.every((w) => w.length < 8 && ANY.test(w))) return language;
    const limit = language === "vietnamese" ? 3 : 2;
    if (given.length > 1 && given.length <= limit && given.every((w) => w.length < 20 && ONE.get(language)!.test(w)))
      return language;
    if (given.length === 1 && given[0]!.length < 20 && language !== "vietnamese" && TWO.get(language)!.test(given[0]!))
      return language;
    if (given.length === 1 && family.length > 1 && given[0]!.length < 8 && ONE.get(language)!.test(given[0]!))
      return language;
  }
  return null;
}

/** True for "orban viktor": a Hungarian given name behind the family name. */
export const isHungarianOrder = (words: readonly string[]): boolean =>
  words.length === 2 && HUNGARIAN_GIVEN.has(words[1]!) && !HUNGARIAN_GIVEN.has(words[0]!);

/** True for the commonest family names of East Asia, which many unrelated people bear. */
export const isEastAsianSurname = (word: string): boolean =>
  KOREAN.has(word) || CHINESE.has(word) || VIETNAMESE.has(word);
