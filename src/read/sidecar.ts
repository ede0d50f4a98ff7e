import { readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { calendarDay } from "./day.ts";
import { type Fields, readFields } from "./fields.ts";
import {
  ARTICLE_EXTENSIONS,
  type MetadataTable,
  namesOf,
  readTable,
  someFile,
  stem,
  unmatched,
} from "./metadata-table.ts";
import { isField, matchName } from "./name-pattern.ts";
import type { Origin, ReadOptions, Skipped } from "./reader.ts";

/** What is known of an article from its name and from the files beside it. */
export interface Beside extends Fields {
  readonly diagnostics: readonly Diagnostic[];
}

const TABLES = ["metadata.csv", "metadata.tsv"];
const NOTHING: Fields = { known: {}, meta: {} };

/** Finds what files beside the articles say: `metadata.csv` in their folder or above it, and `NAME.json` beside `NAME.txt`. */
export class Sidecars {
  private readonly options: ReadOptions;
  private readonly tables = new Map<string, Promise<MetadataTable | null>>();

  constructor(options: ReadOptions) {
    this.options = options;
  }

  /** What is known of an article. A file of its own says more than a table, a table more than the name. */
  async of(origin: Origin): Promise<Beside> {
    const diagnostics: Diagnostic[] = [];
    const found = [fromName(origin.id, this.options, diagnostics)];
    for (const folder of foldersOf(origin).reverse()) {
      const table = await this.tableIn(folder);
      const row =
        table &&
        namesOf(table.folder, origin.path)
          .map((name) => table.rows.get(name))
          .find(Boolean);
      if (row) found.push(row);
    }
    found.push((await this.ownFile(origin.path)) ?? NOTHING);
    return {
      known: Object.assign({}, ...found.map(({ known }) => known)),
      meta: Object.assign({}, ...found.map(({ meta }) => meta)),
      diagnostics,
    };
  }

  /** A file that is no article but tells of articles, as what became of it; null for every other file. */
  async skipped(path: string): Promise<Skipped | null> {
    if (TABLES.includes(basename(path).toLowerCase())) {
      const table = await this.tableIn(dirname(path), basename(path));
      return table && { kind: "skipped", path, diagnostics: [...table.diagnostics, ...(await unmatched(table))] };
    }
    if (extname(path).toLowerCase() !== ".json") return null;
    const beside = join(dirname(path), stem(path));
    const articles = [
      beside,
      ...ARTICLE_EXTENSIONS.flatMap((extension) => [beside + extension, `${beside}${extension}.gz`]),
    ];
    const isBeside = await someFile(articles.filter((article) => article !== path));
    return isBeside && (await readJsonFile(path, this.options)) ? { kind: "skipped", path } : null;
  }

  private async ownFile(path: string): Promise<Fields | null> {
    const folder = dirname(path);
    for (const name of [`${basename(path)}.json`, `${stem(path)}.json`]) {
      const file = join(folder, name);
      const fields = file === path ? null : await readJsonFile(file, this.options);
      if (fields) return fields;
    }
    return null;
  }

  private async tableIn(folder: string, name?: string): Promise<MetadataTable | null> {
    for (const table of name ? [name] : TABLES) {
      const path = join(folder, table);
      const known = this.tables.get(path) ?? readTable(path, this.options);
      this.tables.set(path, known);
      const found = await known;
      if (found) return found;
    }
    return null;
  }
}

/** The folder of an article and, where it was found in a folder that was given, those above it up to that one. */
function foldersOf({ id, path, isNamed }: Origin): string[] {
  const folders = [dirname(path)];
  const depth = isNamed ? 0 : id.split(/[\\/]/u).length - 1;
  for (let i = 0; i < depth; i++) folders.push(dirname(folders.at(-1)!));
  return folders;
}

/** The fields of a JSON file with metadata; null where it is none, or holds an article itself. */
async function readJsonFile(path: string, { maxBytes, fields }: ReadOptions): Promise<Fields | null> {
  const { size } = (await stat(path).catch(() => null)) ?? { size: Number.POSITIVE_INFINITY };
  if (size > maxBytes) return null;
  const { parseObject } = await import("./formats/json-record.ts");
  const parsed = parseObject(await readFile(path));
  if ("reason" in parsed) return null;
  const found = readFields(parsed.object, fields);
  return found.known.text === undefined && found.known.html === undefined ? found : null;
}

/** What the name of a file says, by the pattern that was given. */
function fromName(id: string, { namePattern }: ReadOptions, diagnostics: Diagnostic[]): Fields {
  if (!namePattern) return NOTHING;
  const hasFolders = namePattern.some((part) => "literal" in part && part.literal.includes("/"));
  const below = id
    .split(sep)
    .join("/")
    .replace(/(?:\.[^./]+)?(?:\.gz)?$/iu, "");
  const name = hasFolders ? below : below.slice(below.lastIndexOf("/") + 1);
  const found = matchName(namePattern, name, (part, value) => part !== "published" || calendarDay(value) !== null);
  if (!found) diagnostics.push(diagnose("unmatched-name", name));
  const entries = Object.entries(found ?? {});
  return {
    known: Object.fromEntries(entries.filter(([part]) => isField(part))),
    meta: Object.fromEntries(entries.filter(([part]) => part !== "published" && part !== "id")),
  };
}
