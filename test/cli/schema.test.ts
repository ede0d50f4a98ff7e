import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { recordsOf, summits } from "./command.ts";

const ARTICLES = new URL("../../fixtures/articles", import.meta.url).pathname;
const formats = { date: /^\d{4}-\d\d-\d\d$/ };
const schemaOf = (which: string) => JSON.parse(summits(["schema", which]).stdout);

test("summits schema prints JSON Schema 2020-12 of a document by default", () => {
  const { stdout, stderr, code } = summits(["schema"]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  expect(JSON.parse(stdout)).toEqual(schemaOf("document"));
  expect(JSON.parse(stdout).$schema).toBe("https://json-schema.org/draft/2020-12/schema");
});

test("every line of --format jsonl is a document of the schema", () => {
  const validate = new Ajv2020({ strict: true, formats }).compile(schemaOf("document"));
  const records = recordsOf(summits(["extract", ARTICLES, "--format", "jsonl", "-q"]).stdout);
  expect(records.length).toBeGreaterThan(9);
  for (const record of records) expect(validate(record) || validate.errors, record.id).toBe(true);
});

test("a date that can be read in two ways has both values, unless its order is given", () => {
  const validate = new Ajv2020({ strict: true, formats }).compile(schemaOf("document"));
  const datesOf = (...options: string[]) => {
    const input =
      "The bridge was closed on 03/04/2024, the mayor said, and nobody was hurt when it fell into the river.";
    const [record] = recordsOf(summits(["extract", "-", "--format", "jsonl", "-q", ...options], { input }).stdout);
    expect(validate(record) || validate.errors).toBe(true);
    return record.dates;
  };
  expect(datesOf()).toMatchObject([{ value: "2024-03-04", otherwise: "2024-04-03", basis: "guessed" }]);
  expect(datesOf("--date-order", "dmy")).toMatchObject([{ value: "2024-04-03", basis: "known" }]);
});

test("--json prints a corpus of the schema, errors in it", () => {
  const validate = new Ajv2020({ strict: true, formats }).compile(schemaOf("corpus"));
  const corpus = JSON.parse(summits(["extract", ARTICLES, "no-such-file.txt", "--json", "-q"]).stdout);
  expect(validate(corpus) || validate.errors).toBe(true);
  expect(corpus.errors).toHaveLength(1);
});
