import { realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

const CONFIG = { published: "2024-01-01", extract: { format: "jsonl", offsets: "byte" }, check: { failOn: "warning" } };
const project = () =>
  realpathSync(folder({ "summits.config.json": JSON.stringify(CONFIG), "in/a.txt": ARTICLE, "in/e.txt": "" }));

test("flags come before the environment, that before the file, that before the defaults", () => {
  const cwd = project();
  const published = (args: string[], env = {}) =>
    recordsOf(summits(["extract", "in/a.txt", ...args], { cwd, env }).stdout).map((record) => record.published.value);
  expect(published([])).toEqual(["2024-01-01"]);
  expect(published([], { SUMMITS_PUBLISHED: "2024-02-02" })).toEqual(["2024-02-02"]);
  expect(published(["--published", "2024-03-03"], { SUMMITS_PUBLISHED: "2024-02-02" })).toEqual(["2024-03-03"]);
  expect(published(["--no-config", "--format", "jsonl"])).toEqual(["2024-05-07"]);
});

test("the file is found from below, and holds for its command alone", () => {
  const cwd = join(project(), "in");
  expect(summits(["check", "e.txt", "-q"], { cwd })).toMatchObject({ code: 1, stderr: "" });
  expect(summits(["check", "e.txt", "-q", "--fail-on", "error"], { cwd })).toMatchObject({ code: 0 });
});

test("the file isn't taken for an article", () => {
  const { stderr } = summits(["check", ".", "-q"], { cwd: project() });
  expect(stderr).toBe("");
});

test("summits config tells what holds and where it was set", () => {
  const cwd = project();
  const { stdout, code } = summits(["config", "--encoding", "latin1"], { cwd, env: { SUMMITS_MAX_BYTES: "5000" } });
  expect(code).toBe(0);
  const told = Object.fromEntries(
    stdout
      .trim()
      .split("\n")
      .map((line) => [line.split(" ")[0], line.split(/ {2,}/u).slice(1)]),
  );
  expect(told).toMatchObject({
    published: ['"2024-01-01"', `${cwd}/summits.config.json:1`],
    encoding: ['"latin1"', "--encoding"],
    maxBytes: ["5000", "SUMMITS_MAX_BYTES"],
    maxRatio: ["200", "default"],
    "extract.offsets": ['"byte"', `${cwd}/summits.config.json:1`],
    "extract.top": ["15", "default"],
  });
});

test("a typo in the file is told with its place, exit 2", () => {
  const cwd = folder({ "a.txt": ARTICLE, "summits.config.json": '{\n  "publishd": "2024-01-01"\n}' });
  const { stdout, stderr, code } = summits(["extract", "a.txt"], { cwd });
  expect({ stdout, code }).toEqual({ stdout: "", code: 2 });
  expect(stderr).toMatch(/summits\.config\.json:2:3: unknown key "publishd" \(did you mean "published"\?\)\n$/u);
  expect(summits(["extract", "a.txt", "--no-config"], { cwd }).code).toBe(0);
  expect(summits(["extract", "a.txt", "--config", "none.json"], { cwd })).toMatchObject({
    code: 2,
    stderr: "summits: none.json: no such file\n",
  });
});

test("a wrong value in the environment is a mistake too", () => {
  const { stderr, code } = summits(["check", "-"], { env: { SUMMITS_CHECK_FAIL_ON: "allways" } });
  expect({ stderr, code }).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("SUMMITS_CHECK_FAIL_ON takes error"),
  });
});
