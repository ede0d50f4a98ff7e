import type { CorpusEntity } from "../../corpus/entities.ts";
import type { Evidence } from "./evidence.ts";
import type { Place } from "./parts.ts";

/** Two entities of the corpus that sentences name together. */
export interface Together {
  readonly a: CorpusEntity;
  readonly b: CorpusEntity;
  /** Sentences that name both. */
  readonly count: number;
  readonly places: readonly Place[];
}

/** Who is named with whom, most often first. */
export function pairsOf({ digests, corpus }: Evidence): readonly Together[] {
  const entities = new Map(corpus.entities.map((one) => [one.id, one]));
  const counts = new Map<string, { a: string; b: string; count: number; places: Place[] }>();
  for (const { id, pairs } of digests) {
    for (const pair of pairs) {
      const [a, b] = [corpus.idOf(id, pair.a), corpus.idOf(id, pair.b)].sort();
      if (a === undefined || b === undefined || a === b) continue;
      const known = counts.get(`${a}\0${b}`) ?? { a, b, count: 0, places: [] };
      counts.set(`${a}\0${b}`, known);
      known.count += pair.count;
      if (known.places.length < MOST_PLACES) {
        for (const at of pair.at) known.places.push({ document: id, anchor: `${at}` });
      }
    }
  }
  return [...counts.values()]
    .sort((x, y) => y.count - x.count || compare(x.a, y.a) || compare(x.b, y.b))
    .map(({ a, b, ...rest }) => ({ a: entities.get(a)!, b: entities.get(b)!, ...rest }));
}

const MOST_PLACES = 24;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
