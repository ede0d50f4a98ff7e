import type { Grain } from "./period.ts";

const CODES: Record<Grain, string> = {
  second: "TS",
  minute: "TM",
  hour: "TH",
  day: "D",
  week: "W",
  fortnight: "W",
  weekend: "WE",
  month: "M",
  quarter: "Q",
  half: "M",
  season: "M",
  year: "Y",
  decade: "DE",
  century: "CE",
  millennium: "ME",
};

const WHOLE: Partial<Record<Grain, readonly [number, Grain]>> = {
  hour: [60, "minute"],
  decade: [10, "year"],
  century: [100, "year"],
};

/** TIMEX3 value of a length of time: `P2Y`, `PT30M`, `PXW` where no number is given. */
export function formatDuration(amount: number | null, unit: Grain): string {
  const smaller = WHOLE[unit];
  // "half an hour" and "a decade and a half" are whole numbers of the next unit.
  if (smaller && amount !== null && amount % 1) return formatDuration(amount * smaller[0], smaller[1]);
  if (amount !== null && unit === "fortnight") return `P${amount * 2}W`;
  if (amount !== null && unit === "decade") return `P${amount * 10}Y`;
  if (amount !== null && unit === "century") return `P${amount * 100}Y`;
  const code = CODES[unit];
  return code[0] === "T" && code.length === 2 ? `PT${amount ?? "X"}${code[1]}` : `P${amount ?? "X"}${code}`;
}
