import { describe, expect, it } from "vitest";
import { gluedByline, readByline } from "../../src/clean/bylines.ts";
import { contextByline } from "../../src/clean/rules/context.ts";
import { findLineRule } from "../../src/clean/rules/index.ts";

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

describe("a byline that is one by what stands beside it", () => {
  const ruleOf = (at: number, ...texts: string[]) => {
    const lines = texts.map((text) => ({ text }));
    return contextByline(lines, texts.map(findLineRule), at);
  };

  it.each<[string | null, number, ...string[]]>([
    ["byline-next-line", 1, "By", "Ann Lee"],
    ["byline-next-line", 1, "Article written by:", "Ann Lee, MD, PhD"],
    ["byline-beside-date", 0, "Ann Lee", "August 18, 2023 • 3 min read"],
    ["byline-beside-date", 0, "Ann Lee", "Politics", "August 18, 2023"],
    ["byline-beside-date", 0, "Ann Lee/", "December 21, 2023/9:43 p.m. ET"],
    ["byline-beside-date", 0, "Gazette Staff", "December 21, 2023"],
    ["byline-above-role", 0, "Ann Lee", "and others"],
    ["byline-above-role", 0, "Ann Lee", "Senior Editor"],
    ["byline-above-bio", 0, "Ann Lee", "Ann Lee is the keeper of the light in the harbour."],
    ["byline-credentials", 0, "Ann Lee, MD, FACP", "5 minutes"],
    [null, 0, "Ann Lee", "The harbour was closed."],
    [null, 0, "Lake House", "The harbour was closed."],
  ])("%s: %i of %s, %s", (rule, at, ...texts) => expect(ruleOf(at, ...texts)).toBe(rule));
});
