import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Document, Event, Span } from "../../src/document.ts";
import { analyze } from "../../src/pipeline.ts";

const SHARED = new URL("../../../shared/", import.meta.url);
const EVENTS = new URL("gold/events.json", SHARED);

interface Wanted {
  file: string;
  trigger: Span;
  participants: string[];
  date: string | null;
  status: string;
}

const read = (path: string) => readFileSync(new URL(path, SHARED), "utf8");

const analyzed = (id: string): Promise<Document> =>
  analyze({
    id,
    raw: read(`seeds/${id}`),
    file: { path: id, sha256: "", mediaType: "text/plain", encoding: "utf-8", encodingBasis: "valid-utf8", bytes: 0 },
    meta: {},
    given: null,
    markup: null,
  });

/** First and last day of an ISO 8601 day, month, year or interval; an open end is any. */
function days(date: string | null): [string, string] | null {
  if (!date) return null;
  const [from, to = from] = date.split("/") as [string, string?];
  const [year, month] = to.split("-").map(Number);
  const last = to.length === 4 ? `${to}-12-31` : `${to}-${new Date(Date.UTC(year!, month ?? 1, 0)).getUTCDate()}`;
  return [`${from}-01-01`.slice(0, 10), to === ".." ? ".." : to.length === 10 ? to : last];
}

const overlaps = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

async function measure() {
  const gold: { events: Wanted[] } = JSON.parse(read("gold/events.json"));
  const names: { entities: (Span & { file: string; canonical: string })[] } = JSON.parse(read("gold/seeds.json"));
  const files = [...new Set(gold.events.map(({ file }) => file))];
  const count = { found: 0, right: 0, status: 0, date: 0, participants: 0 };
  for (const file of files) {
    const { events, entities } = await analyzed(file);
    const nameOf = (id: string) => {
      const { mentions, name } = entities.find((one) => one.id === id)!;
      const known = names.entities.find((one) => one.file === file && mentions.some((m) => overlaps(m, one)));
      return known?.canonical ?? name;
    };
    const left = gold.events.filter((one) => one.file === file);
    count.found += events.length;
    for (const event of events) {
      const at = left.findIndex(({ trigger }) => overlaps(trigger, event.trigger));
      if (at < 0) continue;
      compare(event, left.splice(at, 1)[0]!, nameOf, count);
    }
  }
  return { ...count, f1: (2 * count.right) / (count.found + gold.events.length) };
}

function compare(event: Event, wanted: Wanted, nameOf: (id: string) => string, count: Record<string, number>) {
  const interval = days(wanted.date);
  const sameDays = interval
    ? event.earliest === interval[0] && (interval[1] === ".." || event.latest === interval[1])
    : event.earliest === null;
  const same = [...new Set(event.participants.map(nameOf))].sort().join() === [...wanted.participants].sort().join();
  count.right!++;
  count.status! += event.status === wanted.status ? 1 : 0;
  count.date! += sameDays ? 1 : 0;
  count.participants! += same ? 1 : 0;
}

describe("events of the seeds", () => {
  test.skipIf(!existsSync(EVENTS))("floors (skipped where the gold is absent)", async () => {
    const { f1, right, status, date, participants } = await measure();
    expect(f1).toBeGreaterThan(0.75);
    expect(status / right).toBeGreaterThan(0.85);
    expect(date / right).toBeGreaterThan(0.8);
    expect(participants / right).toBeGreaterThan(0.75);
  });
});
