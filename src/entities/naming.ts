import type { EntityType, Has, Mention } from "../document.ts";
import { remembering } from "../remembering.ts";
import { bareName, fold } from "./names.ts";
import { TITLES } from "./person-name.ts";

/** A mention as the linker sees it. */
export interface Naming {
  readonly mention: Mention;
  /** The spelling in the text. */
  readonly surface: string;
  /** The spelling without possessive and article, folded to plain quotes only where it must be. */
  readonly text: string;
  readonly type: EntityType;
  /** Folded last word of the title beside it, or an empty string. */
  readonly title: string;
}

const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/iu;
const ARTICLE = /^the\s+(?=\p{L})/iu;

/** The mentions in the order of the text, with what surrounds the name taken off. */
export function namingsOf(doc: Has<"mentions">): Naming[] {
  const sorted = [...doc.mentions].sort((a, b) => a.start - b.start || b.end - a.end);
  return sorted.map((mention) => {
    const surface = singleSpaced(doc.raw.slice(mention.start, mention.end));
    return { mention, surface, text: spellingOf(surface), type: mention.type, title: titleBefore(doc, mention) };
  });
}

const singleSpaced = (text: string) => (/[^\S ]| {2}/u.test(text) ? text.replace(/\s+/gu, " ") : text);

/** A name as written, without possessive and article. */
export const spellingOf = remembering((surface: string): string => {
  const text = singleSpaced(surface);
  return text.replace(POSSESSIVE, "").replace(ARTICLE, "") || text;
});

/** The last word of the mention's own title, or the known title right before it. */
function titleBefore(doc: Has<never>, mention: Mention): string {
  if (mention.title) return lastWord(doc.raw.slice(mention.title.start, mention.title.end));
  const before = doc.raw.slice(Math.max(0, mention.start - 20), mention.start);
  return before.endsWith(" ") ? titleIn(before.slice(before.lastIndexOf(" ", before.length - 2) + 1, -1)) : "";
}

/** The title at the end of a piece of text without spaces, or an empty string. */
const titleIn = remembering((piece: string): string => {
  const word = lastWord(/(\p{L}{2,15})\.?$/u.exec(piece)?.[1] ?? "");
  return TITLES.has(word) ? word : "";
});

const lastWord = (text: string) => (bareName(text).split(" ").at(-1) ?? "").replace(".", "");

/** One spelling for comparing: folded, without article and possessive. */
export const keyOf = (naming: Naming): string => bareName(naming.text) || fold(naming.surface) || naming.surface;
