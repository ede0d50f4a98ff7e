import { describe, expect, it } from "vitest";
import { labelBlocks } from "../../src/clean/blocks.ts";
import { gluedByline, readByline } from "../../src/clean/bylines.ts";
import { findMetadata } from "../../src/clean/metadata.ts";

const names = (text: string, needsBy = true) => readByline(text, needsBy)?.map(({ name }) => name) ?? null;

describe("readByline", () => {
  it("reads names without roles, stamps, agencies and addresses", () => {
    expect(names("By Ann Lee")).toEqual(["Ann Lee"]);
    expect(names("By Ann Lee and Bo Ek, Staff Reporters")).toEqual(["Ann Lee", "Bo Ek"]);
    expect(names("by Ann Lee on December 21, 2023")).toEqual(["Ann Lee"]);
    expect(names("By Ann LeePublished: Oct 26, 2023")).toEqual(["Ann Lee"]);
    expect(names("Dec 21, 2023 at 1:39 pm | By Ann Lee")).toEqual(["Ann Lee"]);
    expect(names("2 hours ago By Ann Lee")).toEqual(["Ann Lee"]);
    expect(names("By Ann Lee | Published Oct 27, 2023 1:03 PM EDT")).toEqual(["Ann Lee"]);
    expect(names("By Ann Lee and Bo Ek Gazette Staff,Updated December 22, 2023, 3:31 p.m.")).toEqual([
      "Ann Lee",
      "Bo Ek",
    ]);
    expect(names("By Maria de la Cruz, special to The Gazette")).toEqual(["Maria de la Cruz"]);
    expect(names("Ann Lee December 22, 2023", false)).toEqual(["Ann Lee"]);
    expect(names("By Ann Lee - The Gazette - Thursday, December 21, 2023")).toEqual(["Ann Lee"]);
    expect(names("Review by Ann Lee Contributor")).toEqual(["Ann Lee"]);
    expect(names("Guide by Ann Lee Former Deputy Tech Editor")).toEqual(["Ann Lee"]);
    expect(names("This post was written by Ann Lee, MD, FACP")).toEqual(["Ann Lee"]);
    expect(names("Written by Ann Lee, CEPF®")).toEqual(["Ann Lee"]);
    expect(names("May 30, 2023 / Ann Lee")).toEqual(["Ann Lee"]);
    expect(names("December 17, 2025Ann K. Lee")).toEqual(["Ann K. Lee"]);
    expect(names("By Ann LeeFounder")).toEqual(["Ann Lee"]);
    expect(names("By A. J. Lee View In Digital Edition")).toEqual(["A. J. Lee"]);
  });

  it("leaves what is no byline", () => {
    for (const text of [
      "By Monday the army had left.",
      "By The Numbers",
      "By far the most popular",
      "By",
      "Read More",
    ]) {
      expect(names(text), text).toBeNull();
    }
    expect(names("Ann Lee disagreed.", false)).toBeNull();
  });

  it("finds a byline glued to the line before it", () => {
    expect(gluedByline("Border was on the agendaBy Ann Lee")).toBe(24);
    expect(gluedByline("They passed the bill by Ann Lee")).toBe(-1);
    expect(gluedByline("A BabyBy The Sea")).toBe(-1);
  });
});

const PROSE = [
  "The two ministers met for three hours on Monday and agreed that their deputies would meet again before the winter, officials said.",
  "Neither side would say what had been offered, but people close to the talks said that the border was discussed at length.",
  "A second round is planned for the spring, when the harbour opens and the fishing fleets of both countries put out again.",
];

function read(...lines: readonly string[]) {
  const raw = lines.join("\n\n");
  const doc = { id: "test", raw, markup: null };
  const blocks = labelBlocks(doc);
  const { bylines, candidates } = findMetadata({ ...doc, blocks });
  const roleOf = (text: string) => blocks.find(({ start, end }) => raw.slice(start, end).trim() === text)?.role;
  return { names: bylines.map(({ name }) => name), candidates, roleOf };
}

describe("the byline of an article", () => {
  it.each<[names: string[], ...lines: string[]]>([
    [["Ann Lee"], "By", "Ann Lee"],
    [["Ann Lee"], "Article written by:", "Ann Lee, MD, PhD"],
    [["Ann Lee"], "Ann Lee", "August 18, 2023 • 3 min read"],
    [["Ann Lee"], "Ann Lee", "Politics", "August 18, 2023"],
    [["Ann Lee"], "Ann Lee/", "December 21, 2023/9:43 p.m. ET"],
    [["Gazette Staff"], "Gazette Staff", "December 21, 2023"],
    [["Ann Lee"], "Ann Lee", "Senior Editor"],
    [["Ann Lee"], "Ann Lee, MD, FACP", "5 minutes"],
    [["Sam Hollis"], "Sam Hollis Crime Reporter", "21 August 2023"],
    [["Rowena Clarke"], "Rowena Clarke Political correspondent"],
    [["Park Soo-yeon"], "2023.08.21 | Park Soo-yeon"],
    [["Ann Lee", "Bo Ek"], "By Ann Lee and Bo Ek, Staff Reporters"],
    [[], "World", "21 August 2023"],
  ])("is %j below the headline: %s", (names, ...lines) => {
    const found = read("Home | News | Opinion | Sport", "Ministers meet in Oslo for first talks", ...lines, ...PROSE);
    expect(found.names).toEqual(names);
    if (names.length) expect(found.roleOf(lines.find((line) => line.includes(names[0]!))!)).toBe("byline");
  });

  it("is no name of a related card", () => {
    const card = ["Read more", "Harbour fees to rise again", "By Kim Berg", "Storm closes the bridge", "By Lars Moe"];
    const found = read("Ministers meet in Oslo for first talks", "By Ann Lee", "May 3, 2023", ...PROSE, ...card);
    expect(found.names).toEqual(["Ann Lee"]);
  });

  it("is told with its rivals and how sure each of them is", () => {
    const { candidates } = read(
      "Ministers meet in Oslo for first talks",
      "By Ann Lee",
      "May 3, 2023",
      ...PROSE,
      "Ann Lee is a reporter who lives beside the harbour and has covered it for ten years.",
      "Photo by Bo Ek",
    );
    const [first, ...rivals] = candidates.bylines;
    expect(first).toMatchObject({ isChosen: true, authors: [{ name: "Ann Lee", rule: "byline-led" }] });
    expect(rivals.every(({ isChosen, confidence }) => !isChosen && confidence <= first!.confidence)).toBe(true);
    expect(candidates.headline[0]).toMatchObject({ isChosen: true, text: "Ministers meet in Oslo for first talks" });
  });
});
