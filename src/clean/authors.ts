import type { Block, Byline, BylineCandidate, Has, MetaStatement } from "../document.ts";
import { isPersonName, readByline } from "./bylines.ts";

// On how many of the pages that have it each place of the record or the markup names the authors and nobody else (MODEL.md
// tells which pages), less where they are few.
const TRUST: Readonly<Record<string, number>> = {
  ...{ "record-author": 1, "front-matter-author": 1 },
  ...{ "json-ld-article": 0.93, "meta-parsely-author": 0.93, "meta-sailthru-author": 0.92 },
  ...{ "meta-article-author": 0.92, "meta-og-article-author": 0.92, "meta-twitter-data1": 0.91 },
  ...{ "meta-author": 0.87, "meta-authors": 0.87, "meta-byl": 0.87, "meta-byline": 0.87 },
  ...{ "meta-article-author-name": 0.87, "meta-citation-author": 0.87 },
  ...{ "rel-author": 0.85, "json-ld-person": 0.85, "microdata-author": 0.8, "json-ld-webpage": 0.8 },
  ...{ "json-ld-creator": 0.7, "meta-dc-creator": 0.3, "meta-dcterms-creator": 0.3 },
  ...{ "json-ld-organization": 0.2 },
};

/** A place that names authors. A rival is a line of text that is less like a byline than another one. */
interface Place {
  readonly authors: readonly Byline[];
  readonly confidence: number;
  readonly isRival?: boolean;
}

/** The authors of the article: those of the most trusted place that names a person, else of one that names a body. */
export function findAuthors(doc: Has<"blocks" | "markup">): { bylines: Byline[]; candidates: BylineCandidate[] } {
  const places = [...stated(doc.markup?.statements ?? []), ...signed(doc.blocks)]
    .filter(({ authors }) => authors.length)
    .sort((a, b) => b.confidence - a.confidence);
  const named = places.filter(({ isRival }) => !isRival);
  const chosen = named.find(({ authors }) => authors.some(({ isPerson }) => isPerson)) ?? named[0];
  const ranked = chosen ? [chosen, ...places.filter((each) => each !== chosen)] : places;
  return {
    bylines: chosen ? withSpans(personsElseBodies(chosen.authors), places) : [],
    candidates: ranked
      .slice(0, MOST_CANDIDATES)
      .map(({ authors, confidence }) => ({ authors, confidence, isChosen: authors === chosen?.authors })),
  };
}

const MOST_CANDIDATES = 5;

const personsElseBodies = (authors: readonly Byline[]): Byline[] => {
  const persons = authors.filter(({ isPerson }) => isPerson);
  return persons.length ? persons : [...authors];
};

function stated(statements: readonly MetaStatement[]): Place[] {
  const named = statements.filter(({ field, value }) => field === "author" && !/^https?:/u.test(value));
  return Object.entries(TRUST).map(([rule, confidence]) => {
    const values = named.filter(({ origin }) => origin === rule).map(({ value }) => value);
    return { confidence, authors: distinct(values.flatMap(readNames).map((each) => ({ ...each, rule }))) };
  });
}

// The lines that the model takes for the byline are one place, each of their rivals is another.
function signed(blocks: readonly Block[]): Place[] {
  const found = blocks.flatMap(({ candidacies = [] }) => candidacies.filter(({ of }) => of === "byline"));
  const chosen = found.filter(({ isChosen }) => isChosen);
  const inWords = (authors: readonly Byline[]) => authors.map((each) => ({ ...each, name: lowerCapitals(each.name) }));
  return [
    {
      authors: distinct(inWords(chosen.flatMap(({ authors }) => authors))),
      confidence: Math.max(0, ...chosen.map(({ confidence }) => confidence)),
    },
    ...found
      .filter(({ isChosen }) => !isChosen)
      .map(({ authors, confidence }) => ({ authors: inWords(authors), confidence, isRival: true })),
  ];
}

type Named = Pick<Byline, "name" | "isPerson">;

/** Names in a value that is known to name authors: what is no name is passed over. */
function readNames(value: string): Named[] {
  const whole = readByline(value, false) ?? readByline(value, true);
  const found = whole ?? value.split(/[,;|•·/&\t]/u).flatMap((part) => readByline(part, false) ?? []);
  if (!found.length && value.length <= 60) return asBody(value);
  return found.map(({ name, isPerson }) => ({ name: lowerCapitals(name), isPerson }));
}

const NOBODY =
  /^(?:(?:full|view|read|see) (?:bio|profile)|admin|administrator|editor|user|guest|author|by|unknown|null|undefined|none|webmaster|website|\d+)$|@|https?:|\.com$|\d{2}/iu;
function asBody(value: string): Named[] {
  const name = value.replace(/^\s*(?:(?:written )?by|author)\s*:?\s+/iu, "").trim();
  const isName = !NOBODY.test(name) && /^\p{Lu}/u.test(name) && name.split(" ").length <= 5;
  return isName ? [{ name, isPerson: isPersonName(name) }] : [];
}

const lowerCapitals = (name: string) =>
  /\p{Ll}/u.test(name)
    ? name
    : name.replace(/(?<=\p{L})[\p{L}\p{M}]+/gu, (rest) => (rest.length > 1 ? rest.toLowerCase() : rest));

const fold = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}]/gu, "")
    .toLowerCase();

function distinct(authors: readonly Byline[]): Byline[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => !seen.has(fold(name)) && seen.add(fold(name)));
}

// An author whom the markup names may stand in the text too.
function withSpans(authors: readonly Byline[], places: readonly Place[]): Byline[] {
  const spans = new Map(
    places.flatMap(({ authors }) => authors.flatMap(({ name, span }) => (span ? [[fold(name), span] as const] : []))),
  );
  return authors.map((author) => {
    const span = author.span ?? spans.get(fold(author.name));
    return span ? { ...author, span } : author;
  });
}
