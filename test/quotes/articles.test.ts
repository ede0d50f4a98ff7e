import { expect, test } from "vitest";
import { told } from "./told.ts";

test("a speaker whom only the caption names in full", async () => {
  const { quotes, sources } = await told(
    "Ann Lee, an engineer at the Reed Institute, stands on the bridge on Monday. (Photo by Bob Roe)\n\n“We worked day and night,” Lee said. “It was a long winter.”",
  );
  expect(quotes).toEqual(["Ann Lee | surname | “We worked day and night,” / “It was a long winter.”"]);
  expect(sources).toEqual(["Ann Lee | engineer | Reed Institute | expert-other"]);
});

test("turns of a transcript belong to whom it names, and questions to nobody", async () => {
  const { quotes } = await told(
    "OSLO — The following is a transcript of the briefing by the spokesman, Robert Miller.\n\nMR. MILLER: Thank you all for coming.\n\nQUESTION: Will it cost more?\n\nMR. MILLER: It will not.",
  );
  expect(quotes).toEqual([
    "Robert Miller | surname | Thank you all for coming.",
    "- | unknown | Will it cost more?",
    "Robert Miller | surname | It will not.",
  ]);
});

test("turns under Q and A are kept, of nobody knows whom", async () => {
  const { quotes } = await told(
    "OSLO — The mayor spoke on Tuesday.\n\nQ: Will it open on time?\n\nA: Not a day later.",
  );
  expect(quotes).toEqual(["- | unknown | Will it open on time?", "- | unknown | Not a day later."]);
});

test("turns under names", async () => {
  const { quotes } = await told(
    "OSLO — Ann Lee met Bob Roe on Tuesday.\n\nBob Roe: Will the bridge open on time?\n\nAnn Lee: It will, and not a day later.\n\nBob Roe: And what does all of it cost?",
  );
  expect(quotes).toEqual([
    "Bob Roe | named | Will the bridge open on time?",
    "Ann Lee | named | It will, and not a day later.",
    "Bob Roe | named | And what does all of it cost?",
  ]);
});

test("a party is a body, and its name alone a leaning", async () => {
  const { sources } = await told(
    "OSLO — Florida Democratic Party chairwoman Ann Lee said the bridge would open. Republican strategist Bob Roe said it would not.",
  );
  expect(sources).toEqual([
    "Ann Lee | chairwoman | Florida Democratic Party | politician",
    "Bob Roe | Republican strategist | - | expert-other",
  ]);
});

test("an interview whose turns are short, and name people and paper by less", async () => {
  const { quotes, sources } = await told(
    "OSLO — Grace Okafor spent ten years at the finance ministry before joining the Corvus Center in Lagos. She spoke to the Coast Gazette on Monday.\n\nThe Coast Gazette: Why did the minister resign in May?\n\nOkafor: He had no friends left in the party, and he knew it.\n\nCG: Will there be an election?\n\nOkafor: No.\n\nGazette: And after that?\n\nOkafor: Nobody knows.",
  );
  // The questions may be taken for subheads.
  expect(quotes.filter((quote) => quote.startsWith("Grace Okafor | surname"))).toHaveLength(3);
  expect(sources).toContain("Grace Okafor | - | Corvus Center | expert-thinktank");
});

const TURNS = "\n\nQ: Why did the court wait?\n\nA: Because it can.\n\nQ: Is that a scandal?\n\nA: It is a habit.";
const ANSWERS = (name: string, resolution: string) => [
  "- | unknown | Why did the court wait?",
  `${name} | ${resolution} | Because it can.`,
  "- | unknown | Is that a scandal?",
  `${name} | ${resolution} | It is a habit.`,
];

test.each([
  ["OSLO — Ann Lee is a judge in Oslo, and has written a book about courts.", "Ann Lee", "interviewee"],
  ["OSLO — Ann Lee and Bob Roe are judges. The Gazette spoke to Ann Lee on Friday.", "Ann Lee", "interviewee"],
  ["OSLO — Bob Roe has left the court. Ann Lee, who knows him, talked about it.", "Ann Lee", "interviewee"],
  [
    "OSLO — Ann Lee, a judge, has left. In an interview with Bob Roe of the court, we asked why.",
    "Bob Roe",
    "interviewee",
  ],
  ["OSLO — Ann Lee and Bob Roe have left the court.", "-", "unknown"],
])("who answers: %s", async (intro, name, resolution) => {
  const { quotes } = await told(intro + TURNS);
  expect(quotes.slice(-4)).toEqual(ANSWERS(name, resolution));
});

test("an answer that is a quotation with a speaker of its own", async () => {
  const { quotes } = await told(
    "OSLO — The court has waited a year.\n\nQ: Will it rule in May?\n\nA: “Unlikely, as things stand now,” according to Ann Lee, a judge. “Nobody is ready.”\n\nQ: And then?\n\nA: Nobody knows.",
  );
  expect(quotes.filter((quote) => quote.startsWith("Ann Lee"))).toEqual([expect.stringMatching(/named \| “Unlikely/u)]);
});

test("the clock of a live page is no part of what was said", async () => {
  const { quotes } = await told(
    "OSLO — The talks go on.\n\n11:05 ‘Nobody is happy tonight’, says Ann Lee, a judge.\n\nThey may end soon.",
  );
  expect(quotes).toEqual(["Ann Lee | named | ‘Nobody is happy tonight’"]);
});

test.each([
  ["“We had ten minutes to pack.”", "repeated"],
  ["‘We had ten minutes to pack’", "repeated"],
  ["“Nobody told us a single thing”", "repeated"],
])("a pull quote belongs to whom the article has say it, and counts once: %s", async (pull, resolution) => {
  const { quotes, words } = await told(
    `OSLO — Hotels were emptied on Monday. “We had ten minutes to pack. Nobody told us a single thing,” said Marta Ruiz, a teacher.\n\nBob Roe, a clerk, saw it. “It was over soon,” he said.\n\n${pull}\n\nThe island is closed, and the roads are empty.`,
  );
  expect(quotes.at(-1)).toBe(`Marta Ruiz | ${resolution} | ${pull}`);
  expect(words).toEqual([12, 4]);
});

test.each([
  ["Mayor vows to rebuild market", "Mayor Chidi Eze said on Monday that the market would open in May.", "Chidi Eze"],
  [
    "Governor: rates to stay high",
    "The bank’s governor, Rosa Lima, told reporters that prices were rising.",
    "Rosa Lima",
  ],
  [
    "Minister says sugar to be taxed",
    "Health minister Ana Silva said taxes would rise. Trade minister Rui Sa said they would not.",
    "Minister",
  ],
  [
    "Finance minister says sugar to be taxed",
    "Finance minister Ana Silva said taxes would rise. Trade minister Rui Sa said they would not.",
    "Ana Silva",
  ],
  ["Spokesman says bridge to open", "Police spokesman Ole Dahl said the road was shut.", "Spokesman"],
])("a bare role in a headline: %s", async (headline, body, name) => {
  const { quotes } = await told(body, headline);
  expect(quotes[0]!.split(" | ")[0]).toBe(name);
});
