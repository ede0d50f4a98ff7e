import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { reasonOf } from "../reason.ts";
import { didYouMean } from "../suggest.ts";
import { lineAndColumn, type Member, type Node, parseJsonText, plain, TextProblem } from "./json-text.ts";
import { nameOf, type Setting } from "./setting.ts";
import { valueProblem } from "./value.ts";

export const CONFIG_NAME = "summits.config.json";

/** A mistake in the configuration: a message with its place. */
export class ConfigError extends Error {}

/** A value and where it was set: `summits.config.json:3`, `SUMMITS_ENCODING`. */
export interface Sourced {
  readonly value: unknown;
  readonly from: string;
}

/** The settings of a file by their names. */
export type FileSettings = ReadonlyMap<string, Sourced>;

/** The nearest summits.config.json, from a folder upwards; null where there is none. Throws ConfigError. */
export async function findConfig(folder: string, settings: readonly Setting[]): Promise<FileSettings | null> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const text = await read(join(at, CONFIG_NAME));
    if (text !== null) return parseConfig(text, join(at, CONFIG_NAME), settings);
    if (dirname(at) === at) return null;
  }
}

/** A file that was asked for by name; throws ConfigError. */
export async function readConfig(path: string, settings: readonly Setting[]): Promise<FileSettings> {
  const text = await read(resolve(path));
  if (text === null) throw new ConfigError(`${path}: no such file`);
  return parseConfig(text, resolve(path), settings);
}

async function read(path: string): Promise<string | null> {
  try {
    return (await readFile(path, "utf8")).replace(/^\ufeff/u, "");
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    if (problem.code === "ENOENT" || problem.code === "ENOTDIR") return null;
    throw new ConfigError(`${path}: ${reasonOf(problem)}`);
  }
}

/** The settings in the text of a file; throws ConfigError with every mistake, a line each. */
export function parseConfig(text: string, path: string, settings: readonly Setting[]): FileSettings {
  try {
    const problems: TextProblem[] = [];
    const found = collect(parseJsonText(text), settings, problems);
    if (problems.length) throw new ConfigError(problems.map((problem) => placed(problem, text, path)).join("\n"));
    return new Map(
      found.map(({ setting, member }) => {
        const line = lineAndColumn(text, member.start).split(":")[0];
        return [nameOf(setting), { value: settled(setting, member.value, path), from: `${path}:${line}` }];
      }),
    );
  } catch (error) {
    throw error instanceof TextProblem ? new ConfigError(placed(error, text, path)) : error;
  }
}

const placed = ({ message, offset }: TextProblem, text: string, path: string): string =>
  `${path}:${lineAndColumn(text, offset)}: ${message}`;

interface Found {
  readonly setting: Setting;
  readonly member: Member;
}

function collect(root: Node, settings: readonly Setting[], problems: TextProblem[]): Found[] {
  if (root.kind !== "object") throw new TextProblem("the configuration is an object: { … }", root.start);
  const sections = new Set(settings.flatMap(({ section }) => section ?? []));
  const found: Found[] = [];
  for (const member of root.members) {
    if (member.key === "$schema") continue;
    if (!sections.has(member.key)) found.push(...look(member, null, settings, [...sections], problems));
    else if (member.value.kind !== "object")
      problems.push(new TextProblem(`${member.key} takes an object`, member.start));
    else for (const inner of member.value.members) found.push(...look(inner, member.key, settings, [], problems));
  }
  return found;
}

/** The setting that a member sets; adds to the problems where there is none, or not of this value. */
function look(
  member: Member,
  section: string | null,
  settings: readonly Setting[],
  sections: readonly string[],
  problems: TextProblem[],
): Found[] {
  const here = settings.filter((one) => one.section === section);
  const setting = here.find(({ key }) => key === member.key);
  if (!setting) {
    const where = section === null ? "" : ` in ${section}`;
    const guess = didYouMean(member.key, [...here.map(({ key }) => key), ...sections]);
    problems.push(new TextProblem(`unknown key "${member.key}"${where}${guess}`, member.start));
    return [];
  }
  const problem = valueProblem(setting, member.value);
  if (problem) problems.push(problem);
  return [{ setting, member }];
}

function settled({ shape }: Setting, node: Node, path: string): unknown {
  const value = plain(node);
  return shape.type === "path" ? resolve(dirname(path), value as string) : value;
}
