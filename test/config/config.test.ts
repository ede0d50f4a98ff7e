import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { program } from "../../src/cli/main.ts";
import { settingsOf } from "../../src/cli/settings.ts";
import { fromEnvironment } from "../../src/config/environment.ts";
import { lineAndColumn, parseJsonText, plain, TextProblem } from "../../src/config/json-text.ts";
import { ConfigError, findConfig, parseConfig } from "../../src/config/read.ts";
import { configSchema, nameOf } from "../../src/config/setting.ts";
import { folder } from "../cli/command.ts";

const SETTINGS = settingsOf(program());
const parse = (value: unknown) => parseConfig(JSON.stringify(value), "/x/summits.config.json", SETTINGS);
const values = (value: unknown) => Object.fromEntries([...parse(value)].map(([name, { value }]) => [name, value]));

const VALID = [
  {},
  { $schema: "./schema.json", inputFormat: "html", maxBytes: 1000, quiet: true, gitignore: false },
  { map: { text: "body", published: "date" }, exclude: ["drafts/", "*.bak.txt"] },
  { extract: { format: "jsonl", only: ["dates", "quotes"] }, report: { format: "markdown", by: "outlet", top: 3 } },
  { check: { rules: { mojibake: "off" }, failOn: "warning", maxWarnings: 0, baseline: "known.json" } },
];

const INVALID = [
  [{ maxBytse: 1 }, '1:2: unknown key "maxBytse" (did you mean "maxBytes"?)'],
  [{ chekc: {} }, 'unknown key "chekc" (did you mean "check"?)'],
  [{ format: "json" }, 'unknown key "format"'],
  [{ extract: { fromat: "json" } }, 'unknown key "fromat" in extract (did you mean "format"?)'],
  [{ maxBytes: "64MB" }, "maxBytes takes a whole number from 1"],
  [{ maxBytes: 0 }, "maxBytes takes a whole number from 1"],
  [{ quiet: "yes" }, "quiet takes true or false"],
  [{ inputFormat: "htlm" }, 'not "htlm" (did you mean "html"?)'],
  [{ exclude: "drafts" }, "exclude takes a list of strings"],
  [{ map: { txt: "body" } }, 'unknown key "txt" in map (did you mean "text"?)'],
  [{ map: { text: 3 } }, "map.text takes a string"],
  [{ check: "strict" }, "check takes an object"],
  [{ check: { rules: { mojibake: "of" } } }, 'not "of" (did you mean "off"?)'],
  [{ check: { rules: { mojibak: "off" } } }, 'unknown key "mojibak" in check.rules (did you mean "mojibake"?)'],
  [{ extract: { only: ["names"] } }, "extract.only takes blocks, text"],
  [[], "the configuration is an object"],
] as const;

const validate = new Ajv2020({ strict: true }).compile(configSchema(SETTINGS));

test.each(VALID)("%j holds, and follows the schema", (value) => {
  expect(() => parse(value)).not.toThrow();
  expect(validate(value) || validate.errors).toBe(true);
});

test.each(INVALID)("%j is refused, by the schema too: %s", (value, message) => {
  expect(() => parse(value)).toThrow(ConfigError);
  expect(() => parse(value)).toThrow(message);
  expect(validate(value)).toBe(false);
});

test("every mistake is told with its line and column", () => {
  const text = '{\n  "maxBytes": 5,\n  "encodng": "x",\n  "check": { "failOn": "never",\n    "max": 3 }\n}\n';
  expect(() => parseConfig(text, "c.json", SETTINGS)).toThrow(
    'c.json:3:3: unknown key "encodng" (did you mean "encoding"?)\nc.json:5:5: unknown key "max" in check',
  );
});

test("a value tells where it was set; paths are relative to the file", () => {
  expect(parse({ check: { baseline: "known.json" } }).get("check.baseline")).toEqual({
    value: "/x/known.json",
    from: "/x/summits.config.json:1",
  });
  expect(values(VALID[2])).toEqual(VALID[2]);
});

test.each([
  ['{"a": 1,}', "1:9: a comma before"],
  ['{"a" 1}', '1:6: ":" is expected, not "1"'],
  ['{"a": 1', '1:8: "," or "}" is expected, not the end of the file'],
  ['{"a": tru}', "a value is expected"],
  ["{'a': 1}", "a name in double quotes is expected"],
  ['{"a": 01}', "is no JSON"],
  ['{"a": "x\ny"}', "a string that ends on its line is expected"],
  ['{"a": 1, "a": 2}', '1:10: "a" comes twice'],
  ["{} {}", "the end of the file is expected"],
  ["{ // note\n}", "1:3: JSON has no comments"],
  ["", "a value is expected, not the end of the file"],
  ["[".repeat(100), "nested too deep"],
])("%j is no JSON", (text, message) => {
  expect(() => parseConfig(text, "c.json", SETTINGS)).toThrow(message);
});

test("JSON is read as JSON.parse reads it", () => {
  for (const text of ['{"a":[1,-2.5e3,true,null,{"b":"\\u00e9\\n\\"😀"}],"":{}}', " [ ] ", "3", '"\\ud83d"']) {
    expect(plain(parseJsonText(text))).toEqual(JSON.parse(text));
  }
  expect(() => parseJsonText("{")).toThrow(TextProblem);
  expect(lineAndColumn("a\r\nb\rc\nd", 6)).toBe("3:2");
});

test("the nearest file above a folder is found", async () => {
  const root = folder({ "summits.config.json": '{"quiet": true}', "a/summits.config.json": "{}", "b/c/x.txt": "" });
  mkdirSync(join(root, "a/d"));
  expect([...(await findConfig(join(root, "b/c"), SETTINGS))!.keys()]).toEqual(["quiet"]);
  expect((await findConfig(join(root, "a/d"), SETTINGS))!.size).toBe(0);
});

const settingOf = (name: string) => SETTINGS.find((one) => nameOf(one) === name)!;

test.each([
  ["maxBytes", "SUMMITS_MAX_BYTES", "5000", 5000],
  ["quiet", "SUMMITS_QUIET", "0", false],
  ["verbose", "SUMMITS_VERBOSE", "yes", true],
  ["map", "SUMMITS_MAP", "text=body, published=date", { text: "body", published: "date" }],
  ["extract.only", "SUMMITS_EXTRACT_ONLY", "dates,quotes", ["dates", "quotes"]],
  ["check.failOn", "SUMMITS_CHECK_FAIL_ON", "never", "never"],
  ["encoding", "SUMMITS_ENCODING", "latin1", "latin1"],
])("%s is %s in the environment", (name, variable, text, value) => {
  expect(fromEnvironment(settingOf(name), { [variable]: text })).toEqual({ value, from: variable });
  expect(fromEnvironment(settingOf(name), { [variable]: "" })).toBeNull();
});

test.each([
  ["maxBytes", "SUMMITS_MAX_BYTES", "5k", "takes a whole number"],
  ["quiet", "SUMMITS_QUIET", "maybe", "takes 1 or 0"],
  ["check.failOn", "SUMMITS_CHECK_FAIL_ON", "nevr", 'did you mean "never"?'],
  ["map", "SUMMITS_MAP", "txt=body", 'did you mean "text"?'],
])("a wrong value of %s in the environment is told", (name, variable, text, message) => {
  expect(() => fromEnvironment(settingOf(name), { [variable]: text })).toThrow(ConfigError);
  expect(() => fromEnvironment(settingOf(name), { [variable]: text })).toThrow(message);
});

test("no two settings have one name, one flag of a command or one variable", () => {
  for (const keys of [SETTINGS.map(nameOf), SETTINGS.map(({ variable }) => variable)]) {
    expect(new Set(keys).size).toBe(keys.length);
  }
});
