import type { Document, Has } from "../document.ts";
import { cutLines } from "./lines.ts";
import type { LineRule } from "./rules/rule.ts";
import { scanLine } from "./scan.ts";

/** The lines of one document as numbers, ascending, each once; an odd one is a line of prose. */
export type LinePrint = readonly number[];

/**
 * Which lines the documents of each site have: by site, by a name made of a document's lines, those lines. A page that was
 * saved twice counts once. Plain maps, which are sent to workers as they are.
 */
export type LineCounts = ReadonlyMap<string, ReadonlyMap<string, LinePrint>>;

// Documents kept of a site and lines kept of a document: those with the smallest names, so their order says nothing.
const MOST_DOCUMENTS = 64;
const MOST_LINES = 1000;

const PROSE_WORDS = 12;

/** The counts of both together; the same whatever is merged with what, and in which order. */
export function mergeCounts(...parts: readonly LineCounts[]): LineCounts {
  const merged = new Map<string, Map<string, LinePrint>>();
  for (const part of parts) {
    for (const [site, documents] of part) {
      const kept = merged.get(site) ?? new Map<string, LinePrint>();
      for (const [name, print] of documents) keep(kept, name, print);
      merged.set(site, kept);
    }
  }
  return merged;
}

/** Counts the lines of documents one by one. */
export function lineCounter(): { add(doc: Has<"markup" | "file">): void; readonly counts: LineCounts } {
  const counts = new Map<string, Map<string, LinePrint>>();
  return {
    counts,
    add(doc) {
      const lines = new Set(cutLines(doc).map(({ text }) => printOf(text)));
      const print = [...lines].sort((a, b) => a - b).slice(0, MOST_LINES);
      const site = siteOf(doc);
      const kept = counts.get(site) ?? new Map<string, LinePrint>();
      keep(kept, nameOf(print), print);
      counts.set(site, kept);
    },
  };
}

function keep(documents: Map<string, LinePrint>, name: string, print: LinePrint): void {
  documents.set(name, print);
  if (documents.size > MOST_DOCUMENTS) documents.delete([...documents.keys()].sort().at(-1)!);
}

/** The site that a document is of: the host of its address, else its outlet, else the folder or file that it lies in. */
export function siteOf(doc: Has<"markup" | "file">): string {
  const said = (field: "url" | "site") => doc.markup?.statements.find((each) => each.field === field)?.value;
  const host = /^(?:https?:)?\/\/(?:www\.)?(?<host>[^/?#:@]+)/iu.exec(said("url") ?? "")?.groups?.host;
  if (host) return host.toLowerCase();
  const { path, line } = doc.file;
  return said("site")?.toLowerCase() ?? (line === undefined ? path.replace(/[^/\\]*$/u, "") || "./" : path);
}

function printOf(text: string): number {
  const { key, words, endsSentence } = scanLine(text);
  return ((key & ~1) | +(words >= PROSE_WORDS && endsSentence)) >>> 0;
}

function nameOf(print: LinePrint): string {
  let hash = 0x811c9dc5;
  for (const line of print) hash = Math.imul(hash ^ line ^ (line >>> 15), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, "0");
}

// A line of the site stands in this many documents at least, and in this share of them.
const FEWEST = 3;
const LEAST_SHARE = 0.1;

/** What a line is that recurs in the pages of its site. */
export const SITE_LINE: LineRule = {
  ...{ id: "site-line", role: "boilerplate", test: () => false },
  ...{ matches: [], rejects: [] },
};

/** Which lines recur across a document's site: menus, notices, the ten teasers of the day. */
export function findSiteLines(
  doc: Has<"markup"> & Partial<Pick<Document, "file">>,
  lines: readonly { readonly text: string }[],
  counts: LineCounts | null,
): readonly boolean[] {
  const documents = counts && doc.file && counts.get(siteOf({ ...doc, file: doc.file }));
  if (!documents || documents.size < FEWEST) return lines.map(() => false);
  const stories = storiesWith(documents);
  const least = Math.max(FEWEST, LEAST_SHARE * documents.size);
  const prints = lines.map(({ text }) => printOf(text));
  // "1." numbers a list in every guide.
  const recurs = prints.map((print, i) => /\p{L}/u.test(lines[i]!.text) && (stories.get(print) ?? 0) >= least);
  const prose = prints.flatMap((print, i) => (isProse(print) ? [i] : []));
  // A page of nothing else is the story itself, which the site has printed again.
  const isStory = prose.filter((i) => recurs[i]).length * 2 > prose.length;
  return recurs.map((does, i) => does && !(isStory && isProse(prints[i]!)));
}

const known = new WeakMap<object, ReadonlyMap<number, number>>();

/** How many stories of a site have each line: documents that share most of their prose are copies of one story. */
function storiesWith(documents: ReadonlyMap<string, LinePrint>): ReadonlyMap<number, number> {
  const found = known.get(documents);
  if (found) return found;
  const everywhere = linesOfMost(documents);
  const stories: Set<number>[] = [];
  for (const name of [...documents.keys()].sort()) {
    const print = documents.get(name)!;
    const told = print.filter((line) => isProse(line) && !everywhere.has(line));
    const story = stories.find((lines) => told.filter((line) => lines.has(line)).length * 2 > told.length);
    if (story) for (const line of print) story.add(line);
    else stories.push(new Set(print));
  }
  const counts = frequencies(stories);
  known.set(documents, counts);
  return counts;
}

const isProse = (line: number) => (line & 1) === 1;

// Among so many documents a paragraph that half of them have is a notice, not a story that was saved again and again.
const MANY = 8;

function linesOfMost(documents: ReadonlyMap<string, LinePrint>): ReadonlySet<number> {
  if (documents.size < MANY) return new Set();
  const counts = [...frequencies(documents.values())];
  return new Set(counts.filter(([, count]) => count * 2 >= documents.size).map(([line]) => line));
}

function frequencies(prints: Iterable<Iterable<number>>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const print of prints) for (const line of print) counts.set(line, (counts.get(line) ?? 0) + 1);
  return counts;
}
