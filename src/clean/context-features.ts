import { column, ownNames } from "./own-features.ts";

const NEIGHBOUR = ["words", "capital", "stop", "end", "topic", "site", "rule", "copies"];
const OFFSETS = [-3, -2, -1, 1, 2, 3];
const WINDOWS = [2, 5, 12, 30];

/** Names of the features that a line has by the lines around it. */
export const contextNames: readonly string[] = [
  ...OFFSETS.flatMap((offset) => NEIGHBOUR.map((name) => `${name}@${offset}`)),
  ...WINDOWS.flatMap((width) => [`good±${width}`, `goodBefore${width}`, `goodAfter${width}`]),
  ...["goodShare±5", "capital±5", "site±5", "ruled±5", "ruled±15", "short±5", "consent±8", "appeal±8"],
];

const NEIGHBOUR_COLUMNS = NEIGHBOUR.map(column);
const [GOOD, WORDS, CAPITAL, SITE] = [column("good"), column("words"), column("capital"), column("site")] as const;
const [RULE, SHORT] = [column("rule"), column("short")] as const;
const [CONSENT, APPEAL] = [column("class-consent"), column("class-appeal")] as const;

/** Fills the columns of neighbours and windows, those after a line's own. */
export function contextFeatures(rows: Float32Array, width: number, n: number): void {
  const at = (i: number, column: number) => rows[i * width + column]!;
  const good = sums(n, (i) => at(i, GOOD));
  const words = sums(n, (i) => at(i, WORDS));
  const capital = sums(n, (i) => at(i, CAPITAL) * at(i, WORDS));
  const site = sums(n, (i) => at(i, SITE));
  const ruled = sums(n, (i) => +(at(i, RULE) > 0));
  const short = sums(n, (i) => at(i, SHORT));
  const consent = sums(n, (i) => at(i, CONSENT));
  const appeal = sums(n, (i) => at(i, APPEAL));
  for (let i = 0; i < n; i++) {
    let to = i * width + ownNames.length;
    for (const offset of OFFSETS) {
      const j = i + offset;
      for (const column of NEIGHBOUR_COLUMNS) rows[to++] = j < 0 || j >= n ? -1 : at(j, column);
    }
    for (const w of WINDOWS) {
      rows[to++] = good(i - w, i + w);
      rows[to++] = good(i - w, i - 1);
      rows[to++] = good(i + 1, i + w);
    }
    const near = Math.max(1, words(i - 5, i + 5));
    rows[to++] = good(i - 5, i + 5) / near;
    rows[to++] = capital(i - 5, i + 5) / near;
    rows[to++] = site(i - 5, i + 5);
    rows[to++] = ruled(i - 5, i + 5);
    rows[to++] = ruled(i - 15, i + 15);
    rows[to++] = short(i - 5, i + 5);
    rows[to++] = consent(i - 8, i + 8);
    rows[to++] = appeal(i - 8, i + 8);
  }
}

/** Sums of a column over lines from…to, both included, cut at the document's ends. */
function sums(n: number, value: (i: number) => number): (from: number, to: number) => number {
  const before = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) before[i + 1] = before[i]! + value(i);
  return (from, to) => (to < from ? 0 : before[Math.min(n, to + 1)]! - before[Math.max(0, from)]!);
}
