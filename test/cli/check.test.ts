import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLE, folder, summits } from "./command.ts";

const FILES = {
  "binary.txt": Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
  "empty.txt": "",
  "good.txt": ARTICLE,
  "records.jsonl": `${JSON.stringify({ id: "a", text: ARTICLE })}\n{"id":\n`,
  "unclosed.txt": ARTICLE.replace("fish,” Lee", "fish, Lee"),
};
const check = (...args: string[]) => summits(["check", ...args], { cwd: folder(FILES) });

test("a line for each diagnostic on standard output, the sum on standard error", () => {
  const { stdout, stderr, code } = check(".");
  expect(code).toBe(1);
  for (const line of stdout.trimEnd().split("\n")) {
    expect(line).toMatch(/^[^:\s]+(?::\d+){0,2} {2}(?:error|warning|info) {2}\S.*\S {2}[a-z-]+$/u);
  }
  expect(stdout).toContain("binary.txt  error  not text: ");
  expect(stdout).toContain("empty.txt  warning  empty: no text at all  empty-document\n");
  expect(stdout).toMatch(/^records\.jsonl:2 {2}error {2}not a record: .* {2}broken-record$/mu);
  expect(stdout).toContain("unclosed.txt:7:1  info  quotation mark opened and never closed  unclosed-quote\n");
  expect(stdout).not.toContain("good.txt");
  expect(stderr).toMatch(/^summits: 4 documents, 2 errors: 2 errors, \d+ warnings?, 1 note\n$/u);
});

test.each([
  [["--fail-on", "error", "empty.txt"], 0],
  [["--fail-on", "warning", "empty.txt"], 1],
  [["--fail-on", "never", "binary.txt"], 0],
  [["--max-warnings", "0", "empty.txt"], 1],
  [["--rule", "empty-document=error", "empty.txt"], 1],
  [["--rule", "empty-document=off", "--rule", "no-creation-time=off", "--max-warnings", "0", "empty.txt"], 0],
])("check %j exits %i", (args, code) => {
  expect(check("-q", ...args)).toMatchObject({ stderr: "", code });
});

test("the summary says why, where no finding is severe enough by itself", () => {
  expect(check("--max-warnings", "0", "empty.txt").stderr).toMatch(
    /warnings? are more than the 0 that are let pass\n$/u,
  );
});

test("a baseline lets pass what is there, and nothing that comes later", () => {
  const cwd = folder(FILES);
  const gate = (...args: string[]) => summits(["check", ".", "--baseline", ".known.json", ...args], { cwd });
  expect(gate()).toMatchObject({ code: 2, stderr: expect.stringContaining("--update-baseline makes one") });
  expect(gate("--update-baseline")).toMatchObject({ code: 0, stderr: expect.stringMatching(/findings written to/u) });
  expect(JSON.parse(readFileSync(join(cwd, ".known.json"), "utf8")).findings.length).toBeGreaterThan(3);
  expect(gate()).toMatchObject({ code: 0, stdout: "", stderr: expect.stringContaining("in the baseline") });
  const more = folder({
    ...FILES,
    "new.txt": FILES["binary.txt"],
    ".known.json": readFileSync(join(cwd, ".known.json")),
  });
  const { stdout, code } = summits(["check", ".", "--baseline", ".known.json"], { cwd: more });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^new\.txt {2}error .*\n$/u);
});

test("a report for a machine goes into a file, whole", () => {
  const cwd = folder(FILES);
  const { stdout, code } = summits(["check", ".", "--reporter", "sarif", "-o", "check.sarif"], { cwd });
  expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
  expect(JSON.parse(readFileSync(join(cwd, "check.sarif"), "utf8")).runs[0].results.length).toBeGreaterThan(3);
});

test.each([
  [["--rule", "mojibak=off", "."], 'did you mean "mojibake"?'],
  [["--rule", "mojibake", "."], "--rule takes id=severity"],
  [["--max-warnings", "few", "."], "--max-warnings takes a whole number"],
  [["--update-baseline", "."], "--update-baseline needs --baseline FILE"],
  [["--reporter", "sarf", "."], 'did you mean "sarif"?'],
])("check %j is a mistake that is told", (args, message) => {
  const { stdout, stderr, code } = check(...args);
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toContain(message);
});

test("a page of nothing but boilerplate", () => {
  const page =
    "Home\nWorld\nSign in\nSubscribe\n\nShare this\nFacebook\n\nLeave a Reply\n\n© 2024 All rights reserved.\n";
  const { stdout } = summits(["check", "-"], { input: page });
  expect(stdout).toContain("no article found: nothing but menus, forms and links  nothing-but-boilerplate");
});

test("explain tells why and what to do, of one diagnostic or all", () => {
  const { stdout, code } = summits(["explain", "no-creation-time"]);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^no-creation-time \(warning\)\n.*\n\n.+\n.*--published.*\n$/u);
  expect(summits(["explain"]).stdout.trim().split("\n").length).toBeGreaterThan(20);
  expect(summits(["explain", "mojibak"])).toMatchObject({ code: 2, stderr: expect.stringContaining("mojibake") });
});
