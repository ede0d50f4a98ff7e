import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

const NOTICE =
  "Our reporters walk to the harbour every morning and count the boats, and they will never tire of doing so.";
const CITIES = ["Oslo", "Bergen", "Turku", "Malmo", "Aarhus", "Tartu", "Riga", "Kaunas", "Gdansk", "Kiel"];
const files = Object.fromEntries(
  CITIES.map((city) => [`gazette/${city}.txt`, `${ARTICLE.replaceAll(/Oslo|here|fish/gu, city)}\n${NOTICE}\n`]),
);
const textsOf = (stdout: string) => recordsOf(stdout).map(({ text }) => text.includes(NOTICE));

test("lines that recur across a site leave the clean text, by a file or by reading twice", () => {
  const cwd = folder(files);
  const extract = (...args: string[]) => summits(["extract", "gazette", "--format", "jsonl", ...args], { cwd });
  expect(textsOf(extract().stdout)).toEqual(CITIES.map(() => true));
  expect(summits(["lines", "gazette", "-o", "counts.json"], { cwd })).toMatchObject({
    code: 0,
    stderr: "summits: 10 documents\n",
  });
  const counted = extract("--line-counts", "counts.json");
  expect(textsOf(counted.stdout)).toEqual(CITIES.map(() => false));
  expect(extract("--line-counts", "auto").stdout).toBe(counted.stdout);
  expect(summits(["lines", "gazette"], { cwd }).stdout).toBe(readFileSync(join(cwd, "counts.json"), "utf8"));
});

test("counts that aren't there or are none, and reading standard input twice: exit 2", () => {
  const cwd = folder({ "a.txt": ARTICLE, "other.json": "{}", "broken.json": "{" });
  const codeOf = (path: string, file: string) => summits(["extract", path, "--line-counts", file], { cwd, input: "x" });
  expect(codeOf("a.txt", "gone.json")).toMatchObject({ code: 2 });
  expect(codeOf("a.txt", "other.json")).toMatchObject({
    code: 2,
    stderr: "summits: --line-counts other.json: no summits/line-counts/1 in it\n",
  });
  expect(codeOf("a.txt", "broken.json")).toMatchObject({ code: 2 });
  expect(codeOf("-", "auto")).toMatchObject({ code: 2 });
  expect(summits(["lines", "gone"], { cwd })).toMatchObject({ code: 66, stdout: "" });
});
