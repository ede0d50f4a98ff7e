import type { DateEvidence, Has, Published } from "../document.ts";
import { civil, formatDay, parseDay } from "./calendar.ts";
import type { Expression } from "./find.ts";
import { cluesOf, datedIn, inProse, looksAhead } from "./published/clues.ts";
import { likelihoodOn } from "./published/likelihood.ts";
import { type Evidence, estimate } from "./published/posterior.ts";
import { candidates, rank, type Weights } from "./published/rank.ts";
import { copyrightYear, inAddress, type Sighting, shown, stated } from "./published/sightings.ts";

const UNKNOWN: Published = { value: null, earliest: null, latest: null, confidence: 0, evidence: [] };

/** At most this many pieces of evidence are listed, the best first. */
const LISTED = 12;

/**
 * Estimates the document creation time. What was given wins, then the file name; else each day that the page shows or its markup
 * states is ranked, and weighed against what the prose says.
 */
export function estimatePublished(
  doc: Has<"file" | "meta" | "given" | "markup" | "blocks" | "headline">,
  expressions: readonly Expression[],
): Published {
  if (doc.given) return sure("given", doc.given, doc.given, 1);
  const named = inAddress(fileName(doc.file.path), "file-name")[0];
  if (named) return sure("file-name", formatDay(named.day), named.text, 0.9);
  const { evidence: gathered, equals } = gather(doc, expressions);
  const { candidates: found, probabilities, bounds, near, clues } = gathered;
  const estimated = estimate(gathered);
  const best = parseDay(estimated.value);
  const order = new Map(found.map((candidate, i) => [candidate.day, probabilities[i]!]));
  const listed = [...equals].sort((a, b) => (order.get(b.day) ?? 0) - (order.get(a.day) ?? 0));
  const evidence = [...listed.slice(0, LISTED), ...bounds.slice(0, 3), ...near.slice(0, 5)].map(asEvidence);
  const agreeing =
    best === null ? [] : clues.filter(({ likelihood }) => likelihoodOn(best, likelihood) > 1.5).slice(0, LISTED);
  return {
    ...estimated,
    evidence: [...evidence, ...agreeing.map((clue) => clueEvidence(clue.rule, clue.expression, best!, doc.raw))],
  };
}

interface Gathered {
  readonly evidence: Evidence;
  /** Days that may be the one. */
  readonly equals: readonly Sighting[];
}

/** Everything on a page that says something of the day of writing. `weights`: those that rank the days that it shows. */
export function gather(
  doc: Has<"meta" | "markup" | "blocks" | "headline">,
  expressions: readonly Expression[],
  weights?: Weights,
): Gathered {
  const address = typeof doc.meta.url === "string" ? inAddress(doc.meta.url, "url-date") : [];
  const sightings = [
    ...stated(doc.markup?.statements ?? []),
    ...address,
    ...shown(doc, expressions),
    ...copyrightYear(doc.raw),
  ];
  const equals = sightings.filter((sighting) => sighting.relation === "equals");
  const found = candidates(
    sightings.filter((sighting) => sighting.relation === "equals" || sighting.relation === "near"),
  );
  const probabilities = rank(found, weights);
  const prose = inProse(expressions, doc.blocks);
  const dated = datedIn(prose);
  const clues = cluesOf(prose, dated);
  const bounds = sightings.filter((sighting) => sighting.relation === "not-after");
  const near = sightings.filter((sighting) => sighting.relation === "near").slice(0, MOST_NEAR);
  const past = dated.filter(({ expression }) => !looksAhead(expression.direction)).map(({ period }) => period);
  const evidence: Evidence = {
    candidates: found,
    probabilities,
    bounds,
    updates: equals.filter(({ rule }) => rule === "updated-on").map(({ day }) => day),
    near,
    clues,
    past: past.filter(({ first, last }) => last - first < 40 && yearOf(first) > 1900).map(({ first }) => first),
    years: dated.flatMap(({ period }) => (period.grain === "year" ? yearOf(period.first) : [])).filter(isOurs),
  };
  return { evidence, equals };
}

/** Dates of other stories beyond these tell nothing new. */
const MOST_NEAR = 40;

const fileName = (path: string) => path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);

function sure(rule: string, date: string, text: string, confidence: number): Published {
  const day = parseDay(date);
  if (day === null) return UNKNOWN;
  const value = formatDay(day);
  return {
    value,
    earliest: value,
    latest: value,
    confidence,
    evidence: [{ rule, relation: "equals", date: value, text }],
  };
}

const yearOf = (day: number) => civil(day).year;
const isOurs = (year: number) => year > 1900 && year < 2100;

const asEvidence = ({ rule, relation, day, text, span }: Sighting): DateEvidence => ({
  rule,
  relation,
  date: formatDay(day),
  text,
  ...(span ? { span } : {}),
});

const clueEvidence = (rule: string, { start, end }: Expression, day: number, raw: string): DateEvidence => ({
  rule,
  relation: "near",
  date: formatDay(day),
  text: raw.slice(start, end),
  span: { start, end },
});
