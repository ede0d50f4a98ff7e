import { STOP_WORDS } from "./words.ts";

/** What a word of a line says about the line; own lists, none taken from pages. */
export const WORD_CLASSES = {
  stop: [...STOP_WORDS],
  site: words(`cookie cookies subscribe subscriber subscribers subscription newsletter newsletters sign signup login logout log register account password
privacy terms copyright rights reserved javascript browser click follow share tweet menu search skip navigation sitemap accessibility advertise
careers contact faq help feedback download app apps install android ios login rss feed toggle close open loading enable disable settings preferences
consent policy policies disclaimer trademark llc inc powered wordpress theme website site unsubscribe inbox email mail`),
  social: words(
    "facebook twitter linkedin whatsapp telegram reddit pinterest instagram youtube tiktok snapchat tumblr flipboard messenger mastodon threads wechat weibo vk",
  ),
  pointer:
    words(`related popular trending recommended read more next previous latest recent also stories articles posts story article post topics tags tag category
categories editors picks featured viewed watch listen see archive archives headlines updates page pages section sections view all load`),
  picture:
    words(`photo photos photograph photographer photography image images picture pictured getty credit credits courtesy illustration illustrated screenshot
caption gallery graphic reuters afp ap epa alamy shutterstock istock unsplash pexels handout file poses shown seen above below left right`),
  author:
    words(`writer reporter editor author journalist correspondent contributor contributing columnist covers covered writes freelance staff bio biography
graduate graduated degree born lives based founder cofounder passionate enthusiast expertise experience wife husband blogger award-winning previously`),
  shop: words(`affiliate affiliates commission commissions earn price prices buy shop shopping deal deals discount coupon sale cart checkout shipping order orders
product products sponsored sponsor advertisement advertising advertiser promo promoted offer offers pricing free trial demo quote`),
  comment: words(
    "comment comments commented commenting reply replies replied respond response likes like upvote report flag moderated moderator permalink guest says ago edited anonymous",
  ),
  month:
    words(`january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday
wednesday thursday friday saturday sunday am pm updated published posted modified`),
  said: words(
    "said says told added according asked announced reported explained noted argued claimed stated wrote warned insisted thinks believes called",
  ),
  third: words("he she they him her his their was were had been himself herself themselves"),
  second: words("you your yours yourself you're you'll you've let's"),
  first: words("i my me we our us i'm we're i've we've ours mine"),
} as const satisfies Record<string, readonly string[]>;

function words(list: string): string[] {
  return list.split(/\s+/u);
}

export const CLASS_NAMES = Object.keys(WORD_CLASSES) as (keyof typeof WORD_CLASSES)[];

/** Seed and step of the hash under which words are looked up while a line is scanned (FNV-1a over lower-case UTF-16 units). */
export const HASH_SEED = 0x811c9dc5 | 0;
export const hashStep = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

const hashWord = (word: string) => {
  let hash = HASH_SEED;
  for (let i = 0; i < word.length; i++) hash = hashStep(hash, word.charCodeAt(i));
  return hash;
};

/** Bit set of the classes of a word, by its hash; a word may be of several. */
export const classesByHash: ReadonlyMap<number, number> = CLASS_NAMES.reduce((known, name, bit) => {
  for (const word of WORD_CLASSES[name]) known.set(hashWord(word), (known.get(hashWord(word)) ?? 0) | (1 << bit));
  return known;
}, new Map<number, number>());
