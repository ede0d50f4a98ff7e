import { expect, test } from "vitest";
import { LAYERS } from "../../src/record.ts";
import { bratWriter } from "../../src/report/brat.ts";
import { Standoff } from "../../src/report/brat-standoff.ts";
import { ARTICLE, between, broken, recordOfText, written } from "./exports.ts";

const record = await recordOfText("sub/a.txt", ARTICLE, { offsets: "utf16" });
const files = written(bratWriter(new Set(LAYERS)), [record, broken]);
const lines = (name: string) => files.get(name)!.toString().split("\n").filter(Boolean);

test("each document has its raw text, its annotations and a line in the list", () => {
  expect([...files.keys()].sort()).toEqual(["annotation.conf", "documents.csv", "sub_a.ann", "sub_a.txt"]);
  expect(files.get("sub_a.txt")!.toString()).toBe(ARTICLE);
  expect(lines("documents.csv").map((line) => line.split(",").slice(0, 2))).toEqual([
    ["document", "file"],
    ["sub/a.txt", "sub_a.txt"],
    ["broken.txt", ""],
  ]);
});

test("the offsets of every annotation lead to its text", () => {
  const marks = lines("sub_a.ann").filter((line) => line.startsWith("T"));
  expect(marks.length).toBeGreaterThan(15);
  for (const line of marks) {
    const [, place, text] = line.split("\t") as [string, string, string];
    const spans = place
      .replace(/^\S+ /, "")
      .split(";")
      .map((span) => span.split(" ").map(Number) as [number, number]);
    expect(spans.map(([start, end]) => between(ARTICLE, start, end)).join(" ")).toBe(text);
  }
});

test("every line is of a kind that brat knows, and refers to what is there; every type is declared", () => {
  const all = lines("sub_a.ann");
  const ids = new Set(all.map((line) => line.split("\t")[0]));
  const declared = lines("annotation.conf").map((line) => line.split("\t")[0]);
  for (const line of all) {
    expect(line).toMatch(
      /^(?:T\d+\t\w+ \d+ \d+(?:;\d+ \d+)*\t.+|R\d+\t\w+ Arg1:T\d+ Arg2:T\d+|E\d+\t\w+:T\d+(?: \w+:T\d+)*|A\d+\t\w+ E\d+ \w+|#\d+\tAnnotatorNotes T\d+\t.+|\*\tEquiv(?: T\d+){2,})$/,
    );
    for (const [, id] of line.split("\t")[1]!.matchAll(/:?\b([TE]\d+)\b/g)) expect(ids).toContain(id);
    const type = /^[TRE]\d+\t(\w+)/.exec(line)?.[1];
    if (type) expect(declared).toContain(type);
  }
});

test("an annotation over a line's end is cut in pieces, and empty lines have none", () => {
  const standoff = new Standoff("one\r\n\r\n 😀two");
  standoff.mark("Quote", [{ start: 0, end: 13 }]);
  expect(standoff.toString()).toBe("T1\tQuote 0 3;7 12\tone  😀two\n");
});

test("events have their trigger, their participants and their status", async () => {
  const [{ id, mentions }] = record.entities as [NonNullable<typeof record.entities>[number]];
  const trigger = { start: 3, end: 11, text: "Minister", rule: "meet-verb" };
  const sentence = { start: 3, end: 30 };
  const event = {
    kind: "meeting" as const,
    trigger,
    participants: [id],
    place: null,
    date: null,
    status: "held" as const,
    sentence,
    source: null,
  };
  const out = written(bratWriter(new Set(LAYERS)), [{ ...record, events: [event] }])
    .get("sub_a.ann")!
    .toString();
  expect(mentions.length).toBeGreaterThan(0);
  expect(out).toMatch(/^T\d+\tMeeting 2 10\tMinister\nE1\tMeeting:T\d+ Participant:T1\nA1\tStatus E1 held$/m);
});
