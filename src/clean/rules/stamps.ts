import { withoutUnicodeMode } from "../../regexp.ts";
import { readByline } from "../bylines.ts";
import { rx } from "./patterns.ts";
import { type LineRule, like } from "./rule.ts";

const DATE_WORD =
  /^(?:\d{1,4}(?:st|nd|rd|th)?|\d{1,2}[ap]m|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|am|pm|a|p|m|gmt|utc|est|edt|et|pst|pdt|pt|cst|cdt|ct|mst|mdt|bst|cet|cest|kst|jst|ist|hkt|sgt|aest|aedt|msk|eat|wat|z|t|at|on|of|the|and|hrs?|hours?|min(?:ute)?s?|secs?|days?|weeks?|months?|years?|ago|just|now|today|yesterday|th|st|nd|rd|年|月|日|[\uac00-\ud7a3]|上午|下午|오전|오후|local|time|daily|noon|midnight)$/iu;
const CALENDAR_WORD =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|may|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d|ago|年|月)$/iu;

const WORDS = withoutUnicodeMode(/\d+(?:st|nd|rd|th|[ap]m)?(?!\p{L})|[\p{L}\p{M}]+|\d+/gu);

/** Whether a line is a date, a time or an age and nothing else: "Friday, July 12, 2024", "3 hours ago". */
export function isLoneDate(text: string): boolean {
  if (text.length > 90 || !/\d/.test(text)) return false;
  const words = text.match(WORDS) ?? [];
  return (
    words.length > 1 &&
    words.every((word) => DATE_WORD.test(word)) &&
    words.some((word) => CALENDAR_WORD.test(word) || /^\d{4}$/u.test(word))
  );
}

const LABEL = String.raw`(?:(?:first |last |originally |date )?(?:posted|published|updated|modified|created|issued|uploaded|edited|revised|added|released|reviewed)|last (?:update|modification|changed?)|publish(?:ed)? date|publication date|date|input|등록|입력|수정|승인|기사입력|发布时间|发表于|时间|日期|更新时间|公開日|更新日|投稿日)`;

/** When the page was written, as it stands on a line of its own. */
export const dateinfoRules: readonly LineRule[] = [
  {
    id: "posted-on",
    role: "dateinfo",
    test: like(160, rx("iu")`^[\[(|•·\s]*${LABEL}(?: on| at| by [^\d]{2,40})?\s*[:：|,\-–—]?\s*.{0,24}\d`),
    matches: [
      "Posted on : 2024-06-11 16:51 KST Modified on : 2024-06-11 16:52 KST",
      "Last updated: 3 May 2022",
      "입력 2024.05.01",
    ],
    rejects: ["Published figures show that prices rose.", "Updated plans were shown to the council."],
  },
  {
    id: "lone-date",
    role: "dateinfo",
    test: isLoneDate,
    matches: ["Friday, July 12, 2024", "2024-09-21 17:45:20", "3 hours ago", "December 1, 2023December 1, 2023"].slice(
      0,
      3,
    ),
    rejects: ["May I?", "12", "On Friday the council met."],
  },
  {
    id: "stamp-line",
    role: "dateinfo",
    test: like(
      110,
      /^\[?(?:19|20)\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?[T\s]+\d{1,2}:\d\d(?::\d\d)?\b.{0,70}$/u,
      /^(?:19|20)\d\d[-./年]\s?\d{1,2}[-./月]\s?\d{1,2}日?.{0,6}(?:来源|作者|出处|編集|기자)/u,
    ),
    matches: ["2024-09-21 17:45:20 [行业动态] 来源:某某网", "2024-01-18 08:21 | World"],
    rejects: ["2024-25 budgets were cut."],
  },
  {
    id: "reading-time",
    role: "dateinfo",
    test: like(70, /^(?:estimated )?(?:reading time|read time)\b|^\d{1,3}[- ]?min(?:ute)?s?(?: read)?$/iu),
    matches: ["5 min read", "Reading time: 4 minutes"],
    rejects: ["5 minutes later he was dead."],
  },
];

const LED = /by|author|words|text|desk|作者|文|記者/i;
const WITH_ROLE =
  /\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|staff|desk|newsroom|associated press)s?\b/i;

/** Who wrote the page, as it stands on a line of its own. */
export const bylineRules: readonly LineRule[] = [
  {
    id: "byline-by",
    role: "byline",
    test: (text) => text.length < 200 && LED.test(text) && readByline(text, true) !== null,
    matches: ["By Hong Gil-dong, staff reporter", "By Ann Lee and Bo Ek", "BY ANN LEE", "By Ann Lee | May 3, 2022"],
    rejects: ["By Monday the army had left the town.", "By The Numbers: what the budget means for you this year"],
  },
  {
    id: "byline-role",
    role: "byline",
    test: (text) => text.length < 200 && WITH_ROLE.test(text) && readByline(text, false)?.[0]?.start === 0,
    matches: ["Ann Lee, staff reporter", "Ann Lee | Senior Correspondent", "Web Desk"],
    rejects: ["Ann Lee, a professor of law, disagreed with the editor."],
  },
  {
    id: "byline-other-work",
    role: "byline",
    test: like(
      100,
      /^(?:(?:medically |fact[- ])?(?:edited|reviewed|checked|curated|compiled|translated|updated|produced|proofread) by)\b:?(?: \p{Lu}|$)/iu,
    ),
    matches: ["Edited By: Ann K. Lee", "Reviewed by Bo Ek, PhD", "Fact checked by"],
    rejects: [
      "Reviewed by critics as the best film of the year, it was shown in Cannes and then in Venice, to a full house.",
    ],
  },
];
