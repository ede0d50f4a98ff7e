import { MONTH, rx } from "./patterns.ts";
import { type LineRule, like } from "./rule.ts";

const STAMP = String.raw`(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|${MONTH} \d{1,2},? \d{4}|\d{1,2} ${MONTH} \d{4})(?: \d{1,2}:\d\d(?::\d\d)?)?`;

const STAMPED_CARD = rx()`^.{15,}[^.!?”"]\s+${STAMP}[\s|·•]{1,12}[\p{L} ]{2,30}$`;

/** Pointers to other stories: their headings, and cards that carry their own stamp. */
export const relatedRules: readonly LineRule[] = [
  {
    id: "related-heading",
    role: "related",
    test: like(
      70,
      /^(?:related|similar|more|other|recent|latest|popular|trending|top|recommended|featured|suggested) (?:stor(?:y|ies)|articles?|posts?|news|content|topics?|coverage|links?|headlines|videos?|reading|reads|items?|pages?|searches)(?: (?:on|about|from|by|for you|in|to|articles?|stories|news)\b.{0,30})?:?$/iu,
      /^(?:related|recommended|trending|most (?:popular|read|viewed|shared|commented|recent|watched|discussed|emailed)|editors?['’]?s?['’]? (?:picks?|recommendations?|choice)|must reads?|read (?:also|next|more)|see also|also read|up next|more like this|don['’]t miss|in case you missed it|more (?:from|in|on|by)\b.{0,30}|you (?:may|might)(?: also)? (?:like|be interested in|have missed|want to read)|recommended for you|what to read next|what['’]s (?:hot|new|trending)|from around the web|around the web|sponsored (?:stories|links)|tags?|keywords?|categories|topics|filed under|in this (?:article|story)|latest|recent|popular|next story)(?: (?:stories|articles|news|posts|today|now|this week|links))?\s?:?$/iu,
      /(?:카테고리의 다른 글|관련 ?(?:기사|뉴스)|많이 본 (?:기사|뉴스)|相关(?:新闻|文章|阅读|推荐|链接)|热门(?:文章|新闻)|推荐阅读|上一篇|下一篇|関連(?:記事|ニュース)|おすすめ)/u,
    ),
    matches: ["Related stories", "Most viewed articles", "Most Popular", "You may also like", "관련 기사"],
    rejects: ["Related charges were dropped on Monday, he said.", "Most popular of all was the mayor."],
  },
  {
    id: "related-pointer",
    role: "related",
    test: like(
      220,
      /^(?:read|see|watch|listen)(?: also| more| next| here)?\s?[:|»>]\s?\S/iu,
      /^(?:also (?:read|see|watch)|read (?:also|more|next|here)|more(?: on this)?|related|related (?:article|story|news|content)|see also|don['’]t miss|must read|next story|previous story|up next|in (?:pictures|photos|video)|video|watch(?: now)?|explainer|recommended|next|previous|prev)\s?[:|»›]\s?\S/iu,
      /^(?:READ|ALSO READ|READ ALSO|READ MORE|SEE ALSO|WATCH|RELATED|MORE)\b[\s:|–—-]+\p{Lu}/u,
    ),
    matches: ["READ MORE: Ministers meet in Oslo", "Also read | The long road to peace"],
    rejects: ["Read his lips.", "Related: he said so."].slice(0, 1),
  },
  {
    id: "neighbour-post",
    role: "related",
    test: like(240, rx()`^.{3,}\s\(\d{1,5}\)\s*\|\s*${STAMP}\s*\|?$`),
    matches: ["Ministers meet in Oslo (0) | 2019.04.07 |"],
    rejects: ["The vote (52) was close."],
  },
  {
    id: "stamped-card",
    role: "related",
    test: (text) => text.length <= 400 && /\d\s*[|·•]/.test(text) && STAMPED_CARD.test(text),
    matches: ["Ministers meet in Oslo for talks 2024-01-18 08:21  |  World"],
    rejects: ["The talks were held on 2024-01-18 in Oslo."],
  },
  {
    id: "doubled-title",
    role: "related",
    test: isDoubled,
    matches: [
      "Ministers meet in Oslo for talks Ministers meet in Oslo for talks",
      "Ministers meet in Oslo Ministers meet in Oslo 2024-01-18 08:21",
    ],
    rejects: ["No, no, no, he said again and again and again."],
  },
];

// "Title Title stamp": a card's picture text and its link.
function isDoubled(text: string): boolean {
  if (text.length < 30 || text.length > 500) return false;
  const head = text.slice(0, 15);
  const again = text.indexOf(head, 15);
  if (again < 15) return false;
  const title = text.slice(0, again).trim();
  return title.split(" ").length >= 4 && text.slice(again, again + title.length) === title;
}
