import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { type Fields, keyOf, readFields } from "./fields.ts";
import { peek } from "./peek.ts";
import type { ReadOptions } from "./reader.ts";
import { toUtf8 } from "./transcode.ts";

/** A table of metadata: what it says of each file, by the name that it gives the file. */
export interface MetadataTable {
  readonly folder: string;
  readonly rows: ReadonlyMap<string, Fields & { readonly line: number }>;
  readonly diagnostics: readonly Diagnostic[];
}

const FILE_COLUMNS = ["file", "filename", "file_name", "path", "name", "document", "id"];

/** The extensions of articles beside which metadata may stand. */
export const ARTICLE_EXTENSIONS = [".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"];
/** "a.txt.gz" and "a.html" are articles called "a". */
export const stem = (path: string) => basename(path.replace(/\.gz$/iu, "")).replace(/\.[^.]+$/u, "");

/** The rows of a table of metadata; null where there is none, or where it holds articles itself. */
export async function readTable(path: string, options: ReadOptions): Promise<MetadataTable | null> {
  if (!(await someFile([path]))) return null;
  const { readRows } = await import("./formats/csv.ts");
  const rows = new Map<string, Fields & { readonly line: number }>();
  const diagnostics: Diagnostic[] = [];
  let header: string[] | undefined;
  let column = -1;
  const { chunks } = toUtf8(await peek(createReadStream(path)), options.encoding);
  for await (const { cells, line } of readRows(chunks, options.maxBytes)) {
    const texts = cells.map((cell) => cell.toString("utf8").trim());
    if (!header) {
      header = texts;
      column = fileColumn(header, options);
      if (column < 0) return null;
      continue;
    }
    if (texts.length > header.length) diagnostics.push(diagnose("ragged-row", `${texts.length} cells`, { line }));
    const name = texts[column]?.replaceAll("\\", "/").replace(/^\.\//u, "");
    const others = header.flatMap((key, i) =>
      i === column && key.toLowerCase() !== "id" ? [] : [[key, texts[i]] as const],
    );
    const record = Object.fromEntries(others.filter(([key, text]) => key && text));
    if (name) rows.set(name, { ...readFields(record, options.fields), line });
  }
  return { folder: dirname(path), rows, diagnostics };
}

/** The column that names the files; -1 where there is none, or where the table has the articles themselves. */
function fileColumn(header: readonly string[], { fields }: ReadOptions): number {
  if (keyOf("text", header, fields) !== null || keyOf("html", header, fields) !== null) return -1;
  const fold = header.map((name) => name.toLowerCase());
  const name = [fields?.id?.toLowerCase(), ...FILE_COLUMNS].find(
    (column) => column !== undefined && fold.includes(column),
  );
  return name === undefined ? -1 : fold.indexOf(name);
}

/** The rows of a table whose file isn't there. */
export async function unmatched({ folder, rows }: MetadataTable): Promise<Diagnostic[]> {
  const missing: Diagnostic[] = [];
  for (const [name, { line }] of rows) {
    const path = join(folder, name);
    const isHere = await someFile([
      path,
      ...["", ...ARTICLE_EXTENSIONS].flatMap((end) => [path + end, `${path}${end}.gz`]),
    ]);
    if (!isHere) missing.push(diagnose("unmatched-metadata", name, { line }));
  }
  return missing;
}

/** The names by which a table may call an article: its path below the table, its name, its name without extension. */
export function namesOf(folder: string, path: string): string[] {
  const below = relative(folder, path).split(sep).join("/");
  return [
    below,
    below.replace(/\.gz$/iu, ""),
    below.replace(/(?:\.[^./]+)?(?:\.gz)?$/iu, ""),
    basename(path),
    stem(path),
  ];
}

/** Whether one of these paths is a file. */
export const someFile = async (paths: readonly string[]): Promise<boolean> =>
  (
    await Promise.all(
      paths.map((path) =>
        stat(path).then(
          (entry) => entry.isFile(),
          () => false,
        ),
      ),
    )
  ).includes(true);
