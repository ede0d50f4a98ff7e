import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { ARTICLE, COMMAND, folder, summits } from "../cli/command.ts";
import { tableIn } from "../told.ts";

const KILLS = tableIn().get("SIGKILL at any moment, then --resume")![0]!;
const LANES = 2;
const EXTRACT = ["extract", "in.jsonl", "--format", "jsonl", "-o", "out.jsonl", "--quiet"];
const input = Array.from({ length: 40 }, (_, i) => {
  const text = `${ARTICLE}\nReporter ${i} was in Rome.\n`;
  return `${JSON.stringify({ id: `r${i % 35}`, text })}\n`;
}).join("");

const outputs = (cwd: string) => readdirSync(cwd).filter((name) => name.startsWith("out"));
const result = (cwd: string) => [
  readFileSync(join(cwd, "out.jsonl"), "utf8"),
  readFileSync(join(cwd, "out.jsonl.manifest"), "utf8"),
];

test(`killed ${KILLS} times at any moment, and gone on with: the bytes of an undisturbed run`, {
  timeout: 900_000,
}, async () => {
  const folders = Array.from({ length: LANES }, () => folder({ "in.jsonl": input }));
  const started = performance.now();
  expect(summits(EXTRACT, { cwd: folders[0]! }).code).toBe(0);
  const took = performance.now() - started;
  const whole = result(folders[0]!);
  const found = await Promise.all(folders.map((cwd, lane) => killAgainAndAgain(cwd, lane, took, whole)));
  const unfinished = found.reduce((sum, { partial }) => sum + partial, 0);
  console.log(`${KILLS} kills, ${unfinished} of them in the middle of the output`);
  expect(unfinished).toBeGreaterThan(KILLS / 10);
});

/** Starts, kills and goes on until all kills of the lane are done; whatever was finished before a kill came has the right bytes. */
async function killAgainAndAgain(
  cwd: string,
  lane: number,
  took: number,
  whole: string[],
): Promise<{ partial: number }> {
  let partial = 0;
  for (const name of outputs(cwd)) rmSync(join(cwd, name));
  for (let kill = 0; kill < KILLS / LANES; ) {
    // Every third run in threads. 0.6180339 spreads the moments evenly; the machine is busier than when it was timed.
    const jobs = kill % 3 ? [] : ["--jobs", "2"];
    const moment = took * (0.25 + 1.5 * (((kill + lane / LANES) * 0.6180339) % 1));
    const child = spawn(process.execPath, [COMMAND, ...EXTRACT, "--resume", ...jobs], { cwd, stdio: "ignore" });
    const ended = once(child, "exit");
    if ((await Promise.race([ended, setTimeout(moment, null)])) === null) {
      child.kill("SIGKILL");
      await ended;
      kill++;
      if (outputs(cwd).some((name) => name.endsWith(".part"))) partial++;
    } else {
      expect(result(cwd)).toEqual(whole);
      for (const name of outputs(cwd)) rmSync(join(cwd, name));
    }
  }
  expect(summits([...EXTRACT, "--resume"], { cwd }).code).toBe(0);
  expect(result(cwd)).toEqual(whole);
  expect(outputs(cwd)).toEqual(["out.jsonl", "out.jsonl.manifest"]);
  return { partial };
}
