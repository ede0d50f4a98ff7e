import { once } from "node:events";
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { wantsColor } from "../../src/cli/options.ts";
import { ARTICLE, folder, recordsOf, shell, start, summits } from "./command.ts";

const record = (id: number) => `${JSON.stringify({ id: `r${id}`, text: ARTICLE })}\n`;

describe("-o", () => {
  test("has the same bytes as standard output, and nothing beside it", () => {
    const cwd = folder({ "a.txt": ARTICLE });
    const { stdout } = summits(["extract", "a.txt", "--json"], { cwd });
    expect(summits(["extract", "a.txt", "--json", "-o", "out.json"], { cwd })).toMatchObject({ stdout: "", code: 0 });
    expect(readFileSync(join(cwd, "out.json"), "utf8")).toBe(stdout);
    expect(readdirSync(cwd).sort()).toEqual(["a.txt", "out.json"]);
  });

  test.each([
    ["extract", "out.jsonl", /^\{"schema.*\n$/u],
    ["extract", "out.JSON", /^\{.*"documents"/su],
    ["extract", "out.txt", /^DOCUMENTS/u],
    ["report", "out.html", /^<!doctype html>/iu],
    ["report", "out.md", /^#/u],
  ])("%s -o %s writes what the ending says", (command, file, content) => {
    const cwd = folder({ "a.txt": ARTICLE });
    expect(summits([command, "a.txt", "-o", file], { cwd })).toMatchObject({ stdout: "", code: 0 });
    expect(readFileSync(join(cwd, file), "utf8")).toMatch(content);
  });

  test("leaves the old file where there is nothing to read", () => {
    const cwd = folder({ "out.json": "old" });
    expect(summits(["extract", "gone", "--json", "-o", "out.json"], { cwd })).toMatchObject({ code: 66 });
    expect(readFileSync(join(cwd, "out.json"), "utf8")).toBe("old");
    expect(readdirSync(cwd)).toEqual(["out.json"]);
  });

  test("into a folder that doesn't exist, or onto a folder: one line, exit 2", () => {
    const cwd = folder({ "a.txt": ARTICLE });
    mkdirSync(join(cwd, "there"));
    expect(summits(["extract", "a.txt", "-o", "no/out"], { cwd })).toEqual({
      stdout: "",
      stderr: "summits: cannot write no/out: no such folder\n",
      code: 2,
    });
    expect(summits(["extract", "a.txt", "-o", "there"], { cwd })).toEqual({
      stdout: "",
      stderr: "summits: cannot write there: it is a folder\n",
      code: 2,
    });
  });

  test("writes through a link, and into a device without replacing it", () => {
    const cwd = folder({ "a.txt": ARTICLE, "real.json": "old" });
    symlinkSync("real.json", join(cwd, "link.json"));
    summits(["extract", "a.txt", "--json", "-o", "link.json"], { cwd });
    expect(lstatSync(join(cwd, "link.json")).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, "real.json"), "utf8")).toMatch(/^\{"schema"/u);
    expect(summits(["extract", "a.txt", "-o", "/dev/null"], { cwd })).toMatchObject({ code: 0 });
    expect(lstatSync("/dev/null").isCharacterDevice()).toBe(true);
  });

  test.runIf(existsSync("/dev/full"))("on a full disk: one line, exit 1", () => {
    const cwd = folder({ "a.txt": ARTICLE });
    expect(summits(["extract", "a.txt", "--json", "-o", "/dev/full"], { cwd })).toEqual({
      stdout: "",
      stderr: "summits: cannot write /dev/full: no space left on the disk\n",
      code: 1,
    });
    expect(shell("$SUMMITS extract a.txt --json > /dev/full", cwd)).toEqual({
      stdout: "",
      stderr: "summits: cannot write: no space left on the disk\n",
      code: 1,
    });
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("%s leaves no file and no half of one, exit %i", async (signal, code) => {
    const cwd = folder();
    const { child, ended } = start(["extract", "-", "--format", "json", "-o", join(cwd, "out.json")]);
    child.stdin!.write(record(1));
    while (!readdirSync(cwd).length) await setTimeout(20);
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe("in a pipe", () => {
  test("records come as they are done, while more input is awaited; SIGINT ends it with 130", async () => {
    const { child, ended } = start(["extract", "-", "--format", "jsonl"]);
    child.stdin!.write(record(1) + record(2));
    const [first] = await once(child.stdout!, "data");
    expect(String(first)).toContain('"id":"r1"');
    child.kill("SIGINT");
    expect(await ended).toBe(130);
  });

  test("a reader that goes away ends it quietly with 0", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "many.jsonl"), Array.from({ length: 200 }, (_, i) => record(i)).join(""));
    const run = shell("set -o pipefail; $SUMMITS extract many.jsonl --format jsonl --text both | head -1 | wc -l", cwd);
    expect({ ...run, stdout: run.stdout.trim() }).toEqual({ stdout: "1", stderr: "", code: 0 });
  });
});

describe("colour", () => {
  test.each([
    ["on a terminal", "auto", {}, true, true],
    ["not in a pipe", "auto", {}, false, false],
    ["not on a terminal that is dumb", "auto", { TERM: "dumb" }, true, false],
    ["with --color always, whatever NO_COLOR says", "always", { NO_COLOR: "1" }, false, true],
    ["not with --color never", "never", { FORCE_COLOR: "1" }, true, false],
    ["with FORCE_COLOR", "auto", { FORCE_COLOR: "1" }, false, true],
    ["not with FORCE_COLOR=0", "auto", { FORCE_COLOR: "0" }, true, false],
    ["not with NO_COLOR, whatever FORCE_COLOR says", "auto", { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["with an empty NO_COLOR", "auto", { NO_COLOR: "" }, true, true],
  ] as const)("%s", (_, when, env, isTTY, expected) => {
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const name of ["NO_COLOR", "FORCE_COLOR", "TERM"]) vi.stubEnv(name, undefined);
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    expect(wantsColor(when, { isTTY })).toBe(expected);
  });

  test("is in the tables where it is wanted, and never in JSON", () => {
    const cwd = folder({ "a.txt": ARTICLE });
    const isColored = (...options: string[]) =>
      summits(["extract", "a.txt", ...options], { cwd }).stdout.includes("\u001b[");
    expect([isColored(), isColored("--color", "always"), isColored("--json", "--color", "always")]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test("the options of the record", () => {
  const text = "😀 Žižek said “no” on May 7, 2024.";
  const run = (...options: string[]) =>
    recordsOf(summits(["extract", "-", "--format", "jsonl", ...options], { input: text }).stdout)[0];
  const plain = run();
  expect([plain.offsets, plain.dates[0].start, plain.text, plain.raw]).toEqual([
    "codepoint",
    [...text.slice(0, text.indexOf("May"))].length,
    text,
    undefined,
  ]);
  const utf16 = run("--offsets", "utf16", "--text", "both", "--only", "dates,text");
  expect([utf16.offsets, utf16.dates[0].start, utf16.text, utf16.raw]).toEqual([
    "utf16",
    text.indexOf("May"),
    text,
    text,
  ]);
  expect(utf16).not.toHaveProperty("quotes");
  const byte = run("--offsets", "byte", "--text", "none");
  expect([byte.offsets, byte.dates[0].start, byte.text, byte.raw]).toEqual([
    "byte",
    Buffer.from(text).indexOf("May"),
    undefined,
    undefined,
  ]);
});

test("--only dates: nothing but the dates in a record; as a table, the timeline with sentence and document", () => {
  const cwd = folder({
    "first.txt": "Lima, 3 May 2024\n\nThe ministers met on 2 May 2024 in the old town hall of the city.",
    "second.txt": "The ministers will meet again on 7 May 2024 in the old town hall of the city.",
  });
  const options = ["extract", "first.txt", "second.txt", "--only", "dates"];
  const [record] = recordsOf(summits([...options, "--format", "jsonl"], { cwd }).stdout);
  expect(record.dates.map(({ value }: { value: string }) => value)).toEqual(["2024-05-03", "2024-05-02"]);
  for (const layer of ["blocks", "text", "entities", "quotes", "sources", "events"])
    expect(record).not.toHaveProperty(layer);
  const [title, header, ...rows] = summits(options, { cwd }).stdout.trimEnd().split("\n");
  expect([title, header!.split(/ +/u)]).toEqual([
    "TIMELINE",
    ["date", "events", "mentions", "documents", "document", "sentence"],
  ]);
  expect(rows[0]).toMatch(/^2024-05-02 +1 +1 +first\.txt +The ministers met on/u);
  expect(rows.at(-1)).toMatch(/^2024-05-07 +1 +1 +second\.txt +The ministers will meet/u);
});
