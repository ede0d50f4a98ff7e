import type { CueClass, EntityType } from "../document.ts";
import { hashText } from "../tagger/feature.ts";
import type { CueForm } from "./cues.ts";
import { type Form, inflect } from "./inflect.ts";

/** A name in a list of the user's own, cut into tokens. */
export interface OwnName {
  readonly words: readonly string[];
  readonly type: EntityType;
  readonly isOutlet: boolean;
}

/** A user's own lists. Plain data: other threads get them as they are. */
export interface OwnLists {
  /** By their first token. */
  readonly names: ReadonlyMap<string, readonly OwnName[]>;
  /** Reporting verbs by their spellings. */
  readonly cues: ReadonlyMap<string, CueForm>;
  /** Lines that are no article, folded. */
  readonly boilerplate: ReadonlySet<string>;
  /** How lines begin that are no article, folded. */
  readonly boilerplateStarts: readonly string[];
  readonly outlets: readonly string[];
}

/** Ids of what the lists found. */
export const OWN_NAME = "own-name";
export const OWN_OUTLET = "own-outlet";
export const OWN_BOILERPLATE = "own-boilerplate";

/** A line as lists are compared with it: lower case, single spaces. */
export const foldLine = (line: string): string => line.trim().toLowerCase().replace(/\s+/gu, " ");

/** Whether a line is in the user's list of boilerplate. */
export function isOwnBoilerplate(line: string, { boilerplate, boilerplateStarts }: OwnLists): boolean {
  if (!boilerplate.size && !boilerplateStarts.length) return false;
  const folded = foldLine(line);
  return boilerplate.has(folded) || boilerplateStarts.some((start) => folded.startsWith(start));
}

type Conjugate = (verb: string, model: unknown) => Readonly<Record<string, string | undefined>>;

const FORMS: Readonly<Record<string, readonly Form[]>> = {
  Infinitive: ["base"],
  PresentTense: ["third"],
  PastTense: ["past", "participle"],
  Participle: ["participle"],
  Gerund: ["ing"],
};

/** A conjugation of verbs that the tool doesn't know: compromise's, and the regular one where it is at a loss. */
export async function verbConjugator(): Promise<(lemma: string, cueClass: CueClass) => Map<string, CueForm>> {
  const { default: nlp } = await import("compromise");
  const library = nlp as unknown as {
    model(): unknown;
    methods(): { two: { transform: { verb: { conjugate: Conjugate } } } };
  };
  const { conjugate } = library.methods().two.transform.verb;
  const model = library.model();
  return (lemma, cueClass) => {
    const forms = new Map<string, Set<Form>>();
    const add = (spelling: string, form: Form) => forms.set(spelling, (forms.get(spelling) ?? new Set()).add(form));
    for (const [name, spelling] of Object.entries(conjugate(lemma, model))) {
      for (const form of FORMS[name] ?? []) if (spelling) add(spelling.toLowerCase(), form);
    }
    for (const [spelling, form] of inflect(lemma)) add(spelling, form);
    return new Map(
      [...forms].map(([spelling, found]) => [
        spelling,
        { lemma, class: cueClass, frames: "cqi", forms: found, code: hashText(spelling) },
      ]),
    );
  };
}
