import { join } from "node:path";
import { expect, test } from "vitest";
import { check, type DocumentRecord, documents, extract, OptionError, report } from "../../src/index.ts";
import { ARTICLE, folder } from "../cli/command.ts";

const all = async <T>(values: AsyncIterable<T>): Promise<T[]> => {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
};

const SECOND = ARTICLE.replaceAll("Oslo", "Bergen");
const articles = () => folder({ "a.txt": ARTICLE, "b.txt": SECOND, "c.txt": "" });

test("extract gives a record for each article, offsets in the unit asked for", async () => {
  const records = await all(extract(articles(), { offsets: "utf16", text: "raw", only: ["text", "entities"] }));
  expect(records.map(({ type, id }) => `${type} ${id}`)).toEqual([
    "document a.txt",
    "document b.txt",
    "document c.txt",
  ]);
  const { raw, entities, quotes } = records[0] as DocumentRecord;
  expect(quotes).toBeUndefined();
  for (const { mentions } of entities!)
    for (const one of mentions) expect(raw!.slice(one.start, one.end)).toBe(one.text);
});

test("what can't be read is a record, not an exception", async () => {
  const [record] = await all(extract([join(folder(), "no-such-file")]));
  expect(record).toMatchObject({ type: "error", diagnostics: [{ rule: "no-such-input" }] });
});

test("the path - is the stream that was given, and nothing of the process", async () => {
  async function* stdin() {
    yield Buffer.from(ARTICLE);
  }
  expect(await all(extract("-", { stdin: stdin() }))).toMatchObject([{ type: "document", id: "-" }]);
  expect(await all(extract("-"))).toMatchObject([{ type: "error", diagnostics: [{ rule: "no-such-input" }] }]);
});

test.each([
  [{ maxBytes: 0.5 }, "maxBytes takes a whole number above 0"],
  [{ published: "2023-02-29" }, "published takes a day as YYYY-MM-DD"],
  [{ published: "2024-05-07T10:00" }, "published takes a day"],
  [{ encoding: "klingon" }, 'none is called "klingon"'],
  [{ namePattern: "{a}{b}" }, "nothing stands between {a} and {b}"],
  [{ map: { text: "" } }, "map names no column"],
])("%j is refused", async (options, message) => {
  await expect(all(extract(".", options))).rejects.toThrow(OptionError);
  await expect(all(extract(".", options))).rejects.toThrow(message);
});

test("an aborted signal ends the iteration with its reason", async () => {
  const aborter = new AbortController();
  const seen: string[] = [];
  const run = async () => {
    for await (const record of extract(articles(), { signal: aborter.signal })) {
      seen.push(record.id);
      aborter.abort(new Error("enough"));
    }
  };
  await expect(run()).rejects.toThrow("enough");
  expect(seen).toEqual(["a.txt"]);
});

test("a signal ends the waiting for a stream that never comes", async () => {
  async function* silent(): AsyncGenerator<Uint8Array> {
    await new Promise(() => {});
  }
  const aborter = new AbortController();
  const waiting = all(extract("-", { stdin: silent(), signal: aborter.signal }));
  setTimeout(() => aborter.abort(new Error("too slow")), 20);
  await expect(waiting).rejects.toThrow("too slow");
});

test("an iteration that is left early ends", async () => {
  for await (const { id } of extract(articles())) {
    expect(id).toBe("a.txt");
    break;
  }
});

test("check tells what is wrong with each input", async () => {
  const checked = await all(check(articles(), { rules: { "no-creation-time": "off", "empty-document": "error" } }));
  expect(checked.map(({ findings }) => findings.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual([
    [],
    [],
    ["error empty-document"],
  ]);
  await expect(all(check(".", { rules: { "no-creation-tme": "off" } }))).rejects.toThrow(
    'did you mean "no-creation-time"?',
  );
  await expect(all(check(".", { rules: { mojibake: "of" } }))).rejects.toThrow('did you mean "off"?');
});

test("report gathers from paths, and from records", async () => {
  const folder = articles();
  const [fromPaths] = await report(folder, { kind: "experts" });
  expect(fromPaths!.rows).toMatchObject([{ name: "Carla Berg", affiliation: "University of Bergen" }]);
  expect(await report(extract(folder, { text: "both", offsets: "utf16" }), { kind: "experts" })).toEqual([fromPaths]);
  expect(await report(await all(extract(folder)), { kind: "people", top: 1 })).toMatchObject([{ more: 2 }]);
});

test("documents keep their annotations as spans of the raw text", async () => {
  const [outcome] = await all(documents(articles()));
  if (outcome?.kind !== "document") throw new Error("no document");
  const { raw, blocks } = outcome.document;
  expect(blocks.map(({ start, end }) => raw.slice(start, end)).join("")).toBe(raw);
});
