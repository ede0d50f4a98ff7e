import { emissions, type Model, type Sequence } from "./model.ts";

/** The most probable labels of a sequence. */
export function decode(model: Model, sequence: Sequence): Uint8Array {
  return bestPath(emissions(model, sequence), model.transitions, model.labels.length);
}

/** Probability of each label at each position, row-major. */
export function marginals(model: Model, sequence: Sequence): Float64Array {
  return posteriors(emissions(model, sequence), potentials(model.transitions, model.labels.length), model.labels.length)
    .marginals;
}

/** Viterbi: the path with the highest sum of scores, over row-major `scores` and transitions as in `Model`. */
export function bestPath(scores: Float64Array, transitions: Float32Array, width: number): Uint8Array {
  const length = scores.length / width;
  const path = new Uint8Array(length);
  if (length === 0) return path;
  const back = new Uint8Array(length * width);
  let best = new Float64Array(width);
  let next = new Float64Array(width);
  const edge = width + 1;
  const { before, starts } = arcsOf(transitions, width);
  for (let to = 0; to < width; to++) best[to] = scores[to]! + transitions[width * edge + to]!;
  for (let at = 1; at < length; at++) {
    for (let to = 0; to < width; to++) {
      let top = -Infinity;
      let from = 0;
      for (let arc = starts[to]!; arc < starts[to + 1]!; arc++) {
        const label = before[arc]!;
        const score = best[label]! + transitions[label * edge + to]!;
        if (score <= top) continue;
        top = score;
        from = label;
      }
      next[to] = top + scores[at * width + to]!;
      back[at * width + to] = from;
    }
    [best, next] = [next, best];
  }
  for (let label = 0; label < width; label++) best[label]! += transitions[label * edge + width]!;
  path[length - 1] = best.indexOf(Math.max(...best));
  for (let at = length - 1; at > 0; at--) path[at - 1] = back[at * width + path[at]!]!;
  return path;
}

/** The labels that may stand before each label: `before` from `starts[to]` to `starts[to + 1]`. */
interface Arcs {
  readonly before: Uint8Array;
  readonly starts: Uint16Array;
}

const knownArcs = new WeakMap<Float32Array, Arcs>();

/** Which transitions are possible never changes, also while their scores are being learned. */
function arcsOf(transitions: Float32Array, width: number): Arcs {
  const known = knownArcs.get(transitions);
  if (known) return known;
  const before: number[] = [];
  const starts = new Uint16Array(width + 1);
  for (let to = 0; to < width; to++) {
    for (let from = 0; from < width; from++) if (transitions[from * (width + 1) + to]! > -Infinity) before.push(from);
    starts[to + 1] = before.length;
  }
  const arcs = { before: Uint8Array.from(before), starts };
  knownArcs.set(transitions, arcs);
  return arcs;
}

/** Transition scores as factors, for `posteriors`. */
export interface Potentials extends Arcs {
  readonly values: Float64Array;
}

export const potentials = (transitions: Float32Array, width: number): Potentials => ({
  ...arcsOf(transitions, width),
  values: Float64Array.from(transitions, Math.exp),
});

/** What the forward and backward sums give; `forward` and `backward` are scaled to sum to 1 at each position. */
export interface Posteriors {
  readonly marginals: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly factors: Float64Array;
}

/** Forward-backward over row-major scores, with scaling at each position (Rabiner 1989) so that no length underflows. */
export function posteriors(scores: Float64Array, potential: Potentials, width: number): Posteriors {
  const factors = exponentials(scores, width);
  const forward = forwardSums(factors, potential, width);
  const backward = backwardSums(factors, potential, width);
  const probable = new Float64Array(scores.length);
  for (let i = 0; i < probable.length; i++) probable[i] = forward[i]! * backward[i]!;
  for (let base = 0; base < probable.length; base += width) normalize(probable, base, width);
  return { marginals: probable, forward, backward, factors };
}

function exponentials(scores: Float64Array, width: number): Float64Array {
  const factors = new Float64Array(scores.length);
  for (let base = 0; base < scores.length; base += width) {
    let top = -Infinity;
    for (let i = base; i < base + width; i++) top = Math.max(top, scores[i]!);
    for (let i = base; i < base + width; i++) factors[i] = Math.exp(scores[i]! - top);
  }
  return factors;
}

function forwardSums(factors: Float64Array, { values, before, starts }: Potentials, width: number): Float64Array {
  const sums = new Float64Array(factors.length);
  const edge = width + 1;
  for (let base = 0; base < factors.length; base += width) {
    for (let to = 0; to < width; to++) {
      let sum = base === 0 ? values[width * edge + to]! : 0;
      if (base > 0)
        for (let arc = starts[to]!; arc < starts[to + 1]!; arc++)
          sum += sums[base - width + before[arc]!]! * values[before[arc]! * edge + to]!;
      sums[base + to] = sum * factors[base + to]!;
    }
    normalize(sums, base, width);
  }
  return sums;
}

function backwardSums(factors: Float64Array, { values, before, starts }: Potentials, width: number): Float64Array {
  const sums = new Float64Array(factors.length);
  const edge = width + 1;
  for (let base = factors.length - width; base >= 0; base -= width) {
    const after = base + width;
    if (after === factors.length)
      for (let from = 0; from < width; from++) sums[base + from] = values[from * edge + width]!;
    else
      for (let to = 0; to < width; to++) {
        const share = factors[after + to]! * sums[after + to]!;
        for (let arc = starts[to]!; arc < starts[to + 1]!; arc++)
          sums[base + before[arc]!]! += values[before[arc]! * edge + to]! * share;
      }
    normalize(sums, base, width);
  }
  return sums;
}

function normalize(values: Float64Array, base: number, width: number): void {
  let sum = 0;
  for (let i = base; i < base + width; i++) sum += values[i]!;
  // A sum of 0 (every path forbidden, or beyond the range of a double) leaves all labels as likely as each other.
  for (let i = base; i < base + width; i++) values[i] = sum > 0 ? values[i]! / sum : 1 / width;
}
