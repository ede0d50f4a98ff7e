import type { Grouping } from "../../choices.ts";
import type { Corpus } from "../../corpus/corpus.ts";
import type { CorpusSourceRecord, DocumentRecord } from "../../schema.ts";
import { type Collector, type Column, type Row, type Section, section } from "../section.ts";

export type { Grouping } from "../../choices.ts";

const WHO: readonly Column[] = [
  { name: "name", grow: 3 },
  { name: "role", grow: 3 },
  { name: "affiliation", grow: 4 },
  { name: "type" },
];
const HOW_MUCH: readonly Column[] = [{ name: "quotes" }, { name: "words" }, { name: "share %" }];

/** A source as one document has it, with where it belongs. */
interface Appearance {
  readonly document: string;
  readonly source: string;
  readonly quotes: number;
  readonly words: number;
  readonly group: string;
}

export interface SourcesOptions {
  readonly top: number;
  readonly by: Grouping | null;
}

/** Who is quoted, in what capacity and how much: all sources, or experts, or all but experts. */
export class Sources implements Collector {
  private readonly title: string;
  private readonly corpus: Corpus;
  private readonly wanted: (source: { readonly isExpert: boolean }) => boolean;
  private readonly options: SourcesOptions;
  private readonly appearances: Appearance[] = [];
  private readonly words = new Map<string, number>();
  private allWords = 0;

  constructor(title: string, corpus: Corpus, wanted: Sources["wanted"], options: SourcesOptions) {
    this.title = title;
    this.corpus = corpus;
    this.wanted = wanted;
    this.options = options;
  }

  add(record: DocumentRecord): void {
    this.words.set(
      record.id,
      (record.sources ?? []).reduce((sum, { words }) => sum + words, 0),
    );
    for (const source of record.sources ?? []) {
      if (!this.options.by || !this.wanted(source)) continue;
      const { quotes, words } = source;
      const group = groupOf(record, source, this.options.by);
      this.appearances.push({ document: record.id, source: source.id, quotes, words, group });
    }
  }

  sections(): Section[] {
    const { by, top } = this.options;
    const { leftOut } = this.corpus.resolve();
    this.allWords = [...this.words].reduce((sum, [id, words]) => sum + (leftOut.has(id) ? 0 : words), 0);
    if (by) return [this.grouped(by)];
    const rows = this.corpus
      .resolve()
      .sources.filter(this.wanted)
      .map((s) => ({ ...who(s), documents: s.documents.length, ...this.howMuch(s) }));
    return [section(this.title, [...WHO, { name: "documents" }, ...HOW_MUCH], rows, top)];
  }

  /** Groups in order of words quoted; by affiliation and type a row a group, else a row for each source in it. */
  private grouped(by: Grouping): Section {
    const perSource = by === "document" || by === "outlet";
    const { leftOut } = this.corpus.resolve();
    const counted = this.appearances.filter(({ document }) => !leftOut.has(document));
    const groups = [...groupBy(counted, ({ group }) => group)]
      .map(([group, list]) => ({ group, list, ...total(list) }))
      .sort(mostWords);
    const sourceFor = this.sourceFinder();
    const rows = groups.flatMap(({ group, list, ...sum }): Row[] => {
      const inGroup = groupBy(list, sourceFor);
      if (!perSource) return [{ [by]: group, sources: inGroup.size, ...this.howMuch(sum) }];
      return [...inGroup]
        .map(([source, some]) => ({ [by]: group, ...(source && who(source)), ...this.howMuch(total(some)) }))
        .sort(mostWords);
    });
    const columns = [{ name: by, grow: 4 }, ...(perSource ? WHO : [{ name: "sources" }]), ...HOW_MUCH];
    return section(`${this.title} by ${by}`, columns, rows, this.options.top);
  }

  private sourceFinder(): (one: Appearance) => CorpusSourceRecord | undefined {
    const { sources, sourceOf } = this.corpus.resolve();
    const byId = new Map(sources.map((source) => [source.id, source]));
    return ({ document, source }) => byId.get(sourceOf(document, source) ?? "");
  }

  private howMuch = ({ quotes, words }: { quotes: number; words: number }) => ({
    quotes,
    words,
    "share %": this.allWords ? Math.round((1000 * words) / this.allWords) / 10 : 0,
  });
}

function groupBy<T, K>(list: readonly T[], key: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const one of list) {
    const group = groups.get(key(one));
    if (group) group.push(one);
    else groups.set(key(one), [one]);
  }
  return groups;
}

const total = (list: readonly { readonly quotes: number; readonly words: number }[]) => ({
  quotes: list.reduce((sum, { quotes }) => sum + quotes, 0),
  words: list.reduce((sum, { words }) => sum + words, 0),
});

const mostWords = (a: { words: number }, b: { words: number }) => b.words - a.words;

const who = (source: CorpusSourceRecord) => ({
  name: source.name,
  role: source.roles.join("; "),
  affiliation: source.affiliations.join("; "),
  type: source.type,
});

type DocumentSource = NonNullable<DocumentRecord["sources"]>[number];

function groupOf(record: DocumentRecord, source: DocumentSource, by: Grouping): string {
  if (by === "document") return record.id;
  if (by === "type") return source.type;
  if (by === "affiliation") return source.affiliation?.text ?? "(none given)";
  return outletOf(record);
}

/** The outlet that the page names, else the one of the input record. */
export const outletOf = (record: DocumentRecord): string =>
  record.outlet?.text ?? (typeof record.meta.outlet === "string" ? record.meta.outlet : "(unknown)");

const TYPE_COLUMNS: readonly Column[] = [{ name: "type" }, { name: "sources" }, ...HOW_MUCH];

const NOBODY = "(no speaker found)";

/** What share of the quoted words each kind of source has; the last row counts quotations without a source. */
export class SourceTypes implements Collector {
  private readonly corpus: Corpus;
  private readonly told: { document: string; type: string; sources: number; quotes: number; words: number }[] = [];

  constructor(corpus: Corpus) {
    this.corpus = corpus;
  }

  add({ id: document, sources = [], quotes = [] }: DocumentRecord): void {
    for (const { type, quotes, words } of sources) this.told.push({ document, type, sources: 1, quotes, words });
    for (const { source, text } of quotes) {
      if (source !== null) continue;
      this.told.push({ document, type: NOBODY, sources: 0, quotes: 1, words: text.split(/\s+/u).length });
    }
  }

  sections(): Section[] {
    const { leftOut } = this.corpus.resolve();
    const counted = this.told.filter(({ document }) => !leftOut.has(document));
    const rows = [...groupBy(counted, ({ type }) => type)]
      .map(([type, list]) => ({ type, sources: list.filter(({ sources }) => sources).length, ...total(list) }))
      .sort((a, b) => Number(a.type === NOBODY) - Number(b.type === NOBODY) || mostWords(a, b));
    const all = rows.reduce((sum, { words }) => sum + words, 0) || 1;
    const shared = rows.map((row) => ({ ...row, "share %": Math.round((1000 * row.words) / all) / 10 }));
    return [section("kinds of source", TYPE_COLUMNS, shared, Number.POSITIVE_INFINITY)];
  }
}
