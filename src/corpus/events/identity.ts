import type { EventKind } from "../../document.ts";
import { countryAround, isCountry } from "./cities.ts";
import { type Days, daysOf } from "./days.ts";
import type { EventReport } from "./reports.ts";

/** Kinds that reports of one event may give it: what one calls a summit another calls talks. */
export type Family = "visit" | "encounter" | "firing" | Exclude<EventKind, "summit" | "meeting" | "talks">;

const FAMILY: Partial<Record<EventKind, Family>> = {
  summit: "encounter",
  meeting: "encounter",
  talks: "encounter",
  test: "firing",
  launch: "firing",
};
export const familyOf = (kind: EventKind): Family => FAMILY[kind] ?? (kind as Family);

/** Reports that tell the same of an event: one however many documents say so. */
export interface Reading {
  readonly key: string;
  readonly family: Family;
  /** Ids of corpus entities, sorted. */
  readonly participants: readonly string[];
  readonly place: string | null;
  readonly days: Days | null;
  /** Undated reports: day of publication; they are one reading where it is the same. */
  readonly published: string | null;
  /** Undated reports: whether the event lies before the report, after it, or on either side. */
  readonly tense: "past" | "future" | "open" | null;
  readonly reports: EventReport[];
}

const TENSES = { held: "past", planned: "future", expected: "future", denied: "open", cancelled: "open" } as const;

/** Gathers reports into readings, in an order that doesn't depend on that of the reports. */
export function readingsOf(reports: readonly EventReport[]): Reading[] {
  const readings = new Map<string, Reading>();
  for (const report of reports) {
    const days = daysOf(report.date);
    const [family, participants] = [familyOf(report.kind), [...report.participants].sort()];
    const when = days ? `${days.from}|${days.to}` : `${TENSES[report.status]}|${report.published}`;
    const key = [family, participants.join("+"), report.place, when].join("|");
    // What doesn't tell enough to be known again stays with its document.
    const whole =
      days || isIdentified({ family, participants, place: report.place }) ? key : `${key}|${report.document}`;
    const known = readings.get(whole);
    if (known) known.reports.push(report);
    else
      readings.set(whole, {
        key: whole,
        family,
        participants,
        place: report.place,
        days,
        published: days ? null : report.published,
        tense: days ? null : TENSES[report.status],
        reports: [report],
      });
  }
  return [...readings.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

type Who = Pick<Reading, "family" | "participants" | "place">;

/** Whether a reading names all that tells events of its kind apart, the day aside. */
export function isIdentified({ family, participants, place }: Who): boolean {
  if (family === "visit") return participants.length > 0 && place !== null;
  if (family === "election") return place !== null;
  if (family === "encounter" || family === "call" || family === "agreement") return participants.length > 1;
  return participants.length > 0;
}

/** How well the participants of two readings agree: 0 to 1, or null where they are others. */
export function agreeOnWho(a: Reading, b: Reading): number | null {
  if (a.participants.length === 0 || b.participants.length === 0) return 0;
  const common = a.participants.filter((id) => b.participants.includes(id)).length;
  const least = Math.min(a.participants.length, b.participants.length);
  const pair = a.family === "encounter" || a.family === "call" || a.family === "agreement";
  // One of two is enough where the days agree.
  const needed = pair && (least > 1 || !a.days || !b.days) ? 2 : 1;
  if (common < needed) return null;
  return common / Math.max(a.participants.length, b.participants.length);
}

/** How well the places of two readings agree: 1 for one place, less for a city and its country, null for two places. */
export class Places {
  private readonly names: ReadonlyMap<string, string>;
  private readonly known = new Map<string, { country: string | null; isCountry: boolean }>();

  /** `names` are those of the corpus entities, by id. */
  constructor(names: ReadonlyMap<string, string>) {
    this.names = names;
  }

  agree(a: string | null, b: string | null): number | null {
    if (a === null || b === null) return 0;
    if (a === b) return 1;
    const [one, other] = [this.look(a), this.look(b)];
    if (one.country === null || one.country !== other.country) return null;
    return one.isCountry || other.isCountry ? 0.8 : 0.3;
  }

  /** The country where it is known, else the place itself: under it readings that may agree are found. */
  around = (place: string): string => this.look(place).country ?? place;

  private look(id: string) {
    const known = this.known.get(id);
    if (known) return known;
    const name = this.names.get(id) ?? id;
    const found = { country: countryAround(name), isCountry: isCountry(name) };
    this.known.set(id, found);
    return found;
  }
}
