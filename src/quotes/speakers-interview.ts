import type { Attribution, Entity } from "../document.ts";
import { type Discourse, type Referent, referentOf } from "./speakers.ts";
import { pronounReferent } from "./speakers-pronouns.ts";

const ASKED =
  /\b(?:interview(?:ed|s)?(?: with| of)?|(?:spoke|talked|sat down|speaks|talks|met|caught up) (?:to|with)) (?:\S+ ){0,4}$/u;
const ANSWERED = /^(?:,[^,.\n]{1,80},)? (?:spoke|talked|answered|sat down|speaks|talks) /u;
const PRONOUN_ANSWERED =
  /\b(?<subject>[Hh]e|[Ss]he) (?:spoke|talked|answered|sat down|speaks|talks) |\b(?:spoke|talked|sat down|speaks|talks) (?:to|with) (?<object>him|her)\b/dgu;

/** Whether an attribution is a question or an answer in an interview that calls its turns Q and A. */
export const isTurn = ({ rule }: Attribution): boolean => rule === "transcript-question";

/** Whether an attribution is an answer in an interview that calls its turns Q and A. */
export const isAnswer = ({ raw }: { readonly raw: string }, turn: Attribution): boolean =>
  isTurn(turn) && turn.cue !== null && raw.charAt(turn.cue.start - 1) === "A";

/** Whom an interview is with: the only person whom the text introduces before the first turn, or the one who "spoke to" the paper. */
export function interviewee(discourse: Discourse, start: number): Referent | null {
  const { raw, blocks } = discourse.doc;
  const bylines = blocks.filter(({ role }) => role === "byline");
  const isByline = (at: number) => bylines.some((block) => at >= block.start && at < block.end);
  const before = discourse.places
    .within(0, start)
    .filter(({ entity, mention }) => entity.type === "person" && !isByline(mention.start));
  const people = new Set(before.map(({ entity }) => entity));
  const asked = new Set<Entity>();
  for (const { entity, mention } of before)
    if (
      ASKED.test(raw.slice(Math.max(0, mention.start - 60), mention.start)) ||
      ANSWERED.test(raw.slice(mention.end, mention.end + 100))
    )
      asked.add(entity);
  const intro = before[0]?.mention.start ?? start;
  for (const { indices } of raw.slice(intro, start).matchAll(PRONOUN_ANSWERED)) {
    const [from, to] = (indices!.groups!.subject ?? indices!.groups!.object)!;
    const pronoun = { start: intro + from, end: intro + to };
    const { referent } = pronounReferent(discourse, pronoun, raw.slice(pronoun.start, pronoun.end).toLowerCase(), []);
    if (referent?.entity) asked.add(referent.entity);
  }
  const [one] = people.size === 1 ? people : asked.size === 1 ? asked : [];
  return one ? referentOf(discourse, one) : null;
}
