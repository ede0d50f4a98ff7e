import { describe, expect, test } from "vitest";
import type { Entity, Span } from "../../src/document.ts";
import { roleNoun } from "../../src/lexicon/roles.ts";
import { CONSTRUCTIONS } from "../../src/quotes/roles-constructions.ts";
import { describeEntity } from "../../src/quotes/roles-find.ts";
import { findSources } from "../../src/quotes/sources.ts";
import { TYPE_RULES } from "../../src/quotes/sources-types.ts";
import { Places } from "../../src/quotes/speakers-index.ts";
import { splitSentences } from "../../src/tokens.ts";
import { marked, resolutions, sources, unmark } from "./sourced.ts";

const texts = (raw: string, spans: readonly (Span | null | undefined)[]) =>
  spans.filter((span) => span !== null && span !== undefined).map(({ start, end }) => raw.slice(start, end));

/** What is said of [X name] in a sentence, by the rule that found it. */
function described(example: string) {
  const { raw, spans } = unmark(example);
  const blocks = [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "test" }];
  const sentences = splitSentences({ id: "d1", raw, blocks });
  const name = spans.get("X")![0]!;
  const mentions = [{ ...name, type: "person" as const, rule: "test" }];
  const entity: Entity = { id: "e1", type: "person", name: raw.slice(name.start, name.end), variants: [], mentions };
  const places = new Places({ id: "d1", raw, sentences, entities: [entity], attributions: [] });
  return { raw, spans, found: describeEntity(raw, entity, places) };
}

describe.each(CONSTRUCTIONS)("$id", ({ id, matches, rejects }) => {
  test.each(matches)("reads %s", (example) => {
    const { raw, spans, found } = described(example);
    const own = found.filter(({ construction }) => construction.id === id).map(({ description }) => description);
    expect(
      texts(
        raw,
        own.map(({ role }) => role),
      ),
    ).toEqual(texts(raw, spans.get("role") ?? []));
    expect(
      texts(
        raw,
        own.map(({ affiliation }) => affiliation),
      ),
    ).toEqual(texts(raw, spans.get("at") ?? []));
  });
  test.each(rejects.length ? rejects : ["Nobody, [X Ann Lee] said."])("passes over %s", (example) => {
    expect(described(example).found.filter(({ construction }) => construction.id === id)).toEqual([]);
  });
});

/** Marks the speaker of a plain example: the subject of its "said" or "found". */
function withSpeaker(example: string): string {
  const subject = /^(?<lead>The |A )?(?<words>.*?),? (?:said|found|reported) (?<rest>.*)$/u.exec(example)!.groups!;
  const words = subject.words!.replace(/(?:Ann Lee|Pavel Orlov(?! campaign))/u, "[person $&]");
  const named = /\[person ([^\]]*)\]/u.exec(words);
  const lead = subject.lead ?? "";
  return named
    ? `${lead}${words.replace(named[0], `[person ${named[1]}]`)}. [speaker ${named[1]!.split(" ")[1]}] said [quote ${subject.rest}]`
    : `[speaker ${lead}${words}] said [quote ${subject.rest}]`;
}

describe.each(TYPE_RULES)("$id", ({ id, matches, rejects }) => {
  const reasons = (example: string) => findSources(marked(withSpeaker(example))).sources.map(({ reason }) => reason);
  test.each(matches.length ? matches : ["-"])("types %s", (example) => {
    if (example !== "-") expect(reasons(example)).toContain(id);
  });
  test.each(rejects.length ? rejects : ["-"])("leaves %s", (example) => {
    if (example !== "-") expect(reasons(example)).not.toContain(id);
  });
});

describe("pronouns", () => {
  test("who the sentence right before opens with comes before the last speaker", () => {
    const text =
      "[person Greg Moss] left. [quote “We are sad,”] said [speaker Moss]. Commissioner [person Dale Hart] voted against it. [speaker He] said [quote it would fail].";
    expect(resolutions(text).at(-1)).toBe("Dale Hart: pronoun");
  });

  test("she means whom the sentence before introduces, not whoever spoke before that", () => {
    const { sources } = findSources(
      marked(
        "[quote “No,”] said [speaker Pavel Orlov]. [person Pavel Orlov] left. [person Ann Lee], an economist, disagrees. [quote Prices fall], [speaker she] argued.",
      ),
    );
    expect(sources.map(({ name }) => name)).toEqual(["Pavel Orlov", "Ann Lee"]);
  });

  test("he means the woman who spoke last: translations get genders wrong", () => {
    const text =
      "[person Jenny Orr], director of energy studies at the [organization Lotus Institute], left. [quote Prices rose,] said [speaker Orr]. [quote “It is bold,”] [speaker he] said.";
    expect(resolutions(text)).toEqual(["Jenny Orr: surname", "Jenny Orr: pronoun"]);
  });
});

describe("given names", () => {
  const pair = "[quote “It was long,”] said [speaker Per Lund]. [person Agnes Roe] spoke to [person Per Lund].";
  test("a man nearby is he rather than a woman, and the other way round", () => {
    expect(resolutions(`${pair} [quote “I liked it,”] [speaker he] said.`).at(-1)).toBe("Per Lund: pronoun");
    expect(resolutions(`${pair} [quote “I liked it,”] [speaker she] said.`).at(-1)).toBe("Agnes Roe: pronoun");
  });
  test("and alone in the text a woman may be he", () => {
    expect(resolutions("[person Agnes Roe] left. [quote “I liked it,”] [speaker he] said.")).toEqual([
      "Agnes Roe: pronoun",
    ]);
  });
});

describe("speakers whose phrase says more, or less, than a name", () => {
  const shown = (text: string) => {
    const doc = marked(text);
    return findSources(doc).sources.map(({ name, affiliation }) => [
      name,
      affiliation && doc.raw.slice(affiliation.start, affiliation.end),
    ]);
  };

  test("a document has the body that it comes from", () => {
    expect(shown("[speaker A survey by the Reed Institute] found [quote prices rose].")).toEqual([
      ["survey by the Reed Institute", "Reed Institute"],
    ]);
  });

  test("a paper by a person is what the person says", () => {
    expect(
      shown(
        "[person Ann Lee], an economist at Reed University, left. [speaker An analysis by Lee] found [quote prices rose].",
      ),
    ).toEqual([["Ann Lee", "Reed University"]]);
  });

  test("and one by somebody's staff is not", () => {
    expect(
      shown("[person Ann Lee] left. [speaker A statement from Lee's campaign] said [quote prices rose].").map(
        ([name]) => name,
      ),
    ).toEqual(["statement from Lee's campaign"]);
  });

  test("adjectives that open a sentence are no affiliation", () => {
    expect(shown("[speaker Local officials in Oslo] said [quote it rained].")).toEqual([
      ["Local officials in Oslo", "Oslo"],
    ]);
  });

  test("the group is the body that the text is about", () => {
    expect(
      shown(
        "[organization Lotus Forward] paid [organization Orlov Motors]. [person Ann Lee], an adviser to the group, left. [speaker Lee] said [quote prices rose].",
      ),
    ).toEqual([["Ann Lee", "Lotus Forward"]]);
  });

  test("a ministry's spokesman is of the ministry named before", () => {
    expect(
      shown(
        "The [organization Lotus Ministry] met. Ministry spokeswoman [person Ann Lee] left. [speaker Lee] said [quote prices rose].",
      ),
    ).toEqual([["Ann Lee", "Lotus Ministry"]]);
  });

  test("words that every object of JavaScript has are no role nouns", () => {
    expect(shown("[person Ann Lee], a constructor, left. [speaker A constructor] said [quote prices rose].")).toEqual(
      [],
    );
    expect(roleNoun("constructor")).toBeNull();
  });
});

describe("occupations", () => {
  const only = (text: string) => {
    const doc = marked(`${text} [speaker Lee] said [quote prices rose].`);
    const [source] = findSources(doc).sources;
    const { affiliation, type, isExpert } = source!;
    return [type, isExpert, affiliation && doc.raw.slice(affiliation.start, affiliation.end)];
  };

  test.each([
    ["[person Ann Lee], who teaches law at Reed University, left.", "expert-academic", "Reed University"],
    ["[person Ann Lee], who runs the Reed Institute, a think tank, left.", "expert-thinktank", "Reed Institute"],
    ["[person Ann Lee], who follows oil for the Lotus Group, left.", "expert-other", "Lotus Group"],
    [
      "[person Ann Lee], who directs the Chile program at the Reed Institute, left. [person Ann Lee], a former envoy, sang.",
      "expert-thinktank",
      "Reed Institute",
    ],
  ])("%s", (text, type, affiliation) => expect(only(text)).toEqual([type, true, affiliation]));

  test("what somebody is an expert on is no employer", () => {
    expect(only("[person Ann Lee], an expert on [place Chile]'s economy, left.")).toEqual(["expert-other", true, null]);
  });
});

describe("places that speak", () => {
  test("may stand for their government, and stay places", () => {
    const doc = marked("[speaker Kenya] said [quote the road was unsafe].");
    const mentions = [{ start: 0, end: 5, type: "place" as const, rule: "test" }];
    const kenya: Entity = { id: "e1", type: "place", name: "Kenya", variants: ["Kenya"], mentions };
    const [source] = findSources({ ...doc, entities: [kenya] }).sources;
    expect([source!.entity, source!.type, source!.standsFor]).toEqual(["e1", "organization", "government"]);
    expect(kenya.type).toBe("place");
  });

  test("and nobody else does", () => {
    const { sources } = findSources(marked("[person Ann Lee] left. [speaker Ann Lee] said [quote prices rose]."));
    expect(sources[0]).not.toHaveProperty("standsFor");
  });
});

describe("nominal and group speakers", () => {
  test("experts are the experts before, and so are they", () => {
    expect(
      resolutions(
        "[speaker Foreign relations experts] said [quote prices rose.] [speaker They] added [quote that wages fell.] [speaker The experts] said [quote it will go on.]",
      ),
    ).toEqual([
      "Foreign relations experts: group",
      "Foreign relations experts: group",
      "Foreign relations experts: group",
    ]);
  });
  test("an apposition without its second comma belongs to the name before it", () => {
    const text = "[person Yuri Orr], [speaker the premier's foreign policy aide] said [quote that prices rose.]";
    expect(resolutions(text)).toEqual(["Yuri Orr: named"]);
  });
  test("a speaker after a clause that ends in a name is not that name", () => {
    const text = "[person Yuri Orr] left. [quote It was discussed by Yuri Orr,] [speaker the experts] added.";
    expect(resolutions(text)).toEqual(["experts: group"]);
  });
  test("a spokesman nobody named before is a source of his own", () => {
    expect(sources("[speaker A Kremlin spokesman] said [quote that prices rose.]")).toEqual([
      "Kremlin spokesman | spokesman | Kremlin | spokesperson",
    ]);
  });
});

describe("hostile text", () => {
  test("ten thousand quotations of ten thousand people", () => {
    const raw = "“Yes,” said Ann Lee, a clerk. ".repeat(10_000);
    const blocks = [{ start: 0, end: raw.length, role: "paragraph" as const, rule: "test" }];
    const sentences = splitSentences({ id: "d1", raw, blocks });
    const entities = sentences.slice(0, 10_000).map(({ start }, i) => ({
      id: `e${i + 1}`,
      type: "person" as const,
      name: "Ann Lee",
      variants: ["Ann Lee"],
      mentions: [{ start: start + 12, end: start + 19, type: "person" as const, rule: "test" }],
    }));
    const attributions = sentences.map(({ start }, i) => ({
      parts: [{ start, end: start + 6 }],
      kind: "direct" as const,
      cue: { start: start + 7, end: start + 11, lemma: "say", class: "speech" as const },
      speaker: i % 2 ? { start: start + 12, end: start + 28 } : null,
      rule: "test",
      confidence: 1,
    }));
    const { quotes, sources: found } = findSources({ id: "d1", raw, blocks, sentences, entities, attributions });
    expect(quotes).toHaveLength(attributions.length);
    for (const { role } of found) if (role) expect(raw.slice(role.start, role.end)).toBe("clerk");
  });
  test("speakers outside every sentence are nobody", () => {
    const doc = { ...marked("“Yes.”"), sentences: [] };
    const attributions = [
      {
        parts: [{ start: 0, end: 6 }],
        kind: "direct" as const,
        cue: null,
        speaker: { start: 1, end: 4 },
        rule: "t",
        confidence: 0,
      },
    ];
    expect(findSources({ ...doc, attributions }).quotes).toHaveLength(1);
  });
});
