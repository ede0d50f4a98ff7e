import { describe, expect, test } from "vitest";
import { findCopies } from "../../../src/corpus/copies/copies.ts";
import type { Print } from "../../../src/corpus/copies/count.ts";
import { similarity } from "../../../src/corpus/copies/similar.ts";
import { article, cut, inCommon, printed } from "./edited.ts";

const STORIES = 400;
const originals = Array.from({ length: STORIES }, (_, i) => article(i + 1, 12 + (i % 50)));
/** Two edited copies of each: 10 to 40 % of the sentences cut, another caption. */
const edited = originals.flatMap((sentences, i) =>
  [0, 1].map((n) => ({
    story: i,
    sentences: cut(sentences, 0.1 + ((i * 7 + n * 13) % 31) / 100, 1000 + 2 * i + n),
    id: `story ${i} copy ${n}`,
  })),
);
const prints: Print[] = [
  ...originals.map((sentences, i) => printed(`story ${i}`, sentences, "Ann Lee in Rome. Photo: Agency")),
  ...edited.map(({ id, sentences }, i) => printed(id, sentences, `Pavel Orlov waves on day ${i}. File picture`)),
];
const found = findCopies(prints);
const clusterOf = new Map(found.flatMap(({ id, documents }) => documents.map((copy) => [copy.id, id] as const)));
const storyOf = (id: string) => id.split(" ", 2).join(" ");

describe("edited copies", () => {
  const pairs = edited.filter(({ story, sentences }) => inCommon(originals[story]!, sentences) >= 0.6);
  test("are found, 98 of 100 that have 0.6 in common or more", () => {
    expect(pairs.length).toBeGreaterThan(STORIES);
    const right = pairs.filter(
      ({ story, id }) => clusterOf.has(id) && clusterOf.get(id) === clusterOf.get(`story ${story}`),
    );
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.98);
  });
  test("are never taken for copies of another story", () => {
    for (const { documents } of found) expect(new Set(documents.map(({ id }) => storyOf(id))).size).toBe(1);
  });
  test("are as similar as counting says, give or take four standard errors", () => {
    for (const { story, id, sentences } of edited.slice(0, 200)) {
      const [one, other] = [prints[story]!, prints.find(({ document }) => document === id)!];
      expect(Math.abs(similarity(one, other) - inCommon(originals[story]!, sentences))).toBeLessThan(0.18);
    }
  });
});

test("what differs is told by sentence", () => {
  const sentences = article(7, 20);
  const other = ["Nobody else has this one sentence of the day.", ...sentences.slice(0, 15)];
  const [cluster] = findCopies([printed("a", sentences, "x"), printed("b", other, "x")]);
  const copy = cluster!.documents.find(({ id }) => id === "b")!;
  expect(cluster).toMatchObject({ id: "copies:a", first: "a" });
  expect(copy.only).toEqual([{ start: 2, end: 2 + other[0]!.length }]);
  expect(copy.lacks).toHaveLength(5);
});

test("the first is the one published first, else the fullest", () => {
  const sentences = article(7, 20);
  const [full, short] = [printed("a", sentences, "x"), printed("b", sentences.slice(0, 16), "x")];
  expect(findCopies([short, full])[0]!.first).toBe("a");
  expect(findCopies([full, { ...short, published: "2024-06-18" }])[0]!.first).toBe("b");
});

test("any order gives the same clusters", () => {
  expect(findCopies(prints.toReversed())).toEqual(found);
});

describe("many copies", () => {
  test("of one text, as they stand on error pages, are one cluster", () => {
    const sentences = article(3, 8);
    const same = Array.from({ length: 5000 }, (_, i) => printed(`p${i}`, sentences, ""));
    expect(findCopies(same).map(({ documents }) => documents.length)).toEqual([5000]);
  });
  test("that each differ a little are one cluster", () => {
    const sentences = article(3, 30);
    const alike = Array.from({ length: 1500 }, (_, i) => printed(`p${i}`, cut(sentences, 0.1, i), ""));
    const [cluster] = findCopies(alike);
    expect(cluster!.documents.length).toBe(1500);
  });
});

test("no documents have no copies", () => {
  expect(findCopies([])).toEqual([]);
});
