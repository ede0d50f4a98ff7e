import type { Lexeme } from "./lexemes.ts";
import { wordSet } from "./rule.ts";

/**
 * Where the words around an expression point: `will` a plain future, `plan` one that only months and seasons follow, `agenda` a
 * vote or meeting that is named by its date.
 */
export type Direction = "past" | "will" | "plan" | "agenda" | null;

const WILL = wordSet("will shall must ll wo scheduled expected due until till slated tomorrow");
const PLAN = wordSet(
  "would could may might should plan plans planned planning aims hopes intends intend wants vowed pledged promised agreed proposed by before ahead starting beginning next future forthcoming likely set expects expect deadline to",
);
const PAST = wordSet(
  "said says was were had did told began held met took came went made since has have been ago last won lost fell rose wrote sold bought found left gave got heard kept knew led meant paid ran saw sent set shot showed slid spent spoke stood struck swore taught thought threw understood woke wore beat became bent bound broke brought built burst caught chose cost cut dealt drew drove ate fed felt fought flew fled forbade forgot froze grew hit hung hid hurt laid lay lent let lit put quit rode rang rang sank shook shrank shut sang slept split spread sprang stole stuck swept swam swung tore won withdrew wound overtook undertook undid upheld withheld withstood sought slew spun strove wept",
);

// "Is meeting him on Friday": what is arranged is told in the present.
const TIMETABLED = wordSet(
  "arriving beginning closing convening debating departing facing flying gathering going heading holding hosting launching leaving meeting opening returning speaking starting traveling travelling visiting voting",
);

// "The summit opens in Lima on Friday": so is what is on a timetable.
const OPENS = wordSet("opens begins resumes convenes reconvenes departs arrives expires meets hosts");

/** Two words that look ahead though the first alone may not. */
const AHEAD = new Set(["set for", "set to", "have to", "has to", "need to", "needs to"]);
const LEADS_AHEAD = wordSet("set have has need needs");

const SCHEDULED = wordSet("scheduled expected due slated");
const WAS = wordSet("was were had");
const IS = wordSet("is are");
const GO = wordSet("go goes head heads");

/** Every word that may show a direction, but for past forms in -ed. */
const CUES = new Set([...WILL, ...PLAN, ...PAST, ...TIMETABLED, ...OPENS, ...LEADS_AHEAD, ...SCHEDULED, "be", "polls"]);

/** How far back a clause is searched, in lexemes. */
const REACH = 14;

/** The direction of the clause that an expression stands in, from the nearest word before it that shows one. */
export function directionAt(lexemes: readonly Lexeme[], first: number, end: number): Direction {
  const after = lexemes[end]?.word ?? "";
  if (after === "'" || WAS.has(after)) return "past";
  if (isOnAgenda(lexemes, first, end)) return "agenda";
  let plan = false;
  for (let at = first - 1; at >= Math.max(0, first - REACH); at--) {
    const { word, capital } = lexemes[at]!;
    if (CUES.has(word) || isPastForm(word)) {
      // "had been scheduled to expire", "be published"
      const before = at > 0 ? lexemes[at - 1]!.word : "";
      if (before === "been" && SCHEDULED.has(word)) return "past";
      if (before === "be" && isPastForm(word)) continue;
      if (LEADS_AHEAD.has(word) && AHEAD.has(`${word} ${lexemes[at + 1]?.word}`)) return "will";
      if (WILL.has(word) && !(capital && word === "will" && at > 0 && lexemes[at - 1]!.word !== ".")) return "will";
      if (word === "be" && before === "to") return "will";
      if (word === "to" && IS.has(before) && isInfinitive(lexemes, at)) return "will";
      if (word === "polls" && GO.has(lexemes[at - 3]?.word ?? "")) return "will";
      if (IS.has(before) ? TIMETABLED.has(word) : OPENS.has(word)) return "will";
      if (PAST.has(word) || isPastForm(word)) return plan ? "plan" : "past";
      if (PLAN.has(word) && (word !== "to" || isInfinitive(lexemes, at))) plan = true;
    }
    if (endsClause(lexemes, at)) break;
  }
  return plan ? "plan" : opensClause(lexemes, first) ? directionAfter(lexemes, end) : null;
}

const opensClause = (lexemes: readonly Lexeme[], first: number) =>
  first === 0 ||
  lexemes[first]!.gap === "break" ||
  (lexemes[first - 1]!.capital && OPENING.has(lexemes[first - 1]!.word));
const OPENING = wordSet("in on by from at early late");

const ENDS_CLAUSE = wordSet("; ! ?");
// "U.N." and "Gov. Lee" end no clause.
const ABBREVIATED = /^(?:[a-z]|col|dr|gen|gov|jr|lt|mr|mrs|ms|prof|rep|sen|sgt|sr|st)$/;
const endsClause = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]!.gap === "break" ||
  ENDS_CLAUSE.has(lexemes[at]!.word) ||
  (lexemes[at]!.word === "." && !ABBREVIATED.test(lexemes[at - 1]?.word ?? ""));

/** "On Friday Ann Lee will fly": the first word behind an opening expression that shows a direction. */
function directionAfter(lexemes: readonly Lexeme[], end: number): Direction {
  for (let at = end; at < Math.min(end + REACH, lexemes.length); at++) {
    const { word } = lexemes[at]!;
    if (endsClause(lexemes, at)) return null;
    if (WILL.has(word)) return "will";
    if (PAST.has(word) || isPastForm(word)) return "past";
  }
  return null;
}

const APPOINTED =
  /^(?:elections?|vote|votes|referendum|ballot|poll|polls|primary|primaries|runoff|caucus|caucuses|summit|inauguration|deadline|debate|hearing|trial|conference|convention|congress|midterms?|games|olympics|talks|meeting|launch|general|presidential|parliamentary|legislative|snap|local)$/;
const OVER =
  /^(?:after|since|following|won|lost|was|were|had|held|won|conceded|defeated|beat|swept|attended|hosted|met|during|last|disputed|cancell?ed)$/;

// "ahead of the Nov. 5 election": what is called by its date is mostly still to come, unless it is said to be over.
function isOnAgenda(lexemes: readonly Lexeme[], first: number, end: number): boolean {
  const next = lexemes[end];
  if (next?.gap !== "space" || !APPOINTED.test(next.word) || !lexemes[first]!.senses.MONTH) return false;
  return !lexemes.slice(Math.max(0, first - 5), first).some(({ word }) => OVER.test(word));
}

const isPastForm = (word: string) => word.length > 4 && word.endsWith("ed") && !NO_PAST_FORM.has(word);
const NO_PAST_FORM = wordSet("need indeed speed proceed succeed exceed united expected scheduled planned");

const isInfinitive = (lexemes: readonly Lexeme[], at: number) => {
  const next = lexemes[at + 1];
  return (
    next !== undefined &&
    !next.capital &&
    /^[a-z]/.test(next.word) &&
    !/^(?:the|a|an|his|her|its|their|this|that|\d)/.test(next.word)
  );
};
