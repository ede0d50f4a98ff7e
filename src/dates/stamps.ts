import { isDate } from "./calendar.ts";
import type { Senses } from "./vocabulary.ts";

interface Stamp {
  readonly end: number;
  readonly senses: Senses;
}

interface Shape {
  readonly pattern: RegExp;
  readonly read: (groups: Record<string, string | undefined>) => Senses | null;
}

const pad = (text: string) => text.padStart(2, "0");

/** A date of figures, `YYYY-MM-DD`; `impossible` where no calendar has it. */
function ymd(year: string, month: string, day: string): Senses {
  const possible = isDate(Number(year), Number(month), Number(day));
  return { STAMP: possible ? `${year}-${pad(month)}-${pad(day)}` : "impossible" };
}

function clock(
  hour: string,
  minute: string | undefined,
  second: string | undefined,
  half: string | undefined,
): Senses | null {
  let h = Number(hour);
  const suffix = half?.[0]?.toLowerCase();
  if (suffix && (h < 1 || h > 12)) return null;
  if (suffix === "p" && h < 12) h += 12;
  if (suffix === "a" && h === 12) h = 0;
  if (h > 24) return null;
  return {
    CLOCK: `${pad(String(h))}:${minute ?? "00"}${second ? `:${second}` : ""}`,
    ...(suffix ? {} : { BARECLOCK: 1 }),
  };
}

const HALF = String.raw`[ \u00a0\u202f]?(?<half>[aApP]\.[ ]?[mM]\.|[aApP][mM](?![A-Za-z])|[aApP]\.[mM](?![A-Za-z]))`;

// Tried in order at a figure that nothing is glued to.
const SHAPES: readonly Shape[] = [
  {
    // 2024-06-11T16:51:00+09:00, 2024-06-11, 2024/06/11, 2019.04.07, 2019. 4. 7.
    pattern:
      /(?<y>\d{4})(?:(?<sep>[-/])(?<m>\d{1,2})\k<sep>|\. ?(?<m2>\d{1,2})\. ?)(?<d>\d{1,2})(?!\d)(?:[T ](?=\d{2}:)(?<time>\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(?<zone>Z\b|[+-]\d{2}:?\d{2})?)?/dy,
    read: (g) => {
      const date = ymd(g.y!, (g.m ?? g.m2)!, g.d!);
      if (!g.time || date.STAMP === "impossible") return date;
      const zone = g.zone && g.zone !== "Z" ? g.zone.replace(/^(...)(\d\d)$/, "$1:$2") : (g.zone ?? "");
      return { ...date, TIME: g.time, ...(zone ? { OFFSET: zone } : {}) };
    },
  },
  {
    // 2024年6月11日, 2024년 6월 11일
    pattern: /(?<y>\d{4}) ?[年년] ?(?<m>\d{1,2}) ?[月월](?: ?(?<d>\d{1,2}) ?[日일])?/dy,
    read: (g) =>
      g.d ? ymd(g.y!, g.m!, g.d) : Number(g.m) >= 1 && Number(g.m) <= 12 ? { STAMP: `${g.y}-${pad(g.m!)}` } : null,
  },
  {
    // 6月11日
    pattern: /(?<m>\d{1,2}) ?[月월] ?(?<d>\d{1,2}) ?[日일]/dy,
    read: (g) => (isDate(2000, Number(g.m), Number(g.d)) ? { MONTHDAY: `${pad(g.m!)}-${pad(g.d!)}` } : null),
  },
  {
    // 03/04/2024, 3/4/24, 09.10.2024, 11-06-2024: which is the month is for the resolver.
    pattern: /(?<a>\d{1,2})(?<sep>[-/.])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d{2})(?![\d%])(?![-/.]\d)/dy,
    read: (g) => {
      const [a, b] = [Number(g.a), Number(g.b)];
      const year = g.y!.length === 4 ? Number(g.y) : 2000;
      if (g.y!.length === 2 && g.sep !== "/") return null;
      const [monthFirst, dayFirst] = [isDate(year, a, b), isDate(year, b, a)];
      if (!monthFirst && !dayFirst) return a > 31 || b > 31 || g.y!.length === 2 ? null : { STAMP: "impossible" };
      const order =
        monthFirst && dayFirst && a !== b ? (g.sep === "." ? "dotted" : "either") : monthFirst ? "mdy" : "dmy";
      return { FIGURES: `${order} ${a} ${b} ${g.y}` };
    },
  },
  {
    // 16:51, 16:51:30, 10:30 a.m.
    pattern: new RegExp(String.raw`(?<h>\d{1,2}):(?<mi>[0-5]\d)(?::(?<s>[0-5]\d)(?!\d))?(?![\d:])(?:${HALF})?`, "dy"),
    read: (g) => clock(g.h!, g.mi, g.s, g.half),
  },
  {
    // 10.30 am, 17h30
    pattern: new RegExp(String.raw`(?<h>\d{1,2})[.h](?<mi>[0-5]\d)(?!\d)${HALF}`, "dy"),
    read: (g) => clock(g.h!, g.mi, undefined, g.half),
  },
  {
    pattern: new RegExp(String.raw`(?<h>\d{1,2})${HALF}`, "dy"),
    read: (g) => clock(g.h!, undefined, undefined, g.half),
  },
  {
    pattern: /(?<h>\d{1,2}) ?o['’]clock/diy,
    read: (g) => (Number(g.h) <= 12 ? { HOUR: `${pad(g.h!)}:00`, BARECLOCK: 1 } : null),
  },
];

const STARTS_STAMP = /\d{1,4} ?(?:[-/.:hapAPo年년月월]|[\u00a0\u202f][ap])/y;

/** Reads a date or a time of figures that begins at an offset. */
export function readStamp(raw: string, at: number): Stamp | null {
  STARTS_STAMP.lastIndex = at;
  if (!STARTS_STAMP.test(raw)) return null;
  for (const { pattern, read } of SHAPES) {
    pattern.lastIndex = at;
    const match = pattern.exec(raw);
    const senses = match && read(match.groups!);
    if (senses) return { end: match.indices![0]![1], senses };
  }
  return null;
}
