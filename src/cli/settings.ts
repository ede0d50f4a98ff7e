import type { Command, Option } from "commander";
import { fromEnvironment } from "../config/environment.ts";
import { ConfigError, type FileSettings, findConfig, readConfig, type Sourced } from "../config/read.ts";
import { nameOf, type Setting, type Shape } from "../config/setting.ts";
import { FIELDS, LAYERS, RULE_SEVERITIES, ruleIds } from "../index.ts";
import { LIMIT_NAMES } from "../limits.ts";
import { UsageError } from "./exit.ts";

// What is said anew for each run: where it goes, which part of it, and where settings come from.
const NOT_SETTINGS = new Set(["help", "version", "output", "json", "updateBaseline", "config", "filesFrom", "null"]);
const ONCE = new Set(["source", "resume", "shard", "why", "pager"]);

// The names of settings that aren't called like their flags.
const KEYS: Readonly<Record<string, string>> = { rule: "rules", ignore: "gitignore" };

// Of settings whose flag says that they don't hold.
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ignore: "whether .gitignore files are obeyed",
  formulaGuard: "csv: whether cells that a spreadsheet would run as formulas begin with an apostrophe",
};

// What commander doesn't know of their values.
const SHAPES: Readonly<Record<string, Shape>> = {
  map: { type: "pairs", keys: FIELDS },
  rule: { type: "pairs", keys: ruleIds, values: RULE_SEVERITIES },
  only: { type: "list", choices: LAYERS },
  exclude: { type: "list" },
  lexicon: { type: "path" },
  baseline: { type: "path" },
  ...Object.fromEntries(LIMIT_NAMES.map((name) => [name, { type: "number", least: 1 } as const])),
  top: { type: "number", least: 1 },
  maxWarnings: { type: "number", least: 0 },
};

/** A setting and the option of each command that it is. */
export interface Flagged extends Setting {
  readonly attribute: string;
}

/** Every setting: what all commands that read share, then what only one has. */
export function settingsOf(root: Command): Flagged[] {
  const readers = root.commands.filter((command) => has(command, "inputFormat") && command.name() !== "config");
  const known = readers.map(({ options }) => new Set(options.map((option) => option.attributeName())));
  const shared = readers[0]?.options.filter((option) => known.every((one) => one.has(option.attributeName()))) ?? [];
  const names = new Set(shared.map((option) => option.attributeName()));
  // Each command has its own formats.
  names.delete("format");
  return [
    ...settingsAmong(
      shared.filter((option) => names.has(option.attributeName())),
      null,
    ),
    ...readers.flatMap((command) =>
      settingsAmong(
        command.options.filter((option) => !names.has(option.attributeName())),
        command.name(),
      ),
    ),
  ];
}

const has = (command: Command, attribute: string) =>
  command.options.some((option) => option.attributeName() === attribute);

const settingsAmong = (options: readonly Option[], section: string | null): Flagged[] =>
  options
    .filter((option) => !NOT_SETTINGS.has(option.attributeName()) && !ONCE.has(option.attributeName()))
    .map((option) => settingOf(option, section));

function settingOf(option: Option, section: string | null): Flagged {
  const attribute = option.attributeName();
  const key = KEYS[attribute] ?? attribute;
  const shape = shapeOf(option);
  const said = option.defaultValue ?? (option.negate ? true : shape.type === "flag" ? false : undefined);
  const fallback = shape.type === "number" && said !== undefined ? Number(said) : said;
  return {
    section,
    key,
    attribute,
    flag: option.long ?? option.flags,
    variable: ["SUMMITS", ...[section, key].flatMap((part) => (part === null ? [] : upper(part)))].join("_"),
    shape,
    description: DESCRIPTIONS[attribute] ?? option.description,
    ...(fallback !== undefined && { fallback }),
  };
}

/** "maxBytes" is MAX_BYTES. */
const upper = (name: string) => name.replace(/\p{Lu}/gu, (letter) => `_${letter}`).toUpperCase();

function shapeOf(option: Option): Shape {
  const known = SHAPES[option.attributeName()];
  if (known) return known;
  if (option.isBoolean() || option.negate) return { type: "flag" };
  return option.argChoices ? { type: "choice", choices: option.argChoices } : { type: "text" };
}

/** A setting, its value and where that was set. */
export interface Held extends Sourced {
  readonly setting: Flagged;
}

/** What holds for a command: flags come before the environment, that before the file, that before the defaults. */
export async function settingsFor(command: Command, root: Command): Promise<Held[]> {
  const all = settingsOf(root);
  const file = await fileSettings(command.opts().config, all);
  return all
    .filter(({ section }) => section === null || section === command.name() || command.name() === "config")
    .map((setting) => held(setting, command, file));
}

async function fileSettings(wanted: unknown, all: readonly Setting[]): Promise<FileSettings> {
  if (wanted === false) return new Map();
  try {
    const named = typeof wanted === "string" ? wanted : process.env.SUMMITS_CONFIG;
    return (named ? await readConfig(named, all) : await findConfig(process.cwd(), all)) ?? new Map();
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

function held(setting: Flagged, command: Command, file: FileSettings): Held {
  const isFlagged = command.getOptionValueSource(setting.attribute) === "cli";
  const layers: readonly (Sourced | null | undefined)[] = [
    isFlagged ? { value: command.opts()[setting.attribute], from: setting.flag } : null,
    environment(setting),
    file.get(nameOf(setting)),
  ];
  const set = layers.flatMap((layer) => layer ?? []);
  if (setting.shape.type !== "pairs") return { setting, ...(set[0] ?? { value: setting.fallback, from: "default" }) };
  const merged = Object.assign({}, ...set.toReversed().map(({ value }) => pairsOf(value)));
  return { setting, value: merged, from: set.map(({ from }) => from).join(", ") || "default" };
}

function environment(setting: Setting): Sourced | null {
  try {
    return fromEnvironment(setting, process.env);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

/** Pairs as the file has them, of pairs as a flag has them: "text=body,published=date", or a list of such. */
function pairsOf(value: unknown): Record<string, string> {
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, string>;
  const pairs = [value].flat().flatMap((text) => String(text).split(","));
  return Object.fromEntries(
    pairs.map((pair) =>
      pair
        .split(/=(.*)/su)
        .slice(0, 2)
        .map((part) => part.trim()),
    ),
  );
}

/** Gives a command the values that aren't set by its flags. */
export async function applySettings(command: Command, root: Command): Promise<void> {
  if (!has(command, "inputFormat")) return;
  for (const { setting, value, from } of await settingsFor(command, root)) {
    if (from === "default" || from === setting.flag) continue;
    command.setOptionValueWithSource(setting.attribute, flagValue(setting, value), "config");
  }
}

/** A value in the form in which its flag would give it. */
function flagValue({ shape, attribute }: Flagged, value: unknown): unknown {
  if (shape.type === "number") return String(value);
  if (shape.type === "list") return attribute === "only" ? (value as string[]).join(",") : value;
  if (shape.type !== "pairs") return value;
  const pairs = Object.entries(value as Record<string, string>).map((pair) => pair.join("="));
  return attribute === "rule" ? pairs : pairs.join(",");
}
