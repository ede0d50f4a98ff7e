import { describe, expect, it } from "vitest";
import { linkMentions } from "../../src/entities/link.ts";
import { linked, marked } from "./marked.ts";

const CASES: readonly (readonly [reason: string, text: string, entities: readonly string[]])[] = [
  ["a surname goes back to its bearer", "[p Maria Lopez] came. [p Lopez] spoke.", ["Maria Lopez|Lopez"]],
  ["a headline's surname goes forward", "[p Novak] wins\n[p Jana Novak] won.", ["Novak|Jana Novak"]],
  ["possessives", "[p Jana Novak] won. [p Novak’s] coach.", ["Jana Novak|Novak’s"]],
  ["spouses", "[p Bob Lowe] and [p Ann Lowe] left.", ["Bob Lowe", "Ann Lowe"]],
  ["siblings", "[p Amy Lowe] and her brother [p Tim Lowe] left. [p Tim] waved.", ["Amy Lowe", "Tim Lowe|Tim"]],
  ["father and son", "[p Bob Lowe] and [p Bob Lowe Jr.] left.", ["Bob Lowe", "Bob Lowe Jr."]],
  ["husband and wife by title", "Mr. [p Lowe] and Mrs. [p Lowe].", ["Lowe|Lowe"]],
  [
    "the most recent of two bearers",
    "[p Shin Dong-ho] spoke. [p Shin] left. [p Shin Min-a] came. [p Shin] sang.",
    ["Shin Dong-ho|Shin", "Shin Min-a|Shin"],
  ],
  [
    "the dominant bearer beside one who is named in passing",
    "[p Kim Dae-ho] spoke. [p Kim Dae-ho] ate. [p Kim Dae-ho] left with [p Kim Su-jin]. [p Kim] waved.",
    ["Kim Dae-ho|Kim Dae-ho|Kim Dae-ho|Kim", "Kim Su-jin"],
  ],
  ["hyphens and spaces", "[p Park Min-su], [p Park Min Su], [p Park Minsu]", ["Park Min-su|Park Min Su|Park Minsu"]],
  ["name order", "[p Orbán Viktor] and [p Viktor Orban]", ["Orbán Viktor|Viktor Orban"]],
  ["one family, different people", "[p Kim Chol-su] and [p Kim Chol]", ["Kim Chol-su", "Kim Chol"]],
  ["Vietnamese name order", "[p Nguyen Van Hung], [p Hung Van Nguyen]", ["Nguyen Van Hung|Hung Van Nguyen"]],
  ["a Vietnamese given name", "[p Nguyen Van Hung] spoke. [p Hung] left.", ["Nguyen Van Hung|Hung"]],
  ["Chinese name order", "[p Xi Jinhai], [p Jinhai Xi]", ["Xi Jinhai|Jinhai Xi"]],
  ["transliterations", "[p Sergei Orlov], [p Sergey Orlov]", ["Sergei Orlov|Sergey Orlov"]],
  ["transliterations of a short name", "[p Yuri Orlov], [p Yury Orlov]", ["Yuri Orlov|Yury Orlov"]],
  ["transliterations of a surname", "[p Pavlo Rudskyy], [p Pavlo Rudsky]", ["Pavlo Rudskyy|Pavlo Rudsky"]],
  ["diacritics", "[p Łukasz Zając], [p Lukasz Zajac]", ["Łukasz Zając|Lukasz Zajac"]],
  ["nicknames", "[p Robert “Bob” Hart], [p Bob Hart]", ["Robert “Bob” Hart|Bob Hart"]],
  ["an alias", "[p Robert Hart], better known as [p Moe Stone]. [p Stone] sang.", ["Robert Hart|Moe Stone|Stone"]],
  ["a former name", "[o Quay Union] (formerly known as the [o Docker Guild])", ["Quay Union|Docker Guild"]],
  ["an alias of another type", "[o Lagos Ports], known as [l Apapa]", ["Lagos Ports", "Apapa"]],
  ["short given names", "[p William Hart], [p Bill Hart]", ["William Hart|Bill Hart"]],
  ["middle names", "[p John Q. Hart], [p John Hart]", ["John Q. Hart|John Hart"]],
  ["a slip beside an equal given name", "[p Ann Browne], [p Ann Brown]", ["Ann Browne|Ann Brown"]],
  ["no slip without another part", "[p Ann Browne], [p Tom Brown]", ["Ann Browne", "Tom Brown"]],
  ["a Chinese name behind a given name", "[p Donald Li Kwok-tung] sang. [p Li] left.", ["Donald Li Kwok-tung|Li"]],
  ["Wade–Giles", "[p Chen Shih-chung] sang. [p Chen] left.", ["Chen Shih-chung|Chen"]],
  ["two surnames and one", "[p Ana Ruiz Soto] sang. [p Ana Ruiz] left.", ["Ana Ruiz Soto|Ana Ruiz"]],
  ["two given names are no full name", "[p Mary Jane Soto] sang. [p Mary Jane] left.", ["Mary Jane Soto", "Mary Jane"]],
  ["a mother and a child", "[p Nur Ali Khan Soto] met [p Ali Khan Soto].", ["Nur Ali Khan Soto", "Ali Khan Soto"]],
  ["titles that are given names", "[p Don Lowe], [p Tom Lowe]", ["Don Lowe", "Tom Lowe"]],
  ["princes", "[p Prince Tom] met [p Ann Tom].", ["Prince Tom", "Ann Tom"]],
  ["Arabic articles", "[p Omar el-Masri] ate. [p Al-Masri] left. [p Masri] stayed.", ["Omar el-Masri|Al-Masri|Masri"]],
  ["particles", "[p Piet van der Berg] ran. [p Van der Berg] won.", ["Piet van der Berg|Van der Berg"]],
  ["acronyms", "the [o Harbor Workers Union] ... [o HWU]", ["Harbor Workers Union|HWU"]],
  ["defined acronyms", "[o Servicio de Puertos] ([o SPP]) ... [o SPP]", ["Servicio de Puertos|SPP|SPP"]],
  ["acronyms with a small letter", "the [o African Ports Bank] ([o AfPB])", ["African Ports Bank|AfPB"]],
  ["misspelt acronyms", "[o Harbor Workers Union Lodge] [o HWUL] [o HUWL]", ["Harbor Workers Union Lodge|HWUL|HUWL"]],
  ["dots", "[o U.N.] and [o UN] and [o United Nations]", ["U.N.|UN|United Nations"]],
  ["a body within a body", "[o U.N. Security Council] of the [o UN]", ["U.N. Security Council", "UN"]],
  [
    "ministries of two countries",
    "[o Russian Defense Ministry], [o Ministry of Defence of China]",
    ["Russian Defense Ministry", "Ministry of Defence of China"],
  ],
  [
    "one ministry in two forms",
    "[o Russian Defense Ministry], [o Ministry of Defence of the Russian Federation], [o Defense Ministry]",
    ["Russian Defense Ministry|Ministry of Defence of the Russian Federation|Defense Ministry"],
  ],
  ["legal forms", "[o Acme Tools Inc.] and [o Acme Tools] and [o Acme]", ["Acme Tools Inc.|Acme Tools|Acme"]],
  [
    "countries",
    "[l U.S.], [l US], [l United States]; [l DPRK], [l N. Korea]",
    ["U.S.|US|United States", "DPRK|N. Korea"],
  ],
  ["directions", "[l North Korea] said. The [l North] said.", ["North Korea|North"]],
  ["towns and states", "[l Salem, Oregon] ... [l Salem]", ["Salem, Oregon|Salem"]],
  [
    "one mistyped mention among many",
    `${"[l North Korea] ".repeat(10)}[o N. Korea]; [o Acme] [o Acme] [o Acme] [p Acme]`,
    [`${"North Korea|".repeat(10)}N. Korea`, "Acme|Acme|Acme|Acme"],
  ],
  ["a country and its team", "[l Peru], [l Peru], [o Peru]", ["Peru|Peru", "Peru"]],
  ["a place and a person of its name", "[p Jack London] in [l London]", ["Jack London", "London"]],
  ["groups", "[g South Korean], [g South Koreans], [g S. Korean]", ["South Korean|South Koreans|S. Korean"]],
];

describe("linkMentions", () => {
  for (const [reason, text, entities] of CASES) {
    it(reason, () => expect(linked(text).sort()).toEqual([...entities].sort()));
  }

  it("numbers entities in order of first mention and names them in full", () => {
    const doc = marked("[p Lee] met [o WHO]. [p Ann Lee] and [p Lee] left the [o World Health Organization].");
    const entities = linkMentions(doc);
    expect(entities.map((e) => [e.id, e.name, e.variants])).toEqual([
      ["e1", "Ann Lee", ["Lee", "Ann Lee"]],
      ["e2", "World Health Organization", ["WHO", "World Health Organization"]],
    ]);
  });

  it("keeps every mention exactly once, whatever the text", () => {
    const odd = [
      "\ud800",
      "\u0000",
      "’s",
      "The",
      "....",
      "𝒦im",
      "a\u0301".repeat(50),
      "- -",
      "KIM\r\nJong",
      "(",
      "U.",
      "北京",
    ];
    const doc = marked(odd.flatMap((text) => ["p", "o", "l", "g", "e"].map((type) => `[${type} ${text}]`)).join(" "));
    const mentions = linkMentions(doc).flatMap((entity) => entity.mentions);
    expect(mentions.length).toBe(doc.mentions.length);
    expect(new Set(mentions)).toEqual(new Set(doc.mentions));
  });

  it("copes with a hundred thousand names", () => {
    const name = (i: number) => `${String.fromCharCode(65 + (i % 26))}${i.toString(36)} Kim`.replace(/\d/gu, "z");
    const text = Array.from({ length: 100_000 }, (_, i) => `[${"pol"[i % 3]} ${i % 5 ? name(i) : "Kim"}]`).join(" ");
    expect(linkMentions(marked(text)).flatMap((entity) => entity.mentions).length).toBe(100_000);
  });
});
