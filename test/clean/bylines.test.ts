import { describe, expect, it } from "vitest";
import { gluedByline, readByline } from "../../src/clean/bylines.ts";

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
