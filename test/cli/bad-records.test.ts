import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

const cell = `"${ARTICLE.replaceAll('"', '""')}"`;
const line = (id: string) => JSON.stringify({ id, text: ARTICLE });
const http = (body: string) =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>${body}</p></body></html>`;
const archived = (url: string, body: string, length = Buffer.byteLength(http(body))) =>
  `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${http(body)}\r\n\r\n`;

// Everything that goes wrong in files of records, side by side.
const FILES = {
  "bomb.txt.gz": gzipSync(Buffer.alloc(1 << 26)),
  "broken.jsonl": [line("b1"), line("b2"), '{"id": "b3", "text": "cut', line("b4"), ""].join("\n"),
  "cut.jsonl.gz": gzipSync(`${line("c1")}\n${line("c2")}\n`).subarray(0, -12),
  "ids.jsonl": [line("same"), line("same"), line("same"), ""].join("\n"),
  "length.warc": archived("https://example.org/1", ARTICLE, 7) + archived("https://example.org/2", ARTICLE),
  "none.jsonl": `${line("n1")}\n{"id": "n2", "title": "No text"}\n`,
  "ragged.csv": `id,text,desk\nr1,${cell},home\nr2,${cell},home,too,many\nr3,${cell}\n`,
};

test("each mistake is a line with its place, and all that is whole is done", () => {
  const { stdout, stderr, code } = summits(["extract", ".", "--format", "jsonl"], { cwd: folder(FILES) });
  expect(code).toBe(1);
  for (const message of [
    /^bomb\.txt\.gz {2}error {2}decompresses beyond the limit: \d+ bytes grew to more than \d+, above --max-ratio 200 {2}compression-bomb$/mu,
    /^broken\.jsonl:3 {2}error {2}not a record: .+ {2}broken-record$/mu,
    /^cut\.jsonl\.gz {2}error {2}cannot decompress all of it: it is cut off; what came before was read {2}broken-gzip$/mu,
    /^ids\.jsonl:2 {2}warning {2}second record with id same, renamed same#2 {2}duplicate-id$/mu,
    /^ids\.jsonl:3 {2}warning {2}second record with id same, renamed same#3 {2}duplicate-id$/mu,
    /^length\.warc(?::\d+)? {2}warning {2}the Content-Length of the archive record is wrong: .+ {2}wrong-length$/mu,
    /^none\.jsonl:2 {2}error {2}not a record: it has no "text" and no "html" {2}broken-record$/mu,
    /^ragged\.csv:\d+ {2}error {2}the row doesn't fit the header: .+ {2}ragged-row$/mu,
    /^ragged\.csv:\d+ {2}warning {2}the row lacks its last cells: .+ {2}short-row$/mu,
  ]) {
    expect(stderr).toMatch(message);
  }
  const ids = recordsOf(stdout).flatMap(({ type, id }) => (type === "document" ? [id] : []));
  expect(ids).toEqual(
    expect.arrayContaining(["b1", "b2", "b4", "same", "same#2", "same#3", "n1", "r1", "r3", "https://example.org/2"]),
  );
  expect(ids).not.toContain("r2");
});

test("a mapped column that isn't there names those that are", () => {
  const cwd = folder({ "x.csv": `id,body\n1,${cell}\n` });
  const { stderr, code } = summits(["extract", "x.csv", "--map", "text=bdy", "--format", "jsonl"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toMatch(
    /^x\.csv(?::1)? {2}error {2}no such column: bdy \(text=bdy\).*\bbody\b.* {2}unknown-column$/mu,
  );
});
