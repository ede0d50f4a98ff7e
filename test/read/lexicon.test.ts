import { join } from "node:path";
import { expect, test } from "vitest";
import { type DocumentRecord, extract } from "../../src/index.ts";
// Loaded before the first test, which would have to wait for it.
import "../../src/extract.ts";
import "compromise";
import { readLexicon } from "../../src/read/lexicon.ts";
import { folder } from "../cli/command.ts";

const ARTICLE = `Harbour plan splits Ostrava Quays

Seagull Courier

May 7, 2024

Support us now with a small gift of any size that you like.

OSTRAVA — The mayor praised the harbour plan on Tuesday, and nobody in the hall disagreed with a word of it.

“The cranes will stay where they are,” Brakka Vool spitballed after the meeting, which had lasted for four hours.

The Lantern and the Quay Forum asked for more time. The Seagull Courier said that the plan was lost.
`;

const LISTS = {
  "people.txt": "# the council\nBrakka Vool\n",
  "organizations.txt": "The Lantern\nQuay Forum\n",
  "cue-verbs.txt": "spitball\n",
  "boilerplate.txt": "Support us now *\n",
  "outlets.txt": "Seagull Courier\n",
};

async function read(lists?: Readonly<Record<string, string>>): Promise<DocumentRecord> {
  const options = lists ? { lexicon: folder(lists) } : {};
  for await (const record of extract(join(folder({ "a.txt": ARTICLE }), "a.txt"), {
    offsets: "utf16",
    text: "both",
    ...options,
  })) {
    if (record.type === "document") return record;
  }
  throw new Error("no document");
}

test("own lists hold in every stage", async () => {
  const record = await read(LISTS);
  expect(record.text).not.toContain("Support us");
  expect(record.blocks).toContainEqual(expect.objectContaining({ role: "boilerplate", rule: "own-boilerplate" }));
  expect(record.outlet).toMatchObject({ text: "Seagull Courier", rule: "own-outlet" });
  const named = record.entities!.flatMap(({ type, mentions }) =>
    mentions.map(({ text, rule }) => `${type} ${text} ${rule}`),
  );
  expect(named).toEqual(
    expect.arrayContaining([
      "person Brakka Vool own-name",
      "organization The Lantern own-name",
      "organization Quay Forum own-name",
      "organization Seagull Courier own-outlet",
    ]),
  );
  const quote = record.quotes!.find(({ text }) => text.includes("cranes"));
  expect(quote).toMatchObject({ cue: { text: "spitballed", lemma: "spitball" }, speaker: { text: "Brakka Vool" } });
  expect(record.sources).toContainEqual(expect.objectContaining({ name: "Seagull Courier", type: "media" }));
});

test("without them the same article reads otherwise: the lists are what made the difference", async () => {
  const record = await read();
  expect(record.outlet).toBeNull();
  expect(JSON.stringify(record)).not.toMatch(/own-/u);
  expect(record.quotes!.find(({ text }) => text.includes("cranes"))?.cue?.lemma).not.toBe("spitball");
});

test("a verb is known in all its forms", async () => {
  const { cues } = await readLexicon(folder({ "cue-verbs.txt": "fact-check evaluation\nhem\n" }));
  expect([...cues.keys()]).toEqual(
    expect.arrayContaining(["fact-check", "fact-checks", "fact-checked", "fact-checking", "hem", "hems"]),
  );
  expect(cues.get("fact-checked")).toMatchObject({ lemma: "fact-check", class: "evaluation" });
});

test("compromise is imported for cue verbs, and for nothing else", async () => {
  const { cues, names } = await readLexicon(folder({ "people.txt": "\ufeffAnn Lee\r\nBob Roe" }));
  expect(cues.size).toBe(0);
  expect([...names.keys()]).toEqual(["Ann", "Bob"]);
});

test("every mistake is told with its line", async () => {
  const lists = folder({
    "people.txt": "Ann Lee\n\n123\n",
    "cue-verbs.txt": "point out loud\nmansplain speach\nSaid\n",
    "boilerplate.txt": "* \nok\n",
    "outlets.txt": Buffer.from([0x41, 0xe9, 0x0a]).toString("latin1"),
    "peple.txt": "x",
  });
  await expect(readLexicon(lists)).rejects.toThrow(`${lists}/people.txt:3: "123" is no name`);
  await expect(readLexicon(lists)).rejects.toThrow('cue-verbs.txt:1: "point out loud" is no verb in its base form');
  await expect(readLexicon(lists)).rejects.toThrow(
    'cue-verbs.txt:2: no class is called "speach" (did you mean "speech"?)',
  );
  await expect(readLexicon(lists)).rejects.toThrow('cue-verbs.txt:3: "Said" is no verb');
  await expect(readLexicon(lists)).rejects.toThrow('boilerplate.txt:1: "*" would take too many lines');
  await expect(readLexicon(lists)).rejects.toThrow('peple.txt: no list is called so (did you mean "people.txt"?)');
});

test("a folder that isn't there, is empty, or is a file", async () => {
  await expect(readLexicon(join(folder(), "none"))).rejects.toThrow("no such folder");
  await expect(readLexicon(folder())).rejects.toThrow("none of people.txt");
  await expect(readLexicon(join(folder({ "x.txt": "" }), "x.txt"))).rejects.toThrow("a part of this path is no folder");
});

test("a list in another encoding is told", async () => {
  const lists = folder({ "people.txt": Buffer.from([0x41, 0xe9, 0x0a]) });
  await expect(readLexicon(lists)).rejects.toThrow("people.txt:1: the line is not UTF-8");
});
