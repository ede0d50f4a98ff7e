import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/check/baseline.ts";
import { explanations } from "../../src/check/explanations.ts";
import { judge } from "../../src/check/verdict.ts";
import { catalog } from "../../src/diagnostic.ts";
import { check, explain, type Finding } from "../../src/index.ts";
import { ARTICLE, folder } from "../cli/command.ts";

const UNCLOSED = ARTICLE.replace("fish,” Lee", "fish, Lee");

async function findings(files: Readonly<Record<string, string>>, path = "."): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const checked of check(join(folder(files), path))) found.push(...checked.findings);
  return found;
}

const prints = (found: readonly Finding[]) => found.map(({ fingerprint }) => fingerprint);

test("a finding has its place and its text", async () => {
  expect(await findings({ "a.txt": UNCLOSED })).toMatchObject([
    {
      rule: "unclosed-quote",
      severity: "info",
      document: "a.txt",
      line: 7,
      column: 1,
      endLine: 7,
      endColumn: 2,
      text: "“",
    },
  ]);
});

test("the place of a finding in a file of records is the record's line, in a page none", async () => {
  const records = `${JSON.stringify({ text: ARTICLE })}\n{"id":\n${JSON.stringify({ text: UNCLOSED })}\n`;
  const found = await findings({ "x.jsonl": records, "y.html": `<p>${UNCLOSED.replaceAll("\n\n", "</p><p>")}</p>` });
  expect(found.map(({ rule, line, column }) => [rule, line, column])).toEqual([
    ["broken-record", 2, undefined],
    ["unclosed-quote", 3, undefined],
    ["unclosed-quote", undefined, undefined],
  ]);
});

test("a finding stays the same when lines are put before it, in a text and in a file of records", async () => {
  const before = await findings({ "a.txt": UNCLOSED });
  const after = await findings({ "a.txt": `\n\n${UNCLOSED}` });
  expect(after[0]!.line).toBe(before[0]!.line! + 2);
  expect(prints(after)).toEqual(prints(before));

  const file = join(folder(), "x.jsonl");
  const records = async (...lines: string[]) => {
    writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
    const found: Finding[] = [];
    for await (const checked of check(file)) found.push(...checked.findings);
    return found;
  };
  const line = JSON.stringify({ text: UNCLOSED });
  const found = await records('{"id":', line);
  const shifted = await records(JSON.stringify({ text: ARTICLE }), '{"id":', line);
  expect(found).toHaveLength(2);
  expect(shifted.map((one) => one.line)).toEqual([2, 3]);
  expect(prints(shifted)).toEqual(prints(found));
});

test("findings that look alike are told apart", async () => {
  const found = await findings({ "a.txt": `${UNCLOSED}\n${UNCLOSED.slice(UNCLOSED.indexOf("“"))}` });
  const unclosed = found.filter(({ rule }) => rule === "unclosed-quote");
  expect(new Set(prints(unclosed)).size).toBe(unclosed.length);
});

test("a baseline knows what it was made of, and counts what is gone", async () => {
  const found = await findings({ "a.txt": UNCLOSED, "b.txt": "", "c.txt": "" });
  const baseline = parseBaseline(formatBaseline(found.slice(0, 2)));
  expect(found.map((one) => baseline.has(one))).toEqual([true, true, false]);
  expect(baseline.gone).toBe(0);
  expect(parseBaseline(formatBaseline(found)).gone).toBe(3);
  expect(formatBaseline(found.toReversed())).toBe(formatBaseline(found));
  expect(parseBaseline(formatBaseline([])).gone).toBe(0);
});

test.each([
  ["", "no JSON"],
  ["[]", "no baseline of this version"],
  ['{"schema":"summits/baseline/2"}', "no baseline of this version"],
  ['{"schema":"summits/baseline/1","findings":[{}]}', "no fingerprint"],
])("%j is no baseline", (text, message) => {
  expect(() => parseBaseline(text)).toThrow(message);
});

test.each([
  [{ error: 1, warning: 0, info: 0 }, {}, true],
  [{ error: 0, warning: 9, info: 9 }, {}, false],
  [{ error: 0, warning: 1, info: 0 }, { failOn: "warning" }, true],
  [{ error: 0, warning: 0, info: 1 }, { failOn: "info" }, true],
  [{ error: 9, warning: 0, info: 0 }, { failOn: "never" }, false],
  [{ error: 0, warning: 3, info: 0 }, { maxWarnings: 2 }, true],
  [{ error: 0, warning: 2, info: 0 }, { maxWarnings: 2 }, false],
  [{ error: 0, warning: 1, info: 0 }, { failOn: "never", maxWarnings: 0 }, true],
] as const)("%j with %j fails: %s", (counts, limits, fails) => {
  expect(judge(counts, limits).fails).toBe(fails);
});

test("every diagnostic is explained, and nothing else", async () => {
  expect(Object.keys(explanations).sort()).toEqual(Object.keys(catalog).sort());
  expect(await explain("mojibake")).toMatchObject([{ rule: "mojibake", severity: "warning" }]);
  await expect(explain("mojibak")).rejects.toThrow('did you mean "mojibake"?');
});
