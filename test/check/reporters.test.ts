import { parse } from "node:querystring";
import { Ajv } from "ajv";
import { DOMParser } from "linkedom";
import { expect, test } from "vitest";
import { judge } from "../../src/check/verdict.ts";
import { type Finding, type Reported, type ReporterName, reporter } from "../../src/index.ts";
import { harmless } from "../../src/report/printable.ts";
import { SARIF } from "./sarif.ts";

const finding = (part: Partial<Finding>): Finding => ({
  rule: "mojibake",
  severity: "warning",
  message: "UTF-8 that was read as windows-1252: once",
  path: "a.txt",
  document: "a.txt",
  fingerprint: "0123456789abcdef",
  ...part,
});

// Everything that a format could stumble over: markup, percent, line ends, controls, half a surrogate pair.
const HOSTILE = `a "quoted" <b> & 100 %, 50:50\r\nnext \u0000\u001b[31m \ud800 😀`;
const RESULTS: readonly Reported[] = [
  {
    kind: "document",
    path: "a.txt",
    findings: [finding({ line: 3, column: 7, endLine: 3, endColumn: 9, text: HOSTILE })],
  },
  {
    kind: "error",
    path: `b ${HOSTILE}`,
    findings: [finding({ severity: "error", path: `b ${HOSTILE}`, message: HOSTILE })],
  },
  { kind: "document", path: "/c/d.txt", findings: [finding({ severity: "info", path: "/c/d.txt", line: 2 })] },
  { kind: "document", path: "fine.txt", findings: [] },
  { kind: "skipped", path: "picture.png", findings: [] },
];
const VERDICT = judge({ error: 1, warning: 1, info: 1 }, {}, { known: 4, gone: 0 });

async function print(name: ReporterName, results = RESULTS): Promise<string> {
  const printer = await reporter(name);
  return results.map((result) => printer.add(result)).join("") + printer.end(VERDICT);
}

test("text: a line each, controls made harmless", async () => {
  const lines = (await print("text")).trimEnd().split("\n");
  expect(lines[0]).toBe("a.txt:3:7  warning  UTF-8 that was read as windows-1252: once  mojibake");
  expect(lines).toHaveLength(3);
  expect(lines.join("")).not.toMatch(/[\u0000-\u0008\u001b]/u);
});

test("json: findings and counts", async () => {
  expect(JSON.parse(await print("json"))).toMatchObject({
    schema: "summits/check/1",
    counts: { error: 1, warning: 1, info: 1 },
    known: 4,
    fails: true,
    findings: [{ line: 3 }, { severity: "error" }, { severity: "info" }],
  });
});

test("github: workflow commands, a line each, that read back", async () => {
  const lines = (await print("github")).trimEnd().split("\n");
  expect(lines[0]).toBe(
    "::warning file=a.txt,line=3,col=7,endLine=3,endColumn=9,title=mojibake::UTF-8 that was read as windows-1252: once",
  );
  expect(lines).toHaveLength(4);
  // As the runner reads them.
  const [, command, properties, message] = /^::(\w+) (.*?)::(.*)$/u.exec(lines[1]!)!;
  expect(command).toBe("error");
  const unescaped = (text: string) => text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
  expect(unescaped(message!)).toBe(harmless(HOSTILE));
  expect(message).not.toMatch(/\p{Cc}/u);
  const file = properties!.split(",")[0]!.replace("file=", "").replaceAll("%3A", ":").replaceAll("%2C", ",");
  expect(unescaped(file)).toBe(`b ${harmless(HOSTILE)}`);
  expect(parse(properties!, ",")).toHaveProperty("title", "mojibake");
});

test("junit: a case for each input, well-formed whatever the text", async () => {
  const xml = await print("junit");
  expect(xml).not.toMatch(/[\u0000-\u0008\u001b\ud800](?![\udc00-\udfff])/);
  const suite = new DOMParser().parseFromString(xml, "text/xml").querySelector("testsuite")!;
  expect(["tests", "failures"].map((name) => suite.getAttribute(name))).toEqual(["4", "1"]);
  expect(suite.querySelectorAll("testcase")).toHaveLength(4);
  expect(suite.querySelectorAll("failure")).toHaveLength(1);
  expect(suite.querySelectorAll("system-out")).toHaveLength(2);
});

test.each([[RESULTS], [[]]])("sarif: a log by the rules of SARIF 2.1.0", async (results) => {
  const log = JSON.parse(await print("sarif", [...results]));
  const validate = new Ajv({ strict: true, allErrors: true, formats: { uri: true, "uri-reference": URI } }).compile(
    SARIF,
  );
  expect(validate(log) || validate.errors).toBe(true);
  const [run] = log.runs;
  for (const { ruleId, ruleIndex } of run.results) expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
  expect(new Set(run.tool.driver.rules.map(({ id }: { id: string }) => id)).size).toBe(run.tool.driver.rules.length);
});

// RFC 3986: no character that would have to be written as %XX.
const URI = /^(?:[A-Za-z0-9._~:/?#[\]@!$&'()*+,;=-]|%[0-9A-F]{2})*$/u;

test("sarif: levels, places and fingerprints", async () => {
  const [run] = JSON.parse(await print("sarif")).runs;
  expect(run.results[0]).toMatchObject({
    ruleId: "mojibake",
    level: "warning",
    locations: [{ physicalLocation: { artifactLocation: { uri: "a.txt" }, region: { startLine: 3, startColumn: 7 } } }],
    partialFingerprints: { "summits/v1": "0123456789abcdef" },
  });
  expect(run.results[1].locations[0].physicalLocation).not.toHaveProperty("region");
  expect(run.results[2]).toMatchObject({ level: "note" });
  expect(run.results[2].locations[0].physicalLocation.artifactLocation.uri).toBe("file:///c/d.txt");
});
