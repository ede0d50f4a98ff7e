import { describe, expect, it } from "vitest";
import { classBit, type WordClass } from "../../src/lexicon/classes.ts";
import { hyphenCuts } from "../../src/lexicon/hyphen.ts";
import { fold, lookUp } from "../../src/lexicon/lexicon.ts";

describe("the lexicon", () => {
  it.each<[string, WordClass]>([
    ["President", "title"],
    ["ministry", "organization-head"],
    ["Kenya", "country"],
    ["Côte d’Ivoire", "country"],
    ["Kenyans", "demonym"],
    ["Osaka", "city"],
    ["Fatima", "given-name"],
    ["Johansson", "family-name"],
    ["Methodist", "group"],
    ["White House", "organization"],
    ["Xinhua", "media"],
    ["said", "saying-verb"],
    ["table", "common"],
  ])("knows %s as %s", (word, name) => {
    expect(lookUp(fold(word)).classes & classBit(name)).not.toBe(0);
  });

  it("knows nothing of other strings", () => {
    for (const word of ["", "qzxv", "wrblfk nrm", "\ud800", "مدينة"]) expect(lookUp(fold(word)).classes).toBe(0);
  });
});

describe("hyphenCuts", () => {
  it.each([
    ["German-owned", [6, 7]],
    ["non-Muslim", [3, 4]],
    ["Iran-Iraq", [4, 5]],
    ["AFP-Yonhap", [3, 4]],
    ["Addis-based", [5, 6]],
    ["Ki-moon", []],
    ["Guinea-Bissau", []],
    ["al-Shabaab", []],
    ["Marie-Claire", []],
    ["state-owned", []],
    ["-", []],
    ["a-b-c-d-e-f-g-h", []],
  ])("%s", (word, cuts) => {
    expect(hyphenCuts(word)).toEqual(cuts);
  });
});
