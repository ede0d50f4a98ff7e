import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import { brief, documents, read } from "./reading.ts";

const page = (text: string) => `<!doctype html><html><body><p>${text}</p></body></html>`;

interface Parts {
  readonly type?: string;
  readonly http?: string | Buffer;
  readonly length?: number | string;
}

/** A record as an archive has it, with the length that is claimed for it. */
function record(id: string, text: string, { type = "response", http, length }: Parts = {}): Buffer {
  const block = Buffer.from(http ?? `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(text)}`);
  const head = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Record-ID: <urn:x:${id}>\r\nWARC-Target-URI: https://example.org/${id}\r\nWARC-Date: 2024-06-18T01:02:03Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${length ?? block.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]);
}

const http = (headers: string, body: string | Buffer) =>
  Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${headers}\r\n\r\n`), Buffer.from(body)]);

const archive = (...records: Buffer[]) => Buffer.concat(records);

test("pages are documents with address and date; everything else is counted as skipped", async () => {
  const image = http("", "x").toString().replace("text/html", "image/png");
  const all = await read(
    archive(
      record("info", "", { type: "warcinfo", http: "software: x\r\n" }),
      record("a", "Zürich 😀"),
      record("b", "", { http: image }),
      record("c", "Moved", { http: "HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\n\r\n<p>Moved</p>" }),
      record("d", "two"),
    ),
  );
  expect(all.map(brief)).toEqual(["skipped", "urn:x:a Zürich 😀", "skipped", "skipped", "urn:x:d two"]);
  const [one] = documents(all);
  expect(one!.source.meta).toEqual({ url: "https://example.org/a", date: "2024-06-18T01:02:03Z" });
  expect(one!.source.file.mediaType).toBe("text/html");
});

test.each([
  ["a length that is too short", 60],
  ["a length that is too long", 5000],
  ["a length that reaches into the next record", 400],
  ["a length that is no number", "many"],
  ["a negative length", -5],
])("%s is a diagnostic, and no record is lost", async (_, length) => {
  const all = await read(archive(record("a", "one", { length }), record("b", "two"), record("c", "three")));
  expect(all.map(brief)).toEqual(["urn:x:a one", "urn:x:b two", "urn:x:c three"]);
  expect(documents(all).map(({ diagnostics }) => diagnostics.map(({ rule }) => rule))).toEqual([
    ["wrong-length"],
    [],
    [],
  ]);
});

test("an archive that is cut off ends with an error", async () => {
  const whole = archive(record("a", "one"), record("b", "two"));
  expect((await read(whole.subarray(0, -20))).map(brief)).toEqual(["urn:x:a one", "broken-record"]);
  expect((await read(whole.subarray(0, record("a", "one").length + 30))).map(brief)).toEqual([
    "urn:x:a one",
    "broken-record",
  ]);
});

test("a record above the limit is an error, and the others are read", async () => {
  const all = await read(archive(record("a", "x".repeat(3000)), record("b", "two")), { maxBytes: 2000 });
  expect(all.map(brief)).toEqual(["broken-record", "urn:x:b two"]);
});

test.each([
  ["gzip", gzipSync],
  ["br", brotliCompressSync],
  ["deflate", deflateSync],
  ["deflate", deflateRawSync],
] as const)("a body in %s is unpacked", async (name, pack) => {
  const packed = http(`Content-Encoding: ${name}`, pack(page("packed")));
  const unpacked = http(`Content-Encoding: ${name}`, page("plain"));
  const all = await read(archive(record("a", "", { http: packed }), record("b", "", { http: unpacked })));
  expect(all.map(brief)).toEqual(["urn:x:a packed", "urn:x:b plain"]);
});

test("a body that is a bomb is an error", async () => {
  const bomb = http("Content-Encoding: gzip", gzipSync(Buffer.alloc(4 << 20)));
  const all = await read(archive(record("a", "", { http: bomb }), record("b", "two")), { maxBytes: 1 << 20 });
  expect(all.map(brief)).toEqual(["broken-record", "urn:x:b two"]);
});

test("chunks are joined, and a header of chunks over a whole body does no harm", async () => {
  const [start, end] = [page("chunked").slice(0, 20), page("chunked").slice(20)];
  const body = [start, end].map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join("");
  const chunked = http("Transfer-Encoding: chunked", `${body}0\r\n\r\n`);
  const joined = http("Transfer-Encoding: chunked", page("whole"));
  const all = await read(archive(record("a", "", { http: chunked }), record("b", "", { http: joined })));
  expect(all.map(brief)).toEqual(["urn:x:a chunked", "urn:x:b whole"]);
});

test("the charset that the server names is believed", async () => {
  const body = Buffer.from(page("Zürich"), "latin1");
  const named = Buffer.from(
    http("", body).toString("latin1").replace("text/html", "text/html; charset=ISO-8859-1"),
    "latin1",
  );
  expect((await read(record("a", "", { http: named }))).map(brief)).toEqual(["urn:x:a Zürich"]);
});

test("text that was made of pages is read", async () => {
  const wet = record("a", "", { type: "conversion", http: "Only text 😀." })
    .toString()
    .replace(/application\/http.*/, "text/plain");
  expect((await read(wet)).map(brief)).toEqual(["urn:x:a Only text 😀."]);
});

test.each([true, false])("archives that warcio wrote are read (gzip: %s)", async (gzip) => {
  const records = ["one", "two 😀"].map((text, i) =>
    WARCRecord.create(
      {
        url: `https://example.org/${i}`,
        date: "2024-06-18T00:00:00Z",
        type: "response",
        httpHeaders: { "Content-Type": "text/html" },
      },
      (async function* () {
        yield Buffer.from(page(text));
      })(),
    ),
  );
  const bytes = Buffer.concat(await Promise.all(records.map((one) => WARCSerializer.serialize(one, { gzip }))));
  for (const size of [3, 1000, 1 << 20]) {
    const found = documents(await read(bytes, {}, size));
    expect(found.map(({ source }) => [source.raw.trim(), source.meta.url])).toEqual([
      ["one", "https://example.org/0"],
      ["two 😀", "https://example.org/1"],
    ]);
  }
});

test("garbage before, between and after records is passed over", async () => {
  const junk = Buffer.from("junk\r\n\r\n WAR\r\n\r\n");
  const bytes = archive(record("a", "one"), junk, record("b", "two"), junk);
  expect(documents(await read(bytes, { inputFormat: "warc" })).length).toBe(2);
});
