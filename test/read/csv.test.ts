import { expect, test } from "vitest";
import { brief, documents, read } from "./reading.ts";

const table = (...rows: string[]) => `${rows.join("\n")}\n`;

test.each([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "bar"],
])("%j (%2$s) is found as the delimiter", async (mark) => {
  const all = await read(table(`id${mark}text`, `1${mark}"a, b; c\td|e"`, `2${mark}"say ""no"" 😀"`));
  expect(all.map(brief)).toEqual(["1 a, b; c\td|e", '2 say "no" 😀']);
});

test("cells over several lines, CRLF, blank lines, a BOM: rows keep their line numbers", async () => {
  const all = await read(`\ufeffid,text\r\n1,"one\r\nmore"\r\n\r\n2,two\r\n3,three`);
  expect(all.map(brief)).toEqual(["1 one\r\nmore", "2 two", "3 three"]);
  expect(documents(all).map(({ source }) => source.file.line)).toEqual([2, 5, 6]);
});

test("ragged rows are diagnostics with line numbers, and the run goes on", async () => {
  const all = await read(table("id,text,date", "1,one,", "2,two", "3,three,,extra", "4,four,,,", "5", "6,six,"));
  expect(all.map(brief)).toEqual(["1 one", "2 two", "ragged-row @4", "4 four", "broken-record @6", "6 six"]);
  expect(documents(all)[1]!.diagnostics).toMatchObject([{ rule: "short-row", line: 3 }]);
});

test("a quotation mark that never closes is an error with its line", async () => {
  const all = await read(table("id,text", "1,one", '2,"never', "3,three"));
  expect(all.map(brief)).toEqual(["1 one", "broken-record @3"]);
});

test("a row larger than the limit ends the file with an error, and memory stays small", async () => {
  const all = await read(table("id,text", "1,one", `2,"${"x".repeat(5000)}`), { maxBytes: 500 });
  expect(all.map(brief)).toEqual(["1 one", "broken-record @3"]);
});

test("quotation marks inside a cell that has none around it stay", async () => {
  expect((await read(table("id,text", '1,a 5" gun', "2,two"))).map(brief)).toEqual(['1 a 5" gun', "2 two"]);
});

test("columns have the names that the mapping gives, in any case; others go to meta", async () => {
  const rows = table("Key,Headline,Body,Date,Desk", "k1,A title,The text.,2024-06-18 10:00,world");
  const fields = { id: "key", title: "headline", text: "body", published: "date" };
  const [one] = documents(await read(rows, { fields, inputFormat: "csv" }));
  const meta = { title: "A title", Desk: "world" };
  expect(one!.source).toMatchObject({ id: "k1", raw: "The text.", given: "2024-06-18", meta });
});

test("a mapped column that isn't there is one error that names those that are", async () => {
  const [one, ...rest] = await read(table("id,body", "1,one"), { fields: { text: "bdy" }, inputFormat: "csv" });
  expect(rest).toEqual([]);
  expect(one).toMatchObject({ diagnostic: { rule: "unknown-column", message: expect.stringContaining("id, body") } });
});

test("a table in windows-1252 is read, and the guess is in the record", async () => {
  const rows = table("id;text", "1;Das Gespräch in Zürich war für alle schön, hieß es.", "2;Völlig überrascht");
  const all = await read(Buffer.from(rows, "latin1"));
  expect(all.map(brief)).toEqual(["1 Das Gespräch in Zürich war für alle schön, hieß es.", "2 Völlig überrascht"]);
  const { encodingBasis, encodingConfidence } = documents(all)[0]!.source.file;
  expect(encodingBasis).toBe("detected");
  expect(encodingConfidence).toBeGreaterThan(0);
});

test("the encoding that is given is believed", async () => {
  const [one] = documents(await read(Buffer.from(table("id,text", "1,\u00a4"), "latin1"), { encoding: "iso-8859-15" }));
  expect(one!.source.raw).toBe("€");
  expect(one!.source.file).toMatchObject({ encoding: "iso-8859-15", encodingBasis: "given" });
});

test("Excel's first line names the delimiter", async () => {
  expect((await read(table("sep=;", "id;text", "1;a, b"))).map(brief)).toEqual(["1 a, b"]);
});

test("an article is no table, though its first line has commas", async () => {
  const text = "In text, as in life, some things stay.\nThey do.\n";
  expect((await read(text)).map(brief)).toEqual([`- ${text.trimEnd()}`]);
});
