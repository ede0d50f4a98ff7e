import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ARTICLE, COMMAND } from "../cli/command.ts";

export const ROOT = new URL("../..", import.meta.url).pathname;
export const CLUSTER = join(ROOT, "fixtures/cluster");
export const SHARED = new URL("../../../shared/scale/", import.meta.url).pathname;

/** Runs a program with the command as $SUMMITS. */
export function shell(
  command: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> {
  const { PATH = "", HOME = "/root" } = process.env;
  const paths = `${PATH}:/usr/sbin`;
  return spawnSync("bash", ["--norc", "-c", command], {
    cwd,
    encoding: "utf8",
    env: { PATH: paths, HOME, SUMMITS: `${process.execPath} ${COMMAND}`, ...env },
  });
}

/** Which of these programs are not here. */
export const missing = (...programs: string[]): string[] =>
  programs.filter((program) => shell(`command -v ${program}`, "/").status !== 0);

/** Whether a test runs: it must where CI says so; elsewhere it is skipped with a plain message where something is missing. */
export function canRun(what: string, lacks: readonly string[]): boolean {
  if (!lacks.length || process.env.SUMMITS_NEEDS_SHARED) return true;
  console.warn(`${what} not tested: ${lacks.join(", ")} not here`);
  return false;
}

export const lacksShared = (): string[] => (existsSync(SHARED) ? [] : [SHARED]);

const PEOPLE = ["Ann Lee", "Bob Roe", "Carla Berg", "Dmitri Orlov", "Eun-ji Park", "Farid Haddad", "Grace Okafor"];
const PLACES = ["Oslo", "Rome", "Hanoi", "Lima", "Nairobi"];

/** Writes articles, a file each and some in a file of records, with names that come again, an empty one and two of one id. */
export function writeArticles(folder: string, n: number): void {
  mkdirSync(folder);
  const text = (i: number) => {
    const [minister, expert] = [PEOPLE[i % 7]!, PEOPLE[(i * 3 + 1) % 7]!];
    const place = PLACES[i % 5]!;
    return `${ARTICLE.replaceAll("Ann Lee", minister).replaceAll("Oslo", place)}\n“It is the summit number ${i},” said ${expert}, a professor at the University of ${place}.\n`;
  };
  const files = Math.floor(n / 2);
  for (let i = 0; i < files; i++) writeFileSync(join(folder, `${String(i).padStart(5, "0")}.txt`), text(i));
  const records = Array.from(
    { length: n - files },
    (_, i) => `${JSON.stringify({ id: `r${i % 150}`, text: text(i + files) })}\n`,
  );
  writeFileSync(join(folder, "records.jsonl"), `${records.join("")}{broken\n`);
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(join(folder, "readme.pdf"), "");
}

export const read = (...path: string[]): string => readFileSync(join(...path), "utf8");
