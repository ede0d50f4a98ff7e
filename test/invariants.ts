import { expect } from "vitest";
import type { Document, Span } from "../src/document.ts";
import { analyze } from "../src/pipeline.ts";
import { render, sha256 } from "../src/read/record.ts";
import type { DocumentRecord } from "../src/schema.ts";

/** Reads and analyzes a text as a file of that name would be. */
export async function documentOf(text: string, name = "x.txt"): Promise<Document> {
  const mediaType = name.endsWith(".html") ? "text/html" : name.endsWith(".md") ? "text/markdown" : "text/plain";
  const bytes = Buffer.from(text);
  const file = {
    path: name,
    sha256: sha256(bytes),
    mediaType,
    encoding: "utf-8",
    encodingBasis: "valid-utf8",
    bytes: bytes.length,
  } as const;
  const read = await render({ kind: "document", decoded: { text, id: name, file, given: null }, diagnostics: [] });
  return analyze(read.source);
}

// Asked by hand, not by `expect`, where there are thousands: that is slow.
const RULE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What must be true of every document, whatever its text. */
export function checkDocument(doc: Document): void {
  const { markup: _, meta: __, ...annotations } = doc;
  for (const [path, value] of nodes(annotations, "doc")) {
    if (isSpan(value) && !path.endsWith(".html")) checkSpan(path, value, doc.raw.length);
    for (const key of ["rule", "reason"]) {
      if (key in value && !RULE_ID.test(String(value[key]))) expect.fail(`${path}.${key} is ${value[key]}`);
    }
  }
  checkTiling(doc);
  checkSentences(doc);
  checkReferences(doc);
}

function checkSpan(path: string, { start, end }: Span, length: number): void {
  const isRight = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= length;
  if (!isRight) expect.fail(`${path} is [${start}, ${end}) in a text of ${length}`);
}

function checkTiling({ raw, blocks }: Document): void {
  let at = 0;
  for (const block of blocks) {
    if (block.start !== at) expect.fail(`the block at ${block.start} leaves a gap or overlaps`);
    if (block.repeats !== undefined && block.repeats >= block.start) expect.fail(`${block.start} repeats what follows`);
    at = block.end;
  }
  expect(at, "the blocks end before the text").toBe(raw.length);
}

function checkSentences({ raw, blocks, sentences }: Document): void {
  let at = 0;
  for (const sentence of sentences) {
    const block = blocks[sentence.block]!;
    const isRight = sentence.start >= at && sentence.start >= block.start && sentence.end <= block.end;
    if (!isRight) expect.fail(`the sentence at ${sentence.start} is out of order or leaves its block`);
    at = sentence.start;
    for (const token of sentence.tokens) {
      if (token.start < at || token.end > sentence.end) expect.fail(`the token at ${token.start} is out of order`);
      if (token.text !== raw.slice(token.start, token.end)) expect.fail(`the token at ${token.start} has another text`);
      at = token.end;
    }
  }
}

function checkReferences({ entities, sources, quotes, events }: Document): void {
  const [entityIds, sourceIds] = [idsOf(entities), idsOf(sources)];
  idsOf(quotes);
  for (const { entity } of [...quotes, ...sources]) if (entity !== null) expect(entityIds).toContain(entity);
  for (const { source } of [...quotes, ...events]) if (source !== null) expect(sourceIds).toContain(source);
  for (const { participants, place } of events) {
    for (const id of participants) expect(entityIds).toContain(id);
    if (place !== null) expect(entityIds).toContain(place);
  }
  for (const entity of entities) {
    expect(entity.mentions.length, `${entity.id} has no mention`).toBeGreaterThan(0);
    expect(entity.variants).toContain(entity.name);
  }
}

function idsOf(things: readonly { readonly id: string }[]): Set<string> {
  const ids = new Set(things.map(({ id }) => id));
  expect(ids.size, "an id is given twice").toBe(things.length);
  return ids;
}

/** Every offset of a record, applied to the raw text in its unit, must give the text that the record has beside it. */
export function checkOffsets(record: DocumentRecord, raw: string): void {
  const slice = slicer(raw, record.offsets);
  for (const [path, value] of nodes(record, "record")) {
    if (!isSpan(value) || typeof value.text !== "string") continue;
    const text = slice(value.start, value.end);
    // A headline over two lines of HTML is one text.
    const isStated = /^record\.(?:headline|outlet|section|published)/.test(path);
    expect(isStated ? words(text) : text, path).toBe(wellFormed(isStated ? words(value.text) : value.text));
  }
}

/** As it is in UTF-8: U+FFFD for a lone surrogate. */
const wellFormed = (text: string) => Buffer.from(text).toString();
const words = (text: string) => text.replace(/\s+/gu, " ").trim();

function slicer(raw: string, unit: DocumentRecord["offsets"]): (start: number, end: number) => string {
  if (unit === "utf16") return (start, end) => wellFormed(raw.slice(start, end));
  if (unit === "codepoint") {
    const codepoints = [...raw];
    return (start, end) => wellFormed(codepoints.slice(start, end).join(""));
  }
  const bytes = Buffer.from(raw);
  return (start, end) => bytes.subarray(start, end).toString();
}

type Node = Readonly<Record<string, unknown>>;
const isSpan = (node: Node): node is Node & Span => typeof node.start === "number" && typeof node.end === "number";

function* nodes(value: unknown, path: string): Generator<readonly [path: string, node: Node]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [path, value as Node];
  for (const [key, child] of Object.entries(value)) yield* nodes(child, `${path}.${key}`);
}
