import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

const jsonl = (input: string | Uint8Array, ...options: string[]) =>
  summits(["extract", "-", "--format", "jsonl", ...options], { input });
const line = (record: unknown) => `${JSON.stringify(record)}\n`;

test("standard input as one article", () => {
  const { stdout, code } = jsonl(ARTICLE);
  expect(code).toBe(0);
  expect(recordsOf(stdout)).toMatchObject([{ id: "-", source: { path: "-", mediaType: "text/plain" } }]);
});

test("nothing on standard input is an empty document", () => {
  const { stderr, code } = jsonl("");
  expect(stderr).toContain("-  warning  empty: no text at all  empty-document\n");
  expect(code).toBe(0);
});

test("records on standard input are known as such, with a BOM and CRLF too", () => {
  const input = `\ufeff${line({ id: "a", text: ARTICLE, desk: "World" })}\n${line({ id: 7, text: "No." })}`;
  const { stdout, code } = jsonl(input.replaceAll("\n", "\r\n"));
  expect(code).toBe(0);
  expect(recordsOf(stdout)).toMatchObject([
    { id: "a", meta: { desk: "World" }, source: { line: 1 } },
    { id: "7", meta: {}, source: { line: 3 } },
  ]);
});

test("a broken record has its line in the message, and the others are done", () => {
  const input = [
    line({ id: "a", text: "One." }),
    "\n",
    '{"id": "b", "text": "Two',
    "\n",
    line({ id: "c", text: "3." }),
  ];
  const { stdout, stderr, code } = jsonl(input.join(""));
  expect(code).toBe(1);
  expect(recordsOf(stdout).map(({ type, id }) => [type, id])).toEqual([
    ["document", "a"],
    ["error", "-:3"],
    ["document", "c"],
  ]);
  expect(stderr).toMatch(/^-:3 {2}error {2}not a record: .* {2}broken-record$/mu);
});

test("what is no record is said, line by line", () => {
  const input = [
    "[1]",
    '{"id":"x"}',
    '{"id":"x","text":7}',
    `{"id":"x","text":"No.","meta":${"[".repeat(5000)}${"]".repeat(5000)}}`,
    '{"id":"y","text":"Yes."}',
  ];
  const { stdout, stderr, code } = jsonl(input.join("\n"), "--input-format", "jsonl");
  expect(code).toBe(1);
  expect(recordsOf(stdout).map(({ type }) => type)).toEqual(["error", "error", "error", "error", "document"]);
  expect(stderr.split("\n").slice(0, 4)).toEqual([
    "-:1  error  not a record: a record is a JSON object  broken-record",
    '-:2  error  not a record: it has no "text" and no "html"  broken-record',
    '-:3  error  not a record: it has no "text" and no "html"  broken-record',
    "-:4  error  not a record: its fields nest more than 100 deep  broken-record",
  ]);
});

test("records with the same id are kept apart", () => {
  const { stdout, stderr } = jsonl([1, 2, 3].map((n) => line({ id: "a", text: `${n}.` })).join(""));
  expect(recordsOf(stdout).map(({ id }) => id)).toEqual(["a", "a#2", "a#3"]);
  expect(stderr).toContain("-:2  warning  second record with id a");
});

test("a record is too long", () => {
  const input = line({ id: "a", text: "x".repeat(2000) }) + line({ id: "b", text: "Short." });
  const { stdout, stderr, code } = jsonl(input, "--input-format", "jsonl", "--max-bytes", "1000");
  expect({ types: recordsOf(stdout).map(({ type }) => type), code }).toEqual({ types: ["error", "document"], code: 1 });
  expect(stderr).toMatch(/^-:1 {2}error {2}.*--max-bytes 1000/mu);
});

test("the day of publication: of the record, over it the flag, and what is no day is said", () => {
  const input =
    line({ id: "a", text: "On Monday.", published: "2024-05-07T09:00:00Z" }) +
    line({ id: "b", text: "On Monday.", published: "soon" });
  const own = jsonl(input);
  expect(recordsOf(own.stdout).map(({ published }) => published.value)).toEqual(["2024-05-07", null]);
  expect(own.stderr).toMatch(/^-:2 {2}warning {2}not a date .*: "soon" {2}invalid-date$/mu);
  const given = jsonl(input, "--published", "2024-06-01");
  expect(recordsOf(given.stdout).map(({ published }) => published.value)).toEqual(["2024-06-01", "2024-06-01"]);
});

test("half a surrogate pair becomes U+FFFD, and names that mean something to JavaScript are only names", () => {
  const input = '{"id":"__proto__","text":"Ann \\ud800 said no.","__proto__":{"x":1},"constructor":"c"}\n';
  const { stdout, stderr, code } = jsonl(input + input, "--text", "raw");
  expect(code).toBe(0);
  expect(recordsOf(stdout).map(({ id, raw }) => [id, raw])).toEqual([
    ["__proto__", "Ann \ufffd said no."],
    ["__proto__#2", "Ann \ufffd said no."],
  ]);
  expect(stdout).toContain('"__proto__":{"x":1}');
  expect(stderr).toContain("-:1  warning  bytes that are not valid Unicode were replaced by U+FFFD");
});

test("a file of records beside articles", () => {
  const cwd = folder({ "a.jsonl": line({ text: "One." }) + line({ html: "<p>Two.</p>" }), "b.txt": "Three." });
  const { stdout } = summits(["extract", ".", "--format", "jsonl"], { cwd });
  expect(recordsOf(stdout).map(({ id, source }) => [id, source.mediaType])).toEqual([
    ["a.jsonl:1", "text/plain"],
    ["a.jsonl:2", "text/html"],
    ["b.txt", "text/plain"],
  ]);
});
