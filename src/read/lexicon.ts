import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { CUE_CLASSES, type EntityType } from "../document.ts";
import type { CueForm } from "../lexicon/cues.ts";
import { foldLine, type OwnLists, type OwnName, verbConjugator } from "../lexicon/own.ts";
import { OptionError } from "../option-error.ts";
import { reasonOf } from "../reason.ts";
import { didYouMean } from "../suggest.ts";
import { tokenize } from "../tokens.ts";

const NAMES: Readonly<Record<string, EntityType>> = {
  "people.txt": "person",
  "organizations.txt": "organization",
  "places.txt": "place",
  "groups.txt": "group",
  "events.txt": "event",
  "outlets.txt": "organization",
};
const OTHERS = ["cue-verbs.txt", "boilerplate.txt"];
const FILES = [...Object.keys(NAMES), ...OTHERS];

/** An entry of a list, and where it stands: "lists/people.txt:3". */
interface Entry {
  readonly text: string;
  readonly at: string;
}

/** Reads the lists of a folder: an entry a line, # before a note. Throws OptionError with every mistake and its line. */
export async function readLexicon(folder: string): Promise<OwnLists> {
  const problems: string[] = [];
  const files = await listsOf(folder, problems);
  const entries = new Map<string, Entry[]>();
  for (const file of files) entries.set(file, await entriesOf(folder, file, problems));
  const lists = {
    names: namesOf(entries, problems),
    cues: await cuesOf(entries.get("cue-verbs.txt") ?? [], problems),
    ...boilerplateOf(entries.get("boilerplate.txt") ?? [], problems),
    outlets: (entries.get("outlets.txt") ?? []).map(({ text }) => text),
  };
  if (problems.length) throw new OptionError("lexicon", problems.join("\n"));
  return lists;
}

async function listsOf(folder: string, problems: string[]): Promise<string[]> {
  const all = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    throw new OptionError("lexicon", `${folder}: ${reasonOf(error, "no such folder")}`);
  });
  const lists = all.filter((name) => name.endsWith(".txt") && !name.startsWith(".")).sort();
  for (const name of lists) {
    if (!FILES.includes(name)) {
      problems.push(
        `${join(folder, name)}: no list is called so${didYouMean(name, FILES)}; there are ${FILES.join(", ")}`,
      );
    }
  }
  if (!lists.length) problems.push(`${folder}: none of ${FILES.join(", ")} is there`);
  return lists.filter((name) => FILES.includes(name));
}

const LONGEST = 300;

async function entriesOf(folder: string, file: string, problems: string[]): Promise<Entry[]> {
  const path = join(folder, file);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new OptionError("lexicon", `${path}: ${reasonOf(error)}`);
  });
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/u);
  const entries = lines.map((line, i) => ({ text: line.trim().normalize("NFC"), at: `${path}:${i + 1}` }));
  return entries.filter(({ text, at }) => {
    if (!text || text.startsWith("#")) return false;
    const problem = text.includes("\ufffd")
      ? "is not UTF-8"
      : text.length > LONGEST
        ? "is too long for an entry"
        : null;
    if (problem) problems.push(`${at}: the line ${problem}`);
    return !problem;
  });
}

function namesOf(entries: ReadonlyMap<string, readonly Entry[]>, problems: string[]): Map<string, OwnName[]> {
  const names = new Map<string, OwnName[]>();
  for (const [file, type] of Object.entries(NAMES)) {
    for (const { text, at } of entries.get(file) ?? []) {
      const words = tokenize(text, 0, text.length).map((token) => token.text);
      if (!/\p{L}/u.test(text)) problems.push(`${at}: "${text}" is no name`);
      else {
        const begun = names.get(words[0]!) ?? [];
        begun.push({ words, type, isOutlet: file === "outlets.txt" });
        names.set(words[0]!, begun);
      }
    }
  }
  return names;
}

async function cuesOf(entries: readonly Entry[], problems: string[]): Promise<Map<string, CueForm>> {
  const cues = new Map<string, CueForm>();
  if (!entries.length) return cues;
  const conjugate = await verbConjugator();
  for (const { text, at } of entries) {
    const [verb = "", kind = "speech", ...more] = text.split(/\s+/u);
    const cueClass = CUE_CLASSES.find((name) => name === kind);
    if (!/^\p{Ll}[\p{Ll}-]*$/u.test(verb) || more.length) {
      problems.push(`${at}: "${text}" is no verb in its base form, with a class behind it at most: mansplain speech`);
    } else if (cueClass) for (const [spelling, form] of conjugate(verb, cueClass)) cues.set(spelling, form);
    else
      problems.push(`${at}: no class is called "${kind}"${didYouMean(kind, CUE_CLASSES)}: ${CUE_CLASSES.join(", ")}`);
  }
  return cues;
}

/** "Read more *" is how lines begin; any other entry is a whole line. */
function boilerplateOf(
  entries: readonly Entry[],
  problems: string[],
): Pick<OwnLists, "boilerplate" | "boilerplateStarts"> {
  const [lines, starts] = [new Set<string>(), [] as string[]];
  for (const { text, at } of entries) {
    const folded = foldLine(text.replace(/\*$/u, ""));
    if (folded.length < 3) problems.push(`${at}: "${text}" would take too many lines`);
    else if (text.endsWith("*")) starts.push(folded);
    else lines.add(folded);
  }
  return { boilerplate: lines, boilerplateStarts: starts };
}
