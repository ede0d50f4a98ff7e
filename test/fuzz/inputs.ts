import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import type { InputFormat } from "../../src/read/reader.ts";
import { bytesOf, fixtures } from "../fixtures.ts";

/** Bytes that somebody might put into a folder of articles, and what they pretend to be. */
export interface Input {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly inputFormat: InputFormat;
}

const PIECES = [
  ..."“”‘’\"'«»„。、…—–-,.;:!?()[]/|@#©<>&*_~`\\\t\v\f\r\n\u00a0\u200b\u200d\u3000\ufeff\u202e\u2066\0\u001b",
  ..."\r\n,\n\n,\n \n, said , told , according to ,Ann Lee,Mr. Roe,President ,Kim Jong Un,the U.N.,’s ,N. Korea".split(
    ",",
  ),
  ..."May 7,Tuesday,last month,2024-05-07,07/05/24,3 a.m.,1990s,since 2011,yesterday,a decade,Q3 2024".split(","),
  ..."By ,Published: ,SEOUL (AP) — ,Photo: ,Read more,Related stories,Share,공유하기,来源：,© 2024".split(","),
  ...["<p>", "</p>", "<br>", "<h1>", "<div class=x>", "</div>", "&amp;", "&#xd800;", "<a href=/>", "<!--", "<![CDATA["],
  ...["<time datetime=2024-05-07>", "<script>", '<script type="application/ld+json">{"headline":"', "<table><tr><td>"],
];

const piece = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 3, arbitrary: fc.string({ unit: "grapheme", maxLength: 8 }) },
  // Any UTF-16 unit, lone surrogates among them.
  { weight: 1, arbitrary: fc.array(fc.nat(0xffff), { maxLength: 6 }).map((units) => String.fromCharCode(...units)) },
  // The same thing again and again: what nests, and what a pattern may stumble over.
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...PIECES), fc.nat(300)).map(([text, times]) => text.repeat(times)),
  },
);

/** Words, marks, markup and noise in any order. */
export const soup = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(""));

const noise = fc.oneof(
  soup.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 40 }),
);

/** Where the bytes of an input are changed, and how. */
const change = fc.record({ at: fc.nat(), cut: fc.nat(500), by: noise, repeats: fc.boolean() });
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function changed(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { at, cut, by, repeats } of changes) {
    const start = at % (result.length + 1);
    const moved = repeats ? result.subarray(start, start + cut) : by;
    result = Buffer.concat([result.subarray(0, start), moved, result.subarray(repeats ? start : start + cut)]);
  }
  return result;
}

const LONGEST = 2000;

/** A damaged stretch of one of the corpus. */
const mutated = (inputFormat: InputFormat, corpus: readonly (readonly [name: string, bytes: Uint8Array])[]) =>
  fc
    .record({
      base: fc.constantFrom(...corpus),
      at: fc.nat(),
      changes: fc.array(change, { minLength: 1, maxLength: 4 }),
    })
    .map(({ base: [name, bytes], at, changes }): Input => {
      const start = bytes.length > LONGEST ? at % (bytes.length - LONGEST) : 0;
      return { name, bytes: changed(bytes.subarray(start, start + LONGEST), changes), inputFormat };
    });

const made = (inputFormat: InputFormat, text: fc.Arbitrary<string>) =>
  text.map((raw): Input => ({ name: `x.${inputFormat}`, bytes: Buffer.from(raw), inputFormat }));

const SEEDS = new URL("../../../shared/seeds/", import.meta.url);
const seeds = existsSync(SEEDS) ? readdirSync(SEEDS).filter((name) => name.endsWith(".txt")) : [];

const articles: (readonly [string, Uint8Array])[] = [
  ...fixtures.map((name) => [name, bytesOf(name)] as const),
  ...seeds.map((name) => [name, readFileSync(new URL(name, SEEDS))] as const),
];

/** Short ones: what is tried by thousands has to be read by thousands. */
const paragraphs = articles.flatMap(([, bytes]) =>
  Buffer.from(bytes)
    .toString()
    .split(/\n+/u)
    .filter((line) => line.length > 100 && line.length < 300)
    .slice(0, 1),
);

const rows = paragraphs
  .slice(0, 4)
  .map((text, i) => ({ id: `a${i}`, text, published: "2024-06-18", outlet: "The Daily Gazette" }));
const csv = ["id,text,published", ...rows.map(({ id, text }) => `${id},"${text.replaceAll('"', '""')}",2024-06-18`)];
const jsonl = rows.map((row) => JSON.stringify(row)).join("\n");

function warcRecord(text: string, i: number): string {
  const page = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><h1>News</h1><p>${text}</p></html>`;
  const length = Buffer.byteLength(page);
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:${i}>\r\nContent-Length: ${length}\r\n\r\n${page}\r\n\r\n`;
}
const warc = paragraphs.slice(0, 4).map(warcRecord).join("");

const few = (text: string) => [["x", Buffer.from(text)]] as const;

/** What is tried, by the kind of input; the weights are shares of all cases. */
export const INPUTS: Readonly<Record<string, { readonly share: number; readonly input: fc.Arbitrary<Input> }>> = {
  "words, marks and noise": { share: 0.15, input: made("text", soup) },
  markup: { share: 0.15, input: made("html", soup) },
  Markdown: { share: 0.05, input: made("markdown", soup) },
  "articles that were damaged": { share: 0.25, input: mutated("auto", articles) },
  "JSON Lines": { share: 0.1, input: mutated("jsonl", few(jsonl)) },
  JSON: { share: 0.05, input: mutated("json", few(JSON.stringify(rows))) },
  tables: { share: 0.1, input: mutated("csv", few(csv.join("\n"))) },
  "web archives": { share: 0.1, input: mutated("warc", few(warc)) },
  "compressed files": { share: 0.05, input: mutated("auto", [["x.jsonl.gz", gzipSync(jsonl)]]) },
};
