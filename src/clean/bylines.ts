import { allMatches, withoutUnicodeMode } from "../regexp.ts";
import { isGivenName } from "./name-words.ts";

/** One author as a byline names them. */
export interface Author {
  /** Offsets into the byline's text. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly isPerson: boolean;
}

const LEAD =
  /^[\s|•·–—\-*]*(?:(?:this (?:post|article|story|piece|guide) (?:was )?)?(?:article )?(?:written|posted|published|reported|report|reporting|story|words|text|analysis|article|opinion|contributed|compiled|authored|commentary|column|interview|news|review|feature|guide|essay)?(?: and \w+)? ?\bby\b|author(?:s|\(s\))?\b|words\s?[:|]|text\s?[:|]|from the desk of|作者|文\/|記者)\s?[:：|]?\s*/iu;

const PARTICLE =
  /^(?:de|del|della|da|dos|das|di|du|la|le|van|der|den|von|zu|bin|al|el|ibn|ter|ten|y|e|af|av|st\.?|o['’])$/u;
const NAME_WORD = withoutUnicodeMode(/^\p{Lu}[\p{L}\p{M}'’.‑-]*$/u);
const SUFFIX = /^(?:Jr|Sr|II|III|IV|PhD|Ph\.D|MD|M\.D|RD|CFP|MBA|CPA|JD|MPH|MS|RN|DDS|Esq|OBE|MBE|CBE|QC|KC)\.?$/iu;

// "CEPF®", "FAND", "MSEd": letters after a name.
const CREDENTIAL = withoutUnicodeMode(/^(?=.{0,6}\p{Lu}.{0,6}\p{Lu})[\p{L}.-]{2,8}[®™]?$/u);
/** Words that make a body or a desk of capitalised words, never a person. */
export const NO_NAME = withoutUnicodeMode(
  /^(?:news(?:desk|room|wire)?|desk|staff|team|editors?|editorial|board|bureau|agency|agencies|press|media|times|post|daily|herald|gazette|tribune|journal|guardian|independent|observer|review|magazine|network|service|services|group|company|inc|ltd|llc|corp|office|department|ministry|university|college|school|institute|center|centre|foundation|association|society|council|committee|commission|union|federation|today|world|global|international|national|local|online|digital|web|website|admin|administrator|guest|contributor|contributors|correspondent|correspondents|reporter|reporters|writer|writers|author|authors|columnist|producer|photographer|our|the|and|about|all|more|read|share|follow|subscribe|newsletter|comments?|published|updated|posted|last|first|new|latest|top|best|how|why|what|when|where|who|this|that|your|you|we|it|is|are|in|on|at|for|with|from|to|of|an?|view|photos?|images?|video|getty|reuters|afp|ap|yonhap|xinhua|tass|kcna|bloomberg|associated|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|politics|business|sports?|technology|science|health|opinion|culture|entertainment|lifestyle|travel|food|money|finance|education|environment|weather|guide|guides|tips|blog|home|menu|search|contact|privacy|terms|policy|advertisement|sponsored|content|marketing|sales|support|customer|product|research|security|insights|resources|solutions|academy|experts?|numbers|popular|demand|courier(?:-\p{L}+)?|telegram|enquirer|inquirer|globe|chronicle|sentinel|examiner|bulletin|register|mail|express|standard|arts|intelligence|link|copied|copy|data|analysis|story|stories|article|watch|listen|reading|episode|podcast|show|movie|season|related|search|sign|in|log|join|expand|save|print|reviewed|medically|fact|checked|edited|written|by|bio|profile|strategy|designer|developer|engineer|instagram|linkedin|youtube|facebook|twitter|started|get|min|read|upvote|downvote|vote|reply|report|pm|am|et|est|gmt|utc)$/iu,
);

/** Whether words name a person by their shape: two to five capitalised words, particles between them, no word of an institution. */
export function isPersonName(name: string): boolean {
  const words = name.split(/\s+/u).filter((word) => !SUFFIX.test(word.replace(/[,.]+$/u, "")));
  if (words.length < 2 || words.length > 5 || name.length > 60) return false;
  if (!NAME_WORD.test(words[0]!) && !PARTICLE.test(words[0]!)) return false;
  const capitalised = words.filter((word) => NAME_WORD.test(word));
  return (
    capitalised.length >= 2 &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word)) &&
    !words.some((word) => !INITIAL.test(word) && NO_NAME.test(withoutEnd(word)))
  );
}

const INITIAL = withoutUnicodeMode(/^\p{Lu}\.$/u);
const withoutEnd = (word: string) => word.replace(/[.'’]s?$/u, "");

const BODY = withoutUnicodeMode(
  /^(?:(?:the )?[\p{L}.'’& ]{2,40} (?:staff|team|desk|newsdesk|editors|editorial board|correspondents?|bureau|news service|news agency)|staff(?: writers?| reporters?)?|(?:news|web|sports|world|national|foreign|business|online) desk|newsroom|editorial(?: board| team)?|(?:the )?associated press|ap|afp|reuters|bloomberg|xinhua|tass|kcna|yonhap|upi|ani|pti|ians|agence france-presse|agencies)$/iu,
);

const ROLE = withoutUnicodeMode(
  /\b(?:reporters?|correspondents?|editors?|writers?|columnists?|contributors?|contributing|staff|journalists?|producers?|bureau|desk|analysts?|fellow|professor|director|chief|officer|cto|ceo|cfo|coo|president|founder|manager|specialist|senior|special to|for the|head of|photographer|author)\b|^(?:for|in|at|of|with) \p{Lu}|@/iu,
);
const isRole = (segment: string) => ROLE.test(segment) && segment.split(" ").length <= 7;

const SEPARATOR = /\s*,\s*and\s+|\s*[,;|•·/&]\s*|\s+[–—-]\s+|\s+(?:and|y|und|et)\s+|\s{2,}|\t/giu;

const MONTHS = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
const DAYS = "(?:mon|tues?|wednes|wed|thurs?|fri|satur|sat|sun)(?:day)?";
// A date, or the label of one, as it follows a name: " on December 21, 2023", "Published: …" even glued to the name.
const STAMPED = withoutUnicodeMode(
  new RegExp(
    `(?:[\\s|•·,(–—-]+(?:on\\s+)?|(?<=\\p{Ll})(?=[PU]))(?:(?:first |last )?(?:published|updated|posted)\\b|(?:${DAYS},? )?${MONTHS}\\.? \\d|\\d{1,2}(?:st|nd|rd|th)? ${MONTHS}|\\d{4}-\\d\\d|\\d{1,2}[/.:]\\d|\\d+ (?:hour|day|min|week|month|year)s?|${DAYS},)`,
    "iu",
  ),
);
// "Dec 21, 2023 at 1:39 pm | By Ann Lee", "2 hours ago by Ann Lee".
const STAMP_FIRST = withoutUnicodeMode(
  /^(?=[^\p{L}]{0,6}\d|\p{L}{3,9}\.? \d|(?:posted|published|updated)\b)[\p{L}\d ,.:/|•·–—-]{4,60}?\bby:?\s+/iu,
);

// "May 30, 2023 / Ann Lee", "May 30, 2023June 2, 2023Ann Lee"
const DATE_FIRST = withoutUnicodeMode(
  /^(?:(?:\p{L}{3,9}\.? \d{1,2},? \d{4}|\d{1,2} \p{L}{3,9}\.? \d{4})\s?){1,2}[/|•·–—-]?\s?(?=\p{Lu}\p{Ll}+ (?:\p{Lu}\. )?\p{Lu}[\p{L}'’-]+$)/u,
);

/** Whether a line is what someone is: "Senior Editor", "Co-Founder & Marketing Director". */
export const isRoleLine = (text: string): boolean =>
  text.length < 70 &&
  /^\p{Lu}/u.test(text) &&
  !/[.!?]$/u.test(text) &&
  text.split(" ").length <= 7 &&
  ROLE_ALONE.test(text);
const ROLE_ALONE =
  /\b(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|producer|analyst|fellow|professor|director|officer|ceo|cto|president|founder|co-founder|manager|specialist|strategist|intern|author|expert|engineer|consultant|vp)\b/iu;

// Most lines have none of the words that lead a byline, and no digit before one.
const MAY_LEAD = /by|author|words|text|desk|\d|作者|文|記者/i;

/** The words before the names of a byline: "Written by ", "May 30, 2023 / "; empty where there are none. */
function leadOf(text: string): string {
  if (!MAY_LEAD.test(text)) return "";
  return (
    (LEAD.exec(text) ?? STAMP_FIRST.exec(text) ?? DATE_FIRST.exec(text))?.[0] ??
    (/^By(?=\p{Lu}\p{Ll})/u.test(text) ? "By" : "")
  );
}

const OPENING = withoutUnicodeMode(/^(?<first>[\p{L}\p{M}'’.-]+)(?: (?<second>\p{Ll}[\p{L}\p{M}'’]*)(?= |$)| |$)/u);
const BODY_WORD =
  /staff|team|desk|editor|correspondent|bureau|service|agenc|newsroom|press|\b(?:ap|afp|reuters|bloomberg|xinhua|tass|kcna|yonhap|upi|ani|pti|ians)\b/i;

// "Latest …", "Ministers meet …": most lines of a page are through after two words.
function opensNoName(text: string): boolean {
  const { first, second } = OPENING.exec(text)?.groups ?? {};
  if (!first) return false;
  const isName =
    (!second || PARTICLE.test(second)) &&
    (NAME_WORD.test(first) || PARTICLE.test(first)) &&
    (INITIAL.test(first) || !NO_NAME.test(withoutEnd(first)));
  return !isName && !BODY_WORD.test(text);
}

/** Reads a byline: its authors, or null where the text is none. `needsBy` asks for a leading "By". */
export function readByline(text: string, needsBy: boolean): Author[] | null {
  if (text.length > 200) return null;
  const lead = leadOf(text);
  if (!lead && (needsBy || opensNoName(text))) return null;
  const stamp = text.slice(lead.length).search(STAMPED);
  const named = stamp > 2 ? text.slice(0, lead.length + stamp) : text;
  if (!lead && /(?<!\b(?:Ph\.D|M\.D|Jr|Sr))[.!?]$/u.test(named)) return null;
  const authors: Author[] = [];
  let unknown = 0;
  for (const segment of segments(named, lead.length)) {
    const name = nameIn(segment.name, lead !== "");
    if (isPersonName(name)) authors.push({ ...segment, name, end: segment.start + name.length, isPerson: true });
    else if (BODY.test(name)) authors.push({ ...segment, name, end: segment.start + name.length, isPerson: false });
    else if (lead && authors.length && /[|•·@]| [–—-] /.test(text) && /^[\p{Lu}\d]/u.test(segment.name)) break;
    else if (!(isRole(segment.name) || SUFFIX.test(segment.name) || CREDENTIAL.test(segment.name)) || !authors.length)
      unknown++;
  }
  if (!authors.length || unknown) return null;
  // "Ann Lee, Associated Press": who wrote it is the person.
  const persons = authors.filter(({ isPerson }) => isPerson);
  return persons.length ? persons : authors;
}

// "Ann LeeFounder"
const GLUED_ROLE = withoutUnicodeMode(
  /(?<=\p{Ll})(?:Founder|Co-Founder|Editor|Writer|CEO|Author|Contributor|Reporter|Manager|Director|Marketing|Senior|Staff|Head)\b.*$/u,
);

// "Sam Hollis Crime Reporter", "Rowena Clarke Senior Political Correspondent"
const TRADE =
  /^\S+ \S+ (?:\S+ ){0,2}(?:reporter|correspondent|editor|writer|columnist|contributor|journalist|producer|photographer)$/iu;

// "Ann Lee Ann Lee": a portrait's name and the text beside it.
const TWICE = /^(?<name>.{5,60}) \k<name>$/u;

// The name without what follows it: "(left)", an address, "for The Gazette", "Gazette Staff".
function nameIn(segment: string, isLed: boolean): string {
  const name = segment
    .replace(TWICE, "$<name>")
    .replace(GLUED_ROLE, "")
    .replace(/\s*\([^)]*\)$|\s+\S*@\S*$|\s*\/$|\s+(?:for|in|at|of|with|special to)\s.*$/u, "");
  const words = name.split(" ");
  if (
    words.length < 3 ||
    !(isLed || (isGivenName(words[0]!) && TRADE.test(name))) ||
    (words.length === 3 && BODY.test(name)) ||
    !words.slice(2).some((word) => NO_NAME.test(word))
  )
    return name;
  return words.slice(0, /^\p{Lu}\.?$/u.test(words[1]!) || PARTICLE.test(words[1]!) ? 3 : 2).join(" ");
}

function segments(text: string, from: number): { start: number; end: number; name: string }[] {
  const found: { start: number; end: number; name: string }[] = [];
  const add = (start: number, end: number) => {
    const piece = text.slice(start, end);
    const name = piece.trim().replace(/[\s.,:|*]+$/u, (tail) => (/^\.$/u.test(tail) ? tail : ""));
    const at = start + piece.length - piece.trimStart().length;
    if (name) found.push({ start: at, end: at + name.length, name });
  };
  let at = from;
  for (const separator of allMatches(text.slice(from), SEPARATOR)) {
    add(at, from + separator.index);
    at = from + separator.index + separator[0].length;
  }
  add(at, text.length);
  return found;
}

// The word comes first: it is rarer than what stands before it.
const GLUED_BY = withoutUnicodeMode(/B[Yy](?<=[\p{Ll}\d.!?”"’')…]B.) ?(?=\p{Lu})/gu);

/** Where a byline glued to the end of a line begins ("… summit agendaBy Ann Lee"); -1 where there is none. */
export function gluedByline(text: string): number {
  const from = Math.max(0, text.length - 120);
  for (const match of allMatches(text.slice(from), GLUED_BY)) {
    const at = from + match.index;
    if (at > 0 && readByline(text.slice(at), true)) return at;
  }
  return -1;
}
