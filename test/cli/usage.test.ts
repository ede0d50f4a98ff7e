import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { UsageError } from "../../src/cli/exit.ts";
import { type ReadFlags, readOptions } from "../../src/cli/options.ts";
import { ARTICLE, folder, summits } from "./command.ts";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

test("--version prints the version of package.json", () => {
  expect(summits(["--version"])).toEqual({ stdout: `${version}\n`, stderr: "", code: 0 });
});

test("--help tells of every command, on standard output", () => {
  const { stdout, stderr, code } = summits(["--help"]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  expect(stdout).toMatch(/^Usage: summits /u);
  for (const command of ["extract", "report", "show", "check", "lines", "explain", "config", "schema", "complete"]) {
    expect(stdout).toContain(`  ${command} `);
  }
});

test.each(["extract", "report", "show", "check", "lines", "explain", "config", "schema", "complete"])(
  "the help of %s has examples",
  (command) => {
    const { stdout, stderr, code } = summits([command, "--help"]);
    expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
    expect(stdout).toMatch(/\nExamples:\n(?: {2}# .+\n {2}summits .+\n)+$/u);
  },
);

test("no command at all prints the help as a mistake", () => {
  const { stdout, stderr, code } = summits([]);
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toMatch(/^Usage: summits /u);
});

test.each([
  [["extract", "--jsn", "x"], /unknown option '--jsn'\n\(Did you mean --json\?\)/u],
  [["exract", "x"], /unknown command 'exract'\n\(Did you mean extract\?\)/u],
  [["extract"], /missing required argument 'paths'/u],
  [["extract", "x", "--format", "xml"], /'xml' is invalid. Allowed choices are table, json, jsonl/u],
  [["check", "x", "--fail-on", "warnin"], /'warnin' is invalid\. .*\(did you mean "warning"\?\)/u],
  [["extract", "x", "--published", "May 7"], /--published takes a day as YYYY-MM-DD, not "May 7"/u],
  [["extract", "x", "--only", "names"], /--only takes blocks, text, .*, not "names"/u],
  [["extract", "x", "--date-order", "ydm"], /'ydm' is invalid. Allowed choices are mdy, dmy, ymd/u],
  [["schema", "article"], /schema takes document, corpus, config, not "article"/u],
  [["report", "experts"], /missing required argument 'paths'/u],
])("summits %j is a mistake that says what is wrong", (args, message) => {
  const { stdout, stderr, code } = summits(args);
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toMatch(/^summits: /u);
  expect(stderr).toMatch(message);
});

const limits = { maxBytes: "1000", maxRatio: "200", maxRecords: "5", maxDepth: "50", maxEntities: "50" };
const FLAGS: ReadFlags = { inputFormat: "auto", color: "auto", ...limits };

test.each([
  [{ maxBytes: "64MB" }, /--max-bytes takes a whole number above 0, not "64MB"/u],
  [{ maxRatio: "0" }, /--max-ratio takes a whole number above 0/u],
  [{ map: "text" }, /--map takes field=column pairs/u],
])("%j is a wrong value", (wrong, message) => {
  expect(() => readOptions({ ...FLAGS, ...wrong })).toThrow(UsageError);
  expect(() => readOptions({ ...FLAGS, ...wrong })).toThrow(message);
});

test("every command that reads an article reads one", () => {
  const cwd = folder({ "a.txt": ARTICLE });
  for (const command of ["extract", "report", "show", "check"]) {
    const { stdout, stderr, code } = summits([command, "a.txt"], { cwd });
    expect({ command, stderr: stderr.replace(/^summits: 1 document.*\n/u, ""), code }).toEqual({
      command,
      stderr: "",
      code: 0,
    });
    if (command !== "check") expect(stdout).toContain("Lee");
  }
});
