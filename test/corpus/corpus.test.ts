import { describe, expect, it } from "vitest";
import { Corpus } from "../../src/corpus/corpus.ts";
import { EntityCounts } from "../../src/corpus/entities.ts";
import type { ListedSources } from "../../src/corpus/sources.ts";
import type { ListedEntity } from "../../src/corpus/tally.ts";
import { textOf } from "../../src/document.ts";
import { linkMentions } from "../../src/entities/link.ts";
import { marked } from "../entities/marked.ts";

interface Linked extends ListedSources {
  readonly text: string;
  readonly entities: readonly ListedEntity[];
}

/** Marked texts as the records of documents. */
function documents(...texts: readonly string[]): Linked[] {
  return texts.map((text, i) => {
    const doc = marked(text, `d${i}`);
    const entities = linkMentions(doc).map((entity) => ({
      ...entity,
      mentions: entity.mentions.map((mention) => ({ text: textOf(doc, mention) })),
    }));
    return { id: doc.id, text: doc.raw, entities };
  });
}

function gather(docs: readonly Linked[]) {
  const counts = new EntityCounts();
  for (const doc of docs) counts.add(doc);
  return counts.resolve();
}

const rows = (...texts: readonly string[]) =>
  gather(documents(...texts)).entities.map(
    ({ id, variants }) => `${id} ${variants.map(({ text, count }) => `${text}×${count}`).join(" ")}`,
  );

describe("entities across documents", () => {
  it("joins the spellings of one person", () => {
    expect(rows("[p Park Min-su] met [p Sergei Orlov].", "[p Park Minsu]. [p Park]. [p Sergey Orlov]")).toEqual([
      "person:park-min-su Park×1 Park Min-su×1 Park Minsu×1",
      "person:sergei-orlov Sergei Orlov×1 Sergey Orlov×1",
    ]);
  });

  it("gives a bare surname to its only bearer where the same others are named, else to nobody", () => {
    const company = "[o Acme Tools], [l Harbor Bay], [p Tom Lee]";
    const bearer = `[p Jana Hartwell]. [p Hartwell]. ${company}`;
    expect(rows(bearer, `[p Hartwell]. ${company}`)).toContain("person:jana-hartwell Hartwell×2 Jana Hartwell×1");
    expect(rows(bearer, "[p Hartwell]")).toContain("person:hartwell Hartwell×1");
    expect(rows(bearer, `[p Petr Hartwell]. [p Hartwell]. ${company}`, `[p Hartwell]. ${company}`)).toContain(
      "person:hartwell Hartwell×1",
    );
  });

  it("gives a bare surname to its usual bearer", () => {
    const bearer = "[p Jana Novak]. [p Novak]";
    expect(rows(bearer, bearer, bearer, "[p Novak]")).toEqual(["person:jana-novak Novak×4 Jana Novak×3"]);
  });

  it("believes a slip only where the surroundings agree", () => {
    const one = "[p Ann Browne], director of coastal studies at the Harbor Institute, agreed.";
    expect(rows(one, "[p Ann Brown], a director at the Harbor Institute for coastal research, agreed.").length).toBe(1);
    expect(rows(one, "[p Ann Brown] scored twice.").length).toBe(2);
  });

  it("keeps types, namesakes and the ministries of two countries apart", () => {
    expect(rows("[p Jordan]", "[l Jordan]").length).toBe(2);
    expect(rows("[p Bob Lowe]", "[p Bob Lowe Jr.]", "[p Ann Lowe]").length).toBe(3);
    const ministries = rows("[l China] [l China] [o Defense Ministry]", "[l Peru] [l Peru] [o Defence Ministry]");
    expect(ministries.filter((row) => row.startsWith("organization"))).toEqual([
      "organization:defence-ministry:peru Defence Ministry×1",
      "organization:defense-ministry:china Defense Ministry×1",
    ]);
    const one = rows("[l Peru] [l Peru] [o Defense Ministry]", "The [o Peruvian Ministry of Defence].");
    expect(one.filter((row) => row.startsWith("organization")).length).toBe(1);
  });

  it("names a place by its usual spelling, and takes a town for its namesake only where others agree", () => {
    const china = "[l People's Republic of China] [l China] [l China] [l China], [l US], [l United States], [l US]";
    expect(rows(china).map((row) => row.split(" ")[0])).toEqual(["place:china", "place:united-states"]);
    const salem = "[l Salem, Oregon], [o Acme Tools], [p Tom Lee]";
    expect(rows(salem, "[l Salem] burns.")).toContain("place:salem Salem×1");
    expect(rows(salem, "[l Salem], [o Acme Tools], [p Tom Lee]")).toContain("place:salem Salem×1 Salem, Oregon×1");
  });

  it("gives an institution one type, and leaves a town and its club apart", () => {
    expect(rows("[l Harbor Center]", "[o Harbor Center]")).toEqual(["organization:harbor-center Harbor Center×2"]);
    expect(rows("[l Salem]", "[o Salem]").length).toBe(2);
  });

  it("keeps the teams of one country in two sports apart", () => {
    const cricket = "[o Peru] lost two wickets to a bowler. Cricket.";
    expect(rows(cricket, cricket, "[l Peru]: the goalkeeper and the striker of [o Peru] play soccer.")).toEqual([
      "organization:peru:cricket Peru×2",
      "organization:peru:football Peru×1",
      "place:peru Peru×1",
    ]);
  });

  it("joins acronyms and long forms that never meet in one document", () => {
    expect(rows("[o Harbor Workers Union Lodge]", "[o HWUL]")).toEqual([
      "organization:harbor-workers-union-lodge HWUL×1 Harbor Workers Union Lodge×1",
    ]);
    expect(rows("[o Harbor Workers Union]", "[o HWU]").length).toBe(2);
  });

  it("gives the same ids whatever the order and the sharding", () => {
    const docs = documents(
      "[p Jana Novak] of [o Acme Tools] in [l Salem, Oregon]. [p Novak]",
      "[p Novak] in [l Salem] with [p Kim]",
      "[p Kim Dae-ho], [p Kim Su-jin], [o Acme Tools Inc.], [o AT]",
      "[p J. Novak], [g Peruvians], [e Harbor Summit], [l Jordan], [p Jordan]",
    );
    const expected = JSON.stringify(gather(docs).entities);
    expect(JSON.stringify(gather(docs.toReversed()).entities)).toBe(expected);
    const [left, right] = [new EntityCounts(), new EntityCounts()];
    for (const [i, doc] of docs.entries()) (i % 2 ? left : right).add(doc);
    const sent = new EntityCounts(structuredClone(left.tally));
    sent.merge(right);
    expect(JSON.stringify(sent.resolve().entities)).toBe(expected);
  });

  it("maps every entity of every document to a row that lists it", () => {
    const docs = documents("[p Kim] [o UN] [l \ud800] [g x] [e …]", "[p ’s] [o .] [l ,] [p Kim Su-jin]");
    const { entities, idOf } = gather(docs);
    for (const doc of docs)
      for (const { id } of doc.entities) {
        const row = entities.find((entity) => entity.id === idOf(doc.id, id));
        expect(row?.documents).toContainEqual({ id: doc.id, entity: id });
      }
  });
});

const source = (entity: ListedEntity | null, role: string, body: string | null = null) => ({
  id: "s1",
  name: entity?.name ?? "an official",
  entity: entity?.id ?? null,
  type: "expert-thinktank" as const,
  isExpert: true,
  role: { text: role },
  affiliation: body === null ? null : { text: body },
  quotes: 2,
  words: 10,
});

describe("sources across documents", () => {
  const docs = documents("[p Jana Novak], a fellow, said.", "The director [p Jana Nováková-Lee] and [p Jana Novak].");
  it("gives one row with every role and affiliation, as the papers have them, to an expert of two", () => {
    const corpus = new Corpus();
    const [one, two] = docs as [Linked, Linked];
    corpus.add({ ...one, sources: [source(one.entities[0]!, "fellow", "Lotus Institute")] });
    corpus.add({ ...two, sources: [source(two.entities[1]!, "director", "the institute’s Oslo office")] });
    expect(corpus.resolve().sources).toMatchObject([
      {
        entity: "person:jana-novak",
        roles: ["fellow", "director"],
        affiliations: ["Lotus Institute", "the institute’s Oslo office"],
        documents: ["d0", "d1"],
        quotes: 4,
        words: 20,
      },
    ]);
  });

  it("never joins unnamed sources", () => {
    const corpus = new Corpus();
    for (const doc of docs) corpus.add({ ...doc, sources: [source(null, "Jana")] });
    expect(corpus.resolve().sources.map(({ id }) => id)).toEqual(["d0:s1", "d1:s1"]);
  });
});
