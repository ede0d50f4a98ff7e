import { withoutUnicodeMode } from "../regexp.ts";
import { type Author, gluedByline, isPersonName, NO_NAME, readByline } from "./bylines.ts";
import { isCommonWord, isGivenName } from "./name-words.ts";
import { ENDS_SENTENCE } from "./words.ts";

/** A way in which a line names who wrote the page. */
export interface SignatureForm {
  readonly id: string;
  /** Whether nothing but the byline stands on the line. */
  readonly isWhole: boolean;
  /** The authors that a line would name were it a byline; null where it isn't of this form. */
  readonly read: (text: string, before: string) => readonly Author[] | null;
  /** Lines with the names they give; a line break parts the line from the one before it. */
  readonly matches: readonly (readonly [text: string, ...names: string[]])[];
  readonly rejects: readonly string[];
}

/** The authors that a line would name were it the byline, and how it names them. */
export interface Signature {
  /** Index into SIGNATURE_FORMS. */
  readonly form: number;
  readonly authors: readonly Author[];
}

const LONE_BY =
  /^(?:(?:(?:article|guide|review|news|post|blog|words|story|report(?:ed|ing)?|posted|published|commentary|text) )?(?:written )?by|author\(?s?\)?|words|reporter|contributors?)\s?[:—–-]?$/iu;

/** Whether a line is a label below which the author stands: "By", "Article written by:". */
export const isBylineLabel = (text: string): boolean => text.length < 32 && LONE_BY.test(text);

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const NAME = String.raw`(?<name>${WORD}(?: (?:${WORD}|de|del|della|da|dos|das|di|du|la|le|van|der|den|von|bin|al|el)){0,4})`;
const pattern = (source: string, flags = "u") => withoutUnicodeMode(new RegExp(source, flags));

// Who took the pictures, read the proofs or wrote a comment is not the author.
const OTHER_WORK = String.raw`(?:[Pp]hotos?|[Pp]hotograph(?:s|y|ed)?|[Ii]mages?|[Ii]llustrat(?:ed|ions?)|[Rr]eviewed|[Ee]dited|[Tt]ested|[Cc]hecked|[Vv]ideos?|[Aa]rt(?:work)?|[Cc]omments?|[Dd]esign(?:ed)?|[Pp]owered|[Pp]osts?|[Rr]eview|[Qq]uotes?|[Pp]oems?|[Ss]poken|[Oo]wned|[Dd]eveloped|[Ss]ponsored)`;
const OPENING = pattern(`^${NAME}`);
const INSIDE = pattern(String.raw`(?<!${OTHER_WORK} )\b(?:by|By|BY|told to)[:\s]\s*(?:the )?${NAME}`);
const ABOUT = pattern(`^(?:About|Meet)(?: the author)?:? ${NAME}$`);
const OWNER = pattern(String.raw`(?:©|\(c\)|[Cc]opyright)[\s©]*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[,\s]*(?:by )?${NAME}`);
const LED_BODY = pattern(
  String.raw`^[^\p{L}\d]*(?:(?:written|posted|published|reporting|words|story) )?by:? (?:the )?(?<name>[\p{L}\d][\p{L}\p{M}\d'’.&-]*(?: (?:[\p{Lu}\d][\p{L}\p{M}\d'’.&-]*|and|de|of)){0,4})`,
  "iu",
);

/** The forms, surest first: the first one that reads a line is its own. The order is part of trained weights. */
export const SIGNATURE_FORMS: readonly SignatureForm[] = [
  {
    id: "glued",
    isWhole: false,
    read: (text) => {
      const at = gluedByline(text);
      const authors = at > 0 ? readByline(text.slice(at), true) : null;
      return authors?.map((each) => ({ ...each, start: each.start + at, end: each.end + at })) ?? null;
    },
    matches: [["Border was on the agendaBy Ann Lee", "Ann Lee"]],
    rejects: ["They passed the bill by a wide margin"],
  },
  {
    id: "led",
    isWhole: true,
    read: (text) => withoutRoles(readByline(text, true)),
    matches: [
      ["By Ann Lee and Bo Ek", "Ann Lee", "Bo Ek"],
      ["Written by Ann Lee, staff reporter", "Ann Lee"],
    ],
    rejects: ["By Monday the army had left the town."],
  },
  {
    id: "labelled",
    isWhole: true,
    read: (text, before) =>
      isBylineLabel(before) ? (readByline(text, false) ?? (text.length < 80 ? named(text, OPENING) : null)) : null,
    matches: [
      ["By\nAnn Lee", "Ann Lee"],
      ["Author:\nMarisol", "Marisol"],
    ],
    rejects: ["Menu\nMarisol", "By\nand for the people"],
  },
  {
    id: "bare",
    isWhole: true,
    read: (text) => readByline(text, false),
    matches: [
      ["Ann Lee", "Ann Lee"],
      ["Ann Lee, staff reporter", "Ann Lee"],
      ["Sam Hollis Crime Reporter", "Sam Hollis"],
      ["Rowena Clarke Political correspondent", "Rowena Clarke"],
      ["Gazette Staff", "Gazette Staff"],
    ],
    rejects: ["Latest News", "Ann Lee disagreed."],
  },
  {
    id: "inside",
    isWhole: false,
    read: (text) => (/by|BY|told to/.test(text) || text.includes("By") ? named(text, INSIDE, isPerson) : null),
    matches: [["On May 3, 2022 By Ann Lee In Travel", "Ann Lee"]],
    rejects: ["Photo by Ann Lee", "Reviewed by Ann Lee"],
  },
  {
    id: "part",
    isWhole: true,
    read: part,
    matches: [
      ["12/19/2025 • Friday • Ann Lee", "Ann Lee"],
      ["2023.08.21 | Park Soo-yeon", "Park Soo-yeon"],
      ["Par Ann Lee, correspondante à Rabat", "Ann Lee"],
    ],
    rejects: ["Photo: Ann Lee / Reuters", "News | Sport | Weather", "On Monday, Ann Lee, left, met them."],
  },
  {
    id: "led-body",
    isWhole: true,
    read: (text) => (/by/i.test(text) ? named(text, LED_BODY) : null),
    matches: [
      ["Written by Northwind", "Northwind"],
      ["Written By Ann and Bo", "Ann", "Bo"],
    ],
    rejects: ["Stand by the door"],
  },
  {
    id: "before-role",
    isWhole: true,
    read: beforeRole,
    matches: [
      ["Ann Lee Lake County Council", "Ann Lee"],
      ["Torvin Ekdal Lake County Courier", "Torvin Ekdal"],
    ],
    rejects: ["Ann left the room.", "Lake Placid Chamber of Commerce"],
  },
  {
    id: "about",
    isWhole: false,
    read: (text) => (/^(?:About|Meet) /.test(text) ? named(text, ABOUT) : null),
    matches: [["About Ann Lee", "Ann Lee"]],
    rejects: ["About us", "About the weather"],
  },
  {
    id: "owner",
    isWhole: false,
    read: (text) => (/©|\(c\)|copyright/i.test(text) ? named(text, OWNER) : null),
    matches: [["© 2025 Ann Lee", "Ann Lee"]],
    rejects: ["© all rights reserved"],
  },
  {
    id: "word",
    isWhole: true,
    read: (text) => (/^\p{Lu}\p{Ll}{1,14}$/u.test(text) && isName(text) ? named(text, OPENING) : null),
    matches: [["Marisol", "Marisol"]],
    rejects: ["marisol", "World", "Two words"],
  },
];

// "Grace" is one, "World" is none.
const isName = (word: string) => isGivenName(word) || !(isCommonWord(word) || NO_NAME.test(word));

const LONGEST = 200;
const CAPITAL = pattern(String.raw`\p{Lu}`);

/** Reads a line as a byline, by its text and the line before it; null where it names nobody. Of prose only the end may be one. */
export function readSignature(text: string, before: string, isProse = false): Signature | null {
  const isWhole = !isProse && text.length <= LONGEST && CAPITAL.test(text);
  const forms = isWhole ? SIGNATURE_FORMS.length : 1;
  for (let form = 0; form < forms; form++) {
    const authors = SIGNATURE_FORMS[form]!.read(text, before);
    if (authors?.length) return { form, authors };
  }
  return null;
}

// "Ann Lee, Head of Marketing & Community Development": what holds no name beside one that does is no author.
const withoutRoles = (authors: readonly Author[] | null) => {
  const isRole = (name: string) => !isGivenName(name.split(" ")[0]!) && name.split(" ").every(isCommonWord);
  return authors?.filter(({ name }, i) => i === 0 || !isRole(name)) ?? null;
};

// A month or a word of menus is no surname, but "April" and "Rose" are given names.
const isPerson = (name: string): boolean => {
  const [first, ...rest] = name.split(" ");
  const isShort = rest.length === 1 || rest.length === 2;
  return isPersonName(name) || (isShort && isGivenName(first!) && isPersonName(`Ann ${rest.join(" ")}`));
};

// "Ann Lee Gardener": what someone is, after a name in full.
function withoutTrade(name: string): string {
  const words = name.split(" ");
  while (words.length > 2 && isGivenName(words[0]!) && isCommonWord(words.at(-1)!)) words.pop();
  return words.join(" ");
}

// "Ann LeePublished 3 May"
const GLUED_STAMP = /(?<=\p{Ll})(?:In|On|Published|Posted|Updated|Last)\b.*$/u;

/** The names in the pattern's group `name`, parted at "and". */
function named(text: string, names: RegExp, isFit: (name: string) => boolean = Boolean): Author[] | null {
  const found = names.exec(text);
  if (!found?.groups) return null;
  const whole = withoutTrade(found.groups.name!.replace(GLUED_STAMP, "").replace(/[.,]$/u, ""));
  if (!isFit(whole)) return null;
  let from = found.index + found[0].indexOf(whole);
  return whole.split(/ and /u).map((name) => {
    const start = text.indexOf(name, from);
    from = start + name.length;
    return { start, end: from, name, isPerson: isPerson(name) };
  });
}

const PICTURE = /\b(?:getty|reuters|ap|afp|epa|photos?|images?|shutterstock|npr|credit)\b/iu;

// The part of a dotted line that is a name: "Ann Lee · Harbour News · Posted: May 3".
function part(text: string): Author[] | null {
  if (!/[•|·/,]/.test(text) || PICTURE.test(text) || ENDS_SENTENCE.test(text)) return null;
  for (const piece of text.matchAll(/[^•|·/,]+/gu)) {
    const name = piece[0].replace(/^ ?(?:by|p[ao]r|von) | in \p{Lu}.*$/giu, "").trim();
    if (piece[0].length === text.length || !isPersonName(name)) continue;
    const start = piece.index + piece[0].indexOf(name);
    return [{ start, end: start + name.length, name, isPerson: true }];
  }
  return null;
}

const PAPER =
  /\b(?:news|times|post|herald|gazette|tribune|journal|enquirer|inquirer|courier|observer|chronicle|sentinel|press|star|examiner|bulletin|register|telegram|mail|express|republic|democrat|network)$/iu;

// A given name and a surname, then who they are or work for.
function beforeRole(text: string): Author[] | null {
  const words = text.split(" ", 13);
  if (words.length < 3 || words.length > 12 || /[.!?:]$/u.test(text)) return null;
  if (!isGivenName(words[0]!) && (words.length > 7 || !PAPER.test(text))) return null;
  const name = words.slice(0, /^\p{Lu}\.?$/u.test(words[1]!) ? 3 : 2).join(" ");
  return isPersonName(name) ? [{ start: 0, end: name.length, name, isPerson: true }] : null;
}
