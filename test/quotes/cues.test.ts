import { expect, test } from "vitest";
import { cueForms, reportingVerbs } from "../../src/lexicon/cues.ts";

test("three hundred verbs and more, each once", () => {
  expect(reportingVerbs.length).toBeGreaterThan(300);
  expect(new Set(reportingVerbs.map(({ lemma }) => lemma)).size).toBe(reportingVerbs.length);
});

test.each([
  ["said", "say"],
  ["tells", "tell"],
  ["stating", "state"],
  ["denied", "deny"],
  ["quipped", "quip"],
  ["signalled", "signal"],
  ["signaled", "signal"],
  ["wrote", "write"],
  ["vowing", "vow"],
  ["conferred", undefined],
  ["foretold", "foretell"],
  ["believes", "believe"],
  ["begging", "beg"],
  ["lying", "lie"],
])("%s is a form of %s", (form, lemma) => {
  expect(cueForms.get(form)?.lemma).toBe(lemma);
});
