import { expect, test } from "vitest";
import { brief, documents, read } from "./reading.ts";

const lines = (...all: string[]) => all.join("\n");

test("a broken line is reported with its number, and the next ones are read", async () => {
  const all = await read(
    lines('{"id":1,"text":"one 😀"}', '{"id":2,"text":"two"}', "{broken", '{"id":4,"text":"four"}'),
  );
  expect(all.map(brief)).toEqual(["1 one 😀", "2 two", "broken-record @3", "4 four"]);
});

test("JSON Lines with a broken first line are still JSON Lines", async () => {
  const all = await read(lines('{"id":1,"text":"cut', '{"id":2,"text":"two"}'));
  expect(all.map(brief)).toEqual(["broken-record @1", "2 two"]);
});

test.each([1, 3, 64, 100_000])("an array is read element by element, in chunks of %i bytes", async (size) => {
  const text = '[\n {"id":"a","text":"x ] } \\" {"},\n {"id": tru},\n "word", 17,\n {"id":"d","text":"y"}\n]';
  const all = await read(text, {}, size);
  expect(all.map(brief)).toEqual(['a x ] } " {', "broken-record @3", "broken-record @4", "broken-record @4", "d y"]);
});

test("objects over several lines follow one another", async () => {
  const all = await read('{\n "id": 1,\n "text": "one"\n}\n{\n "id": 2,\n "text": "two"\n}\n');
  expect(all.map(brief)).toEqual(["1 one", "2 two"]);
  expect(documents(all).map(({ source }) => source.file.line)).toEqual([1, 5]);
});

test("an answer with a list of articles gives its articles", async () => {
  const answer = { status: "ok", articles: [{ text: "one", source: { name: "Daily" } }, { text: "two" }] };
  const all = documents(await read(JSON.stringify(answer, null, 1), { fields: { outlet: "source.name" } }));
  expect(all.map(({ source }) => [source.id, source.raw, source.meta.outlet])).toEqual([
    ["-:1:1", "one", "Daily"],
    ["-:1:2", "two", undefined],
  ]);
});

test("an element that never ends is an error with the line on which it begins", async () => {
  expect((await read('[{"id":1,"text":"one"},\n{"id":2,"text":"two"')).map(brief)).toEqual([
    "1 one",
    "broken-record @2",
  ]);
});

test("records larger than the limit are errors; the others are read", async () => {
  const long = `{"id":2,"text":"${"x".repeat(200)}"}`;
  const parts = ['{"id":1,"text":"one"}', long, '{"id":3,"text":"three"}'];
  const wanted = ["1 one", "broken-record @2", "3 three"];
  expect((await read(lines(...parts), { maxBytes: 100 })).map(brief)).toEqual(wanted);
  expect((await read(`[${parts.join(",\n")}]`, { maxBytes: 100 })).map(brief)).toEqual(wanted);
});

test("fields have the names that the mapping gives", async () => {
  const record = { body: "The text.", date: "18 June 2024", head: "A title", desk: "world" };
  const fields = { text: "body", published: "date", title: "head" };
  const [one] = documents(await read(JSON.stringify(record), { fields }));
  expect(one!.source).toMatchObject({
    raw: "The text.",
    given: "2024-06-18",
    meta: { title: "A title", desk: "world" },
  });
  expect(one!.source.markup!.statements).toEqual([{ field: "title", value: "A title", origin: "record-title" }]);
});

test("a mapped field that no record has is an error, once", async () => {
  const all = await read(lines('{"id":1,"text":"one"}', '{"id":2,"text":"two"}'), { fields: { published: "dtae" } });
  expect(all.map(brief)).toEqual(["1 one", "2 two", "unknown-column"]);
});

test("a record without text is an error that keeps its id; one that looks like a failure is none", async () => {
  const all = await read(lines('{"id":"a"}', '{"id":"b","text":"x","kind":"error","diagnostic":{}}'));
  expect(all.map(brief)).toEqual(["broken-record @1", "b x"]);
  expect(all[0]).toMatchObject({ id: "a" });
});

test("a date with two readings is ignored with a warning", async () => {
  const [one] = documents(await read('{"text":"x","published":"03/04/2024"}'));
  expect(one!.source.given).toBeNull();
  expect(one!.diagnostics.map(({ rule }) => rule)).toEqual(["invalid-date"]);
});

test("UTF-16, as PowerShell writes it, is read", async () => {
  const text = '{"id":1,"text":"Zürich 😀"}\n{"id":2,"text":"two"}\n';
  const all = await read(Buffer.from(`\ufeff${text}`, "utf16le"));
  expect(all.map(brief)).toEqual(["1 Zürich 😀", "2 two"]);
  expect(documents(all)[0]!.source.file).toMatchObject({ encoding: "utf-16le", encodingBasis: "bom" });
});
