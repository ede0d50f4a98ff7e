import { readFile } from "node:fs/promises";
import { type LineCounts, lineCounter } from "../clean/site-lines.ts";
import { readDocuments } from "./documents.ts";
import { findInputs } from "./inputs.ts";
import { type Failure, fail, InputProblem, type ReadOptions, type Skipped } from "./reader.ts";
import { type Read, render } from "./record.ts";
import { Sidecars } from "./sidecar.ts";

/** Counts the lines of everything behind the paths; `tell` hears of each input. */
export async function countLines(
  paths: readonly string[],
  options: ReadOptions & { readonly maxDepth?: number; readonly stdin?: AsyncIterable<Uint8Array> },
  tell: (read: Read | Failure | Skipped) => void = () => {},
): Promise<LineCounts> {
  const counter = lineCounter();
  const sidecars = new Sidecars(options);
  for await (const input of findInputs(paths, options)) {
    if (input.kind === "skipped") tell(input);
    else {
      for await (const read of readDocuments(input, options, options.stdin, sidecars)) {
        tell(read.kind === "document" ? await counted(read, counter, options.maxDepth) : read);
      }
    }
  }
  return counter.counts;
}

/** Counts a document; an error where it can't be rendered. */
async function counted(
  read: Read,
  counter: ReturnType<typeof lineCounter>,
  maxDepth?: number,
): Promise<Read | Failure> {
  try {
    counter.add((await render(read, maxDepth)).source);
    return read;
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    return fail({ id: read.decoded.id, path: read.decoded.file.path }, error.diagnostic);
  }
}

const SCHEMA = "summits/line-counts/1";

/** The counts as a JSON file, the same bytes whatever order the documents came in. */
export function formatLineCounts(counts: LineCounts): string {
  const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  const sites = sorted(counts).map(([site, documents]) => {
    const lines = sorted(documents).map(([name, print]) => `    ${JSON.stringify(name)}: ${JSON.stringify(print)}`);
    return `  ${JSON.stringify(site)}: {\n${lines.join(",\n")}\n  }`;
  });
  return `{ "schema": "${SCHEMA}", "sites": {\n${sites.join(",\n")}\n} }\n`;
}

/** Reads counts that were written before; throws where the file is none. */
export async function readLineCounts(path: string): Promise<LineCounts> {
  const file: unknown = JSON.parse(await readFile(path, "utf8"));
  if (!isObject(file) || file.schema !== SCHEMA || !isObject(file.sites)) throw new Error(`no ${SCHEMA} in it`);
  return new Map(Object.entries(file.sites).map(([site, documents]) => [site, new Map(printsOf(documents))]));
}

function printsOf(documents: unknown): [string, readonly number[]][] {
  if (!isObject(documents)) throw new Error("a site without its documents");
  return Object.entries(documents).map(([name, print]) => {
    if (!Array.isArray(print) || !print.every(Number.isSafeInteger)) throw new Error("a document without its lines");
    return [name, print];
  });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
