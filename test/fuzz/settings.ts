import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { parseBaseline } from "../../src/check/baseline.ts";
import { weigher } from "../../src/check/check.ts";
import { UsageError } from "../../src/cli/exit.ts";
import { program } from "../../src/cli/main.ts";
import { readOptions } from "../../src/cli/options.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { fromEnvironment } from "../../src/config/environment.ts";
import { ConfigError, parseConfig } from "../../src/config/read.ts";
import { type DocumentRecord, type ErrorRecord, report } from "../../src/index.ts";
import { LIMIT_NAMES } from "../../src/limits.ts";
import { OptionError } from "../../src/option-error.ts";
import { settle } from "../../src/options.ts";
import { readExtracted } from "../../src/read/extracted.ts";
import { readLexicon } from "../../src/read/lexicon.ts";
import { readLineCounts } from "../../src/read/line-counts.ts";
import { matchName, parseNamePattern } from "../../src/read/name-pattern.ts";
import { Kept } from "../../src/run/kept.ts";
import { MergeError, merged, partsOf } from "../../src/run/merge.ts";
import { soup } from "./inputs.ts";

/** A kind of settings: what is tried, and what reads it. Only errors of these classes, which become a line and exit 2, may be thrown. */
interface Kind<T> {
  readonly share: number;
  readonly input: fc.Arbitrary<T>;
  readonly read: (input: T) => unknown;
  readonly refusals: readonly (abstract new (...args: never[]) => Error)[];
}

const kind = <T>(one: Kind<T>): Kind<unknown> => one as Kind<unknown>;

const SETTINGS = settingsOf(program());
const FLAGS = { inputFormat: "auto", color: "auto", ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, "9"])) };
type Flags = Parameters<typeof readOptions>[0];

// What JavaScript objects have by themselves, and what could become code.
const TRAPS = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "$schema", "import()", "$(id)"];
const key = fc.constantFrom(...TRAPS, ...SETTINGS.flatMap(({ key, section }) => [key, section ?? key]), "", "x");
const word = fc.oneof(fc.constantFrom(...TRAPS, "text", "date", "off", "error", "1", "0", "-1", "1e9", "auto"), soup);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.integer(),
    fc.constantFrom(true, false, null, 0, 1e99),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("value")), { maxLength: 5 }).map((members) => ({ members })),
  ),
}));
/** As JSON.stringify, but names may come twice and "__proto__" is one of them. */
const written = (value: unknown): string =>
  typeof value === "object" && value !== null && "members" in value
    ? `{${(value.members as [string, unknown][]).map(([name, one]) => `${JSON.stringify(name)}:${written(one)}`).join(",")}}`
    : Array.isArray(value)
      ? `[${value.map(written).join(",")}]`
      : JSON.stringify(value);
const object = fc.array(fc.tuple(key, json), { maxLength: 6 }).map((members) => written({ members }));

/** The text with stretches cut out, doubled or replaced. */
const damaged = (texts: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(30), fc.oneof(word, fc.constantFrom("\0", "{", "}", '"', "\\q", "9", ""))), {
        minLength: 1,
        maxLength: 3,
      }),
    )
    .map(([text, changes]) =>
      changes.reduce((all, [at, cut, by]) => {
        const start = at % (all.length + 1);
        return all.slice(0, start) + by + all.slice(start + cut);
      }, text),
    );
/** The same number of bytes with other digits and letters, which JSON still is more often than not. */
const altered = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(), fc.constantFrom(...'0179azAZ-,:"{}[]\\\u0001')), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const units = [...text];
      for (const [at, by] of changes) units[at % units.length] = by;
      return units.join("");
    });

const CONFIG = JSON.stringify(
  { map: { text: "body" }, maxBytes: 5, exclude: ["a"], check: { rules: { mojibake: "off" }, failOn: "never" } },
  null,
  1,
);
const BASELINE = '{"schema":"summits/baseline/1","findings":[\n{"document":"a","rule":"x","fingerprint":"00ff"}\n]}\n';
const COUNTS = '{ "schema": "summits/line-counts/1", "sites": {\n  "a.org": {\n    "0f": [1,2,3]\n  }\n} }\n';
const LISTS = ["people.txt", "outlets.txt", "cue-verbs.txt", "boilerplate.txt", "peeple.txt"];

/** What two runs of the command left: parts to be merged, with their manifests. */
export interface Made {
  readonly folder: string;
}

/** Every kind of settings, and of files of its own that the tool reads back. */
export function settingsKinds({ folder: made }: Made): Readonly<Record<string, Kind<unknown>>> {
  const scratch = mkdtempSync(`${made}-`);
  const names = readdirSync(made).sort();
  const whole = Object.fromEntries(names.map((name) => [name, readFileSync(join(made, name), "utf8")]));
  const records = names.find((name) => name.endsWith("1.jsonl"))!;
  const inFile = <T>(name: string, text: string | Uint8Array, read: (path: string) => T): T => {
    writeFileSync(join(scratch, name), text);
    return read(join(scratch, name));
  };
  return {
    "summits.config.json": kind({
      share: 0.3,
      input: fc.oneof(object, json.map(written), damaged([CONFIG]), soup),
      read: (text) => parseConfig(text, "/x/summits.config.json", SETTINGS),
      refusals: [ConfigError],
    }),
    "environment variables": kind({
      share: 0.1,
      input: fc.tuple(fc.constantFrom(...SETTINGS), fc.oneof(word, soup)),
      read: ([setting, text]) => fromEnvironment(setting, { [setting.variable]: text }),
      refusals: [ConfigError],
    }),
    "values of options": kind({
      share: 0.2,
      input: fc.dictionary(
        fc.constantFrom("map", "namePattern", "published", "encoding", ...LIMIT_NAMES),
        fc.oneof(
          word,
          fc.array(fc.tuple(key, word), { maxLength: 3 }).map((all) => all.map((pair) => pair.join("=")).join(",")),
        ),
      ),
      read: (flags) => settle(readOptions({ ...FLAGS, ...flags } as Flags)),
      refusals: [UsageError, OptionError],
    }),
    "--rule": kind({
      share: 0.05,
      input: fc.dictionary(key, word),
      read: (rules) => weigher(rules),
      refusals: [OptionError],
    }),
    "--name-pattern and names": kind({
      share: 0.1,
      input: fc.tuple(
        damaged(["{date}_{outlet}_{id}", "{a}/{b}.{title}"]),
        fc.oneof(soup, fc.constant("a_".repeat(100))),
      ),
      read: ([pattern, name]) => matchName(parseNamePattern(pattern), name.slice(0, 255), () => false),
      refusals: [Error],
    }),
    "--lexicon": kind({
      share: 0.05,
      input: fc.tuple(fc.constantFrom(...LISTS), fc.oneof(soup.map(Buffer.from), fc.uint8Array())),
      read: async ([name, bytes]) => {
        const lists = mkdtempSync(join(scratch, "lists-"));
        writeFileSync(join(lists, name), bytes);
        await readLexicon(lists).finally(() => rmSync(lists, { recursive: true }));
      },
      refusals: [OptionError],
    }),
    "--baseline": kind({
      share: 0.05,
      input: fc.oneof(damaged([BASELINE]), object),
      read: parseBaseline,
      refusals: [Error],
    }),
    "--line-counts": kind({
      share: 0.05,
      input: fc.oneof(damaged([COUNTS]), object),
      read: (text) => inFile("counts.json", text, readLineCounts),
      refusals: [Error],
    }),
    "parts and manifests of merge": kind({
      share: 0.04,
      input: fc
        .constantFrom(...names)
        .chain((name) => fc.tuple(fc.constant(name), fc.oneof(altered(whole[name]!), damaged([whole[name]!])))),
      async read([name, text]) {
        const folder = mkdtempSync(join(scratch, "parts-"));
        for (const one of names) writeFileSync(join(folder, one), one === name ? text : whole[one]!);
        try {
          for await (const _ of merged(await partsOf([folder])));
        } finally {
          rmSync(folder, { recursive: true });
        }
      },
      refusals: [MergeError],
    }),
    "what --resume finds": kind({
      share: 0.03,
      input: fc.oneof(altered(whole[records]!.slice(0, 3000)), damaged([whole[records]!])),
      async read(text) {
        const kept = new Kept();
        await inFile("x.part", text, (path) => kept.add(path));
        const file = {
          path: "a.txt",
          sha256: "0".repeat(64),
          mediaType: "text/plain",
          encoding: "utf-8",
          encodingBasis: "given",
          bytes: 1,
        } as const;
        await kept.take("a.txt", file, null);
        await kept.close();
      },
      refusals: [],
    }),
    "records that are read back": kind({
      share: 0.03,
      input: fc.oneof(altered(whole[records]!.split("\n")[0]!), damaged([whole[records]!.split("\n")[0]!])),
      async read(text) {
        const records: (DocumentRecord | ErrorRecord)[] = [];
        for await (const one of inFile("back.jsonl", `${text}\n`, (path) => readExtracted(path)))
          if (!("kind" in one)) records.push(one);
        for (const kind of ["overview", "experts", "quotes", "timeline", "copies"] as const)
          await report(records, { kind });
      },
      refusals: [],
    }),
  };
}

/** Reads it; what it says to a wrong value is a mistake of the user, and anything else a bug of ours. */
export async function isRefused({ read, refusals }: Kind<unknown>, input: unknown): Promise<boolean> {
  try {
    await read(input);
    return false;
  } catch (error) {
    const isMistake = refusals.some((one) => (one === Error ? isPlain(error) : error instanceof one));
    if (!isMistake) throw error;
    return true;
  }
}

/** Not a TypeError or a RangeError; those of JSON.parse aside. */
const isPlain = (error: unknown) =>
  error instanceof Error && (error.constructor === Error || error instanceof SyntaxError);
