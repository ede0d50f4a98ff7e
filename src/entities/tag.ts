import { readTable } from "../tables.ts";
import { bestPath, type Potentials, posteriors, potentials } from "../tagger/decode.ts";
import { readModel } from "../tagger/file.ts";
import { Collector } from "../tagger/gathering.ts";
import type { Model, Sequence } from "../tagger/model.ts";
import { Scorer } from "../tagger/scorer.ts";
import { type Context, contextOf, gather } from "./features.ts";
import { type Found, LABELS, namesOf } from "./labels.ts";
import type { Layout, Run } from "./layout.ts";
import { Votes } from "./votes.ts";

/** The models of the two passes. */
export interface NameModels {
  readonly first: Model;
  readonly second: Model;
}

const WIDTH = LABELS.length;
/** A long list of names is read in pieces; a name at the seam may be cut in two. */
const LONGEST_SEGMENT = 500;

/** Every run of candidates of a document: what the tagger reads as one sequence. */
export function segments({ sentences, candidates }: Layout): Run[] {
  const found: Run[] = [];
  for (const sentence of sentences)
    for (let start = sentence.start; start < sentence.end; start++) {
      if (!candidates[start]) continue;
      let end = start + 1;
      while (end < sentence.end && candidates[end] && end - start < LONGEST_SEGMENT) end++;
      found.push({ start, end });
      start = end - 1;
    }
  return found;
}

/** The features of the first pass, to be kept. */
export function firstFeatures(context: Context, { start, end }: Run): Sequence {
  const collector = new Collector();
  return Array.from({ length: end - start }, (_, at) => {
    gather(collector, context, start + at);
    return collector.take();
  });
}

/** A model as it is used. */
interface Tagger {
  readonly scorer: Scorer;
  readonly potential: Potentials;
}

const taggers = new WeakMap<Model, Tagger>();

function taggerOf(model: Model): Tagger {
  let tagger = taggers.get(model);
  if (!tagger) {
    tagger = { scorer: new Scorer(model), potential: potentials(model.transitions, WIDTH) };
    taggers.set(model, tagger);
  }
  return tagger;
}

/** What the first pass makes of a document. */
export interface FirstPass {
  readonly votes: Votes;
  /** Scores of each label at each word of each segment, row-major: the second pass adds its own. */
  readonly scores: readonly Float64Array[];
}

/** Tags a document with the first model, and counts what it finds. */
export function firstPass(context: Context, runs: readonly Run[], first: Model): FirstPass {
  const votes = new Votes(context);
  const { scorer, potential } = taggerOf(first);
  const scores = rowsOfScores(runs);
  for (const [n, { start, end }] of runs.entries()) {
    const own = scores[n]!;
    for (let i = start; i < end; i++) {
      gather(scorer, context, i);
      scorer.take(own, i - start);
    }
    const labels = bestPath(own, first.transitions, WIDTH);
    votes.add(start, labels, posteriors(own, potential, WIDTH).marginals, namesOf(labels, start));
  }
  votes.close();
  return { votes, scores };
}

/** Room for the scores of each segment, all in one array: thousands of small ones would take longer to make than to fill. */
function rowsOfScores(runs: readonly Run[]): Float64Array[] {
  const all = new Float64Array(runs.reduce((sum, { start, end }) => sum + (end - start) * WIDTH, 0));
  let used = 0;
  return runs.map(({ start, end }) => {
    const from = used;
    used += (end - start) * WIDTH;
    return all.subarray(from, used);
  });
}

/** The names of a document that the first pass has read; adds to its scores. */
export function secondPass({ votes, scores }: FirstPass, runs: readonly Run[], second: Model): Found[] {
  const { scorer } = taggerOf(second);
  return runs.flatMap(({ start, end }, n) => {
    const own = scores[n]!;
    for (let i = start; i < end; i++) {
      votes.gather(scorer, i);
      scorer.take(own, i - start);
    }
    return namesOf(bestPath(own, second.transitions, WIDTH), start);
  });
}

let packaged: NameModels | undefined;

function packagedModels(): NameModels {
  const read = (name: string) => readModel(readTable(`entities/${name}`));
  packaged ??= { first: read("names.first.bin"), second: read("names.second.bin") };
  return packaged;
}

/** Finds the names among the words of a document. */
export function tagNames(layout: Layout, { first, second }: NameModels = packagedModels()): Found[] {
  const runs = segments(layout);
  return secondPass(firstPass(contextOf(layout), runs, first), runs, second);
}
