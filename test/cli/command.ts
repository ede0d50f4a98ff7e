import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const COMMAND = new URL("../../dist/bin/summits.js", import.meta.url).pathname;
const { PATH = "" } = process.env;

export interface Run {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number | null;
}

interface Surroundings {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** Runs the built command to its end. */
export function summits(args: readonly string[], { input = "", env = {}, cwd }: Surroundings = {}): Run {
  const run = spawnSync(process.execPath, [COMMAND, ...args], {
    input,
    encoding: "utf8",
    env: { PATH, ...env },
    ...(cwd !== undefined && { cwd }),
    maxBuffer: 1 << 28,
  });
  return { stdout: run.stdout, stderr: run.stderr, code: run.status };
}

/** Runs a line of shell in which $SUMMITS is the command. */
export function shell(line: string, cwd: string): Run {
  const env = { PATH, SUMMITS: `${process.execPath} ${COMMAND}` };
  const run = spawnSync("bash", ["--norc", "-c", line], { encoding: "utf8", env, cwd });
  return { stdout: run.stdout, stderr: run.stderr, code: run.status };
}

/** Starts the command and leaves it running; `ended` resolves to the code that a shell would see. */
export function start(args: readonly string[]): { child: ChildProcess; ended: Promise<number> } {
  const child = spawn(process.execPath, [COMMAND, ...args], { env: { PATH }, stdio: ["pipe", "pipe", "ignore"] });
  const codes: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };
  const ended = once(child, "close").then(([code, signal]) => code ?? codes[signal as NodeJS.Signals] ?? -1);
  return { child, ended };
}

/** A temporary folder with these files; it goes away when the test ends. */
export function folder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const path = mkdtempSync(join(tmpdir(), "summits-"));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}

/** The records of `--format jsonl`. */
// biome-ignore lint/suspicious/noExplicitAny: tests look at any field
export const recordsOf = (stdout: string): any[] =>
  stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));

/** A short article that every test may use. */
export const ARTICLE = `Ann Lee meets Bob Roe in Oslo

May 7, 2024

OSLO — Norwegian Foreign Minister Ann Lee met her Danish counterpart, Bob Roe, here on Tuesday.

“We talked about fish, and only about fish,” Lee said after the meeting, which lasted four hours.

Carla Berg, a professor of politics at the University of Bergen, said the fish were a pretext.
`;
