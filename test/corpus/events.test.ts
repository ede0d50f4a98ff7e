import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Corpus, type Listed } from "../../src/corpus/corpus.ts";
import type { CorpusEvent } from "../../src/corpus/events/merge.ts";
import type { ListedEvent } from "../../src/corpus/events/reports.ts";
import type { EntityType } from "../../src/document.ts";
import { analyze } from "../../src/pipeline.ts";
import { LAYERS, toRecord } from "../../src/record.ts";

const TYPES: Record<string, EntityType> = {
  "Ann Lee": "person",
  "Pavel Orlov": "person",
  "Mara Quist": "person",
  Chile: "place",
  Santiago: "place",
  Peru: "place",
};
const names = Object.keys(TYPES);
const entities = names.map((name) => ({ id: name, type: TYPES[name]!, name, mentions: [{ text: name }] }));

/** A document of one event: `kind | participants | place | earliest/latest | status`. */
function telling(id: string, published: string | null, ...events: readonly string[]): Listed {
  return { id, published: { value: published }, entities, events: events.map(eventOf) };
}

function eventOf(line: string): ListedEvent {
  const [kind, who, place, date, status] = line.split(" | ") as [ListedEvent["kind"], ...string[]];
  const [earliest = null, latest = earliest] = date === "-" ? [] : date!.split("/");
  return {
    kind,
    trigger: { text: kind },
    participants: who === "-" ? [] : who!.split(", "),
    place: place === "-" ? null : place!,
    date: earliest ? { text: date!, earliest, latest } : null,
    status: status as ListedEvent["status"],
  };
}

function merged(...documents: readonly Listed[]): readonly CorpusEvent[] {
  const corpus = new Corpus();
  for (const document of documents) corpus.add(document);
  return corpus.resolve().events;
}
const documentsOf = (events: readonly CorpusEvent[]) => events.map(({ documents }) => documents.join(" "));

const announced = telling("a", "2024-06-11", "visit | Ann Lee | Chile | - | planned");
const dated = telling("b", "2024-06-17", "visit | Ann Lee | Santiago | 2024-06-18/2024-06-19 | planned");
const vague = telling("c", "2024-06-17", "visit | Ann Lee | Chile | 2024-06-17/2024-06-23 | planned");
const told = telling("d", "2024-06-20", "visit | Ann Lee | Chile | 2024-06-18 | held");

describe("reports of one event", () => {
  test("are one event with all documents, their days side by side, and what was said when", () => {
    const [event, ...others] = merged(announced, dated, vague, told);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      id: "event:visit:ann-lee:chile:2024-06-18",
      date: { earliest: "2024-06-18" },
      status: "held",
      first: "2024-06-11",
      last: "2024-06-20",
      documents: ["a", "b", "c", "d"],
      history: [
        { status: "planned", first: "2024-06-11", last: "2024-06-17", documents: ["a", "b", "c"] },
        { status: "held", first: "2024-06-20", last: "2024-06-20", documents: ["d"] },
      ],
    });
    const values = event!.differs.map(({ field, values }) => [field, values.map(({ value }) => value)]);
    expect(Object.fromEntries(values)).toEqual({
      place: ["place:chile", "place:santiago"],
      date: ["2024-06-17/2024-06-23", "2024-06-18", "2024-06-18/2024-06-19"],
    });
  });

  test("may be called a summit by one and talks by another, and be told by either side of midnight", () => {
    const summit = telling("a", "2024-06-20", "summit | Ann Lee, Pavel Orlov | Chile | 2024-06-18 | held");
    const talks = telling("b", "2024-06-20", "talks | Pavel Orlov, Ann Lee | - | 2024-06-19 | held");
    expect(documentsOf(merged(summit, talks))).toEqual(["a b"]);
  });

  test("a month goes to the day within it, what has no place to the days that agree best", () => {
    const peru = telling("x", "2024-06-17", "visit | Ann Lee | Peru | 2024-06-19/2024-06-20 | planned");
    const month = telling("m", "2024-06-02", "visit | Ann Lee | Peru | 2024-06-01/2024-06-30 | expected");
    const nowhere = telling("n", "2024-06-17", "visit | Ann Lee | - | 2024-06-18/2024-06-19 | planned");
    expect(documentsOf(merged(peru, month, nowhere, dated))).toEqual(["b n", "m x"]);
  });
});

describe("reports of different events stay apart", () => {
  const apart: Record<string, readonly [string, string]> = {
    places: ["visit | Ann Lee | Chile | 2024-06-18 | held", "visit | Ann Lee | Peru | 2024-06-18 | held"],
    people: ["visit | Ann Lee | Chile | 2024-06-18 | held", "visit | Mara Quist | Chile | 2024-06-18 | held"],
    years: ["visit | Ann Lee | Chile | 2000-06-18 | held", "visit | Ann Lee | Chile | - | planned"],
    partners: [
      "meeting | Ann Lee, Pavel Orlov | - | 2024-06-18 | held",
      "meeting | Ann Lee, Mara Quist | - | 2024-06-18 | held",
    ],
    "no common day": ["test | Chile | - | 2024-06-18 | held", "test | Chile | - | 2024-06-20 | held"],
    kinds: ["visit | Ann Lee | Chile | 2024-06-18 | held", "agreement | Ann Lee, Chile | - | 2024-06-18 | held"],
  };
  test.each(Object.entries(apart))("other %s", (_, [one, other]) => {
    expect(merged(telling("a", "2024-06-20", one), telling("b", "2024-06-20", other))).toHaveLength(2);
  });
});

describe("whatever the order and the split", () => {
  const kinds = ["visit", "summit", "talks", "test"];
  const dates = [
    "-",
    "2024-06-18",
    "2024-06-18/2024-06-19",
    "2024-06-17/2024-06-23",
    "2024-06-01/2024-06-30",
    "2023-06-18",
  ];
  const people = ["Ann Lee", "Ann Lee, Pavel Orlov", "Pavel Orlov, Mara Quist", "-"];
  const documents = Array.from({ length: 60 }, (_, i) =>
    telling(
      `d${i}`,
      i % 7 ? `2024-06-${String(10 + (i % 19)).padStart(2, "0")}` : null,
      `${kinds[i % 4]} | ${people[(i * 5) % 4]} | ${["Chile", "Santiago", "Peru", "-"][(i * 3) % 4]} | ${dates[(i * 11) % 6]} | ${i % 2 ? "planned" : "held"}`,
    ),
  );
  const expected = JSON.stringify(merged(...documents));
  test("the events are the same bytes", () => {
    expect(JSON.stringify(merged(...documents.toReversed()))).toBe(expected);
    const [left, right] = [new Corpus(), new Corpus()];
    for (const [i, document] of documents.entries()) (i % 3 ? left : right).add(document);
    left.merge(right);
    expect(JSON.stringify(left.resolve().events)).toBe(expected);
  });
  test("every event of every document is in one of them", () => {
    const reports = merged(...documents).flatMap((event) => event.reports.map(({ document }) => document));
    expect(reports.toSorted()).toEqual(documents.map(({ id }) => id).toSorted());
  });
});

const SEEDS = new URL("../../../shared/seeds/", import.meta.url);

test.skipIf(!existsSync(SEEDS))(
  "a visit that several founding articles tell of is one event (skipped without them)",
  async () => {
    const corpus = new Corpus();
    for (const id of [
      "000_9ae3ec4c691cf7b2.txt",
      "001_51b14e41d01b131f.txt",
      "002_59bc8ba0dd4ac050.txt",
      "003_bbf43c705e2d3c32.txt",
    ]) {
      const raw = readFileSync(new URL(id, SEEDS), "utf8");
      const file = {
        path: id,
        sha256: "",
        mediaType: "text/plain",
        encoding: "utf-8",
        encodingBasis: "valid-utf8",
        bytes: 0,
      } as const;
      const doc = await analyze({ id, raw, file, meta: {}, given: null, markup: null });
      corpus.add(toRecord(doc, [], { offsets: "utf16", text: "clean", layers: new Set(LAYERS) }));
    }
    const visits = corpus
      .resolve()
      .events.filter(({ kind, date }) => kind === "visit" && date?.earliest === "2024-06-18");
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({ date: { earliest: "2024-06-18", latest: "2024-06-19" }, status: "planned" });
    expect(visits[0]!.documents.map((id) => id.slice(0, 3))).toEqual(["001", "003", "002"]);
    expect(visits[0]!.differs.find(({ field }) => field === "date")!.values.flatMap(({ said }) => said)).toContain(
      "this week",
    );
  },
);
