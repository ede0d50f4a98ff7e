import { type Days, dayNumber, gap, lengthOf, shared } from "./days.ts";
import { agreeOnWho, isIdentified, type Places, type Reading } from "./identity.ts";

// A reading of more days than this ("in June") names no event by itself: it goes to one that it fits.
const EXACT = 10;
// "Will visit", without a day: within so many days of the report.
const AHEAD = 100;
// Undated reports of the same are of one event where no more days lie between one and the next.
const APART = 45;

/** Readings of one event. */
export class Cluster {
  readonly readings: Reading[] = [];
  days: Days | null = null;
  /** The first and last day that an undated reading of it was published. */
  private told: Days | null = null;

  add(reading: Reading, window: Days | null): void {
    this.readings.push(reading);
    if (reading.days && isExact(reading)) this.days = this.days ? narrowed(this.days, reading.days) : reading.days;
    else if (this.readings.length === 1) this.days = reading.days;
    if (reading.days || !window) return;
    const day = publishedIn(reading, window);
    this.told = { from: Math.min(day, this.told?.from ?? day), to: Math.max(day, this.told?.to ?? day) };
  }

  /** Whether it was last told of not long before a day, and first not very long before it. */
  wasToldNear = (day: number): boolean =>
    this.told !== null && Math.abs(day - this.told.to) <= APART && Math.abs(day - this.told.from) <= AHEAD;
}

const isExact = ({ days }: Reading) => days !== null && lengthOf(days) <= EXACT;
const narrowed = (a: Days, b: Days): Days =>
  shared(a, b) ? { from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) } : a;

/** The day of publication of an undated reading, from the window in which its event lies. */
const publishedIn = ({ tense }: Reading, { from, to }: Days) =>
  tense === "past" ? to : tense === "future" ? from : from + AHEAD;

/** When the event of a reading may be; null where nothing tells. */
function windowOf({ days, tense, published }: Reading): Days | null {
  if (days) return days;
  if (published === null) return null;
  const day = dayNumber(published);
  return { from: tense === "future" ? day : day - AHEAD, to: tense === "past" ? day : day + AHEAD };
}

/** Gathers the readings of one event. What tells most comes first; what tells less goes to the event that it fits best. */
export class Clusters {
  readonly all: Cluster[] = [];
  private readonly shelves = new Map<string, Set<Cluster>>();
  private readonly places: Places;

  constructor(places: Places) {
    this.places = places;
  }

  /** Adds readings, given in an order of their own; the result depends on that order alone. */
  gather(readings: readonly Reading[]): void {
    const rank = (reading: Reading) =>
      isExact(reading) ? (isIdentified(reading) ? 0 : 1) : reading.days ? 2 : isIdentified(reading) ? 3 : 4;
    const start = (reading: Reading) => windowOf(reading)?.from ?? Number.POSITIVE_INFINITY;
    const sorted = readings
      .map((reading) => ({ reading, rank: rank(reading), start: start(reading) }))
      .sort((a, b) => a.rank - b.rank || (a.start === b.start ? 0 : a.start - b.start));
    for (const { reading } of sorted) this.place(reading);
  }

  private place(reading: Reading): void {
    const window = windowOf(reading);
    let cluster = this.bestFor(reading, window);
    if (!cluster) {
      cluster = new Cluster();
      this.all.push(cluster);
    }
    cluster.add(reading, window);
    for (const key of this.keysOf(reading)) {
      const shelf = this.shelves.get(key);
      if (!shelf) this.shelves.set(key, new Set([cluster]));
      else shelf.add(cluster);
    }
  }

  /** The event that a reading fits best; null where it fits none, or two as well. */
  private bestFor(reading: Reading, window: Days | null): Cluster | null {
    let [best, isTie]: [{ cluster: Cluster; score: number } | null, boolean] = [null, false];
    for (const cluster of this.candidates(reading)) {
      const score = this.score(reading, cluster, window);
      if (score === null || (best && score < best.score)) continue;
      isTie = best !== null && score === best.score;
      if (!isTie) best = { cluster, score };
    }
    return isTie ? null : (best?.cluster ?? null);
  }

  private candidates(reading: Reading): Set<Cluster> {
    return new Set(this.keysOf(reading).flatMap((key) => [...(this.shelves.get(key) ?? [])]));
  }

  /** Events that share a participant, or the country where they are, may be one. */
  private keysOf({ family, participants, place }: Reading): string[] {
    const keys = participants.map((id) => `${family}|${id}`);
    return place === null ? keys : [...keys, `${family}|@${this.places.around(place)}`];
  }

  /** How well a reading fits an event; null where it doesn't. */
  private score(reading: Reading, cluster: Cluster, window: Days | null): number | null {
    const when = this.agreeOnWhen(reading, cluster, window);
    if (when === null) return null;
    let score = -1;
    for (const other of cluster.readings) {
      const [who, where] = [agreeOnWho(reading, other), this.agreeOnWhere(reading, other)];
      if (who === null || where === null || who + where <= 0) return null;
      score = Math.max(score, 2 * who + where);
    }
    return score + when;
  }

  private agreeOnWhere(a: Reading, b: Reading): number | null {
    const where = this.places.agree(a.place, b.place);
    // Talks of the same two on the same days are one event, whatever place an article takes them to.
    const isFree = a.family !== "visit" && a.family !== "election" && a.days !== null && b.days !== null;
    return where ?? (isFree ? -0.5 : null);
  }

  /** 0 to 1, more where the days agree better. */
  private agreeOnWhen(reading: Reading, cluster: Cluster, window: Days | null): number | null {
    if (!window) return cluster.days === null && cluster.readings.every(({ published }) => !published) ? 0 : null;
    if (!cluster.days) {
      return !reading.days && cluster.wasToldNear(publishedIn(reading, window)) ? 0 : null;
    }
    const common = shared(window, cluster.days);
    if (!reading.days) return common ? 1 - this.distance(reading, cluster.days) / AHEAD : null;
    if (common) return common / (lengthOf(window) + lengthOf(cluster.days) - common);
    const isJourney = reading.family === "visit" || reading.family === "encounter";
    // One paper's Tuesday is another's Wednesday.
    return isJourney && isExact(reading) && gap(window, cluster.days) === 0 ? -0.5 : null;
  }

  private distance({ published }: Reading, { from, to }: Days): number {
    const day = dayNumber(published!);
    return day < from ? from - day : day > to ? day - to : 0;
  }
}
