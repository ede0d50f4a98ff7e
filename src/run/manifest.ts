import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  type ExtractOptions,
  type Layer,
  type OffsetUnit,
  type Options,
  recordOptions,
  type TextChoice,
} from "../index.ts";
import { version } from "../version.ts";
import type { Shard } from "./units.ts";

type Content = Pick<ExtractOptions, "offsets" | "text" | "only">;

/** What decides the bytes of a run's records, besides its input. */
export interface Recipe {
  readonly tool: { readonly name: "summits"; readonly version: string };
  readonly options: Readonly<Record<string, unknown>>;
  readonly shard: Shard | null;
}

/** What a run made, from what, and how: written beside its records as FILE.manifest. */
export interface Manifest extends Recipe {
  readonly schema: "summits/run/1";
  readonly inputs: { readonly count: number; readonly sha256: string };
  readonly counts: {
    readonly documents: number;
    readonly errors: number;
    readonly skipped: number;
    readonly otherRecords: number;
  };
  readonly output: { readonly bytes: number; readonly sha256: string };
}

/** The recipe of a run with these options; throws OptionError. */
export async function recipeOf(options: Options, content: Content, shard: Shard | null): Promise<Recipe> {
  const { settle } = await import("../options.ts");
  const { stdin: _, ...settled } = await settle(options);
  return { tool: { name: "summits", version }, options: plain({ ...settled, ...recordOptions(content) }), shard };
}

const plain = (options: object): Recipe["options"] => JSON.parse(JSON.stringify(options, asPlain));

/** Sets and maps have no JSON of their own; a map can be large (the lines of every site), so its hash stands for it. */
function asPlain(_: string, value: unknown): unknown {
  if (value instanceof Set) return [...value];
  return value instanceof Map ? `sha256 ${sha256(JSON.stringify([...value], entriesOf))}` : value;
}

const entriesOf = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** Twelve hexadecimal digits that stand for a recipe. */
export const nameOf = ({ tool, options, shard }: Recipe): string =>
  sha256(canonical({ tool, options, shard })).slice(0, 12);

/** What differs between two recipes, in words; empty where nothing does. */
export function differences(one: Recipe, other: Recipe): string[] {
  const names = new Set([...Object.keys(one.options), ...Object.keys(other.options)]);
  const options = [...names].sort().flatMap((name) => {
    const [a, b] = [one, other].map(({ options }) => canonical(options[name] ?? null));
    return a === b ? [] : [`${name} ${a} and ${b}`];
  });
  const versions = [one, other].map(({ tool }) => tool.version);
  return [...(versions[0] === versions[1] ? [] : [`version ${versions.join(" and ")}`]), ...options];
}

/** JSON whose objects have their fields in order of names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, field) =>
    typeof field === "object" && field !== null && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([a], [b]) => (a < b ? -1 : 1)))
      : field,
  );
}

/** The manifest beside a file; null where there is none that can be read. */
export async function readManifest(file: string): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse(await readFile(`${file}.manifest`, "utf8"));
    return isManifest(manifest) ? manifest : null;
  } catch {
    return null;
  }
}

const isManifest = (value: unknown): value is Manifest => fits(value, SHAPE);

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): boolean => typeof value === "string";

type Fields = { readonly [name: string]: Fields | ((value: unknown) => boolean) };

const SHAPE: Fields = {
  schema: (value) => value === "summits/run/1",
  tool: { version: isText },
  options: { offsets: isText, text: isText, layers: (value) => Array.isArray(value) && value.every(isText) },
  shard: (value) => value === null || fits(value, { index: isCount, count: isCount }),
  inputs: { count: isCount, sha256: isText },
  counts: { documents: isCount, errors: isCount },
  output: { bytes: isCount, sha256: isText },
};

/** Whether a value of JSON is an object with these fields, others aside. */
function fits(value: unknown, shape: Fields): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(shape).every(([name, wanted]) => {
    const field = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return typeof wanted === "function" ? wanted(field) : fits(field, wanted);
  });
}

/** How the records of a run are printed, in the order in which the corpus object tells it. */
export function recordOptionsOf({ options: { offsets, text, layers } }: Recipe) {
  return { offsets, text, layers } as { offsets: OffsetUnit; text: TextChoice; layers: readonly Layer[] };
}
