import { emissions, type Model, type Sequence } from "./model.ts";

/** The most probable labels of a sequence. */
export function decode(model: Model, sequence: Sequence): Uint8Array {
  return bestPath(emissions(model, sequence), model.transitions, model.labels.length);
}

/** Probability of each label at each position, row-major. */
export function marginals(model: Model, sequence: Sequence): Float64Array {
  const width = model.labels.length;
  const found = posteriors(emissions(model, sequence), potentials(model.transitions, width), width);
  return found.marginals.slice(0, sequence.length * width);
}

/** Viterbi: the path with the highest sum of scores, over row-major `scores` and transitions as in `Model`. */
export function bestPath(scores: Float64Array, transitions: Float32Array, width: number): Uint8Array {
  const path = new Uint8Array(scores.length / width);
  if (path.length === 0) return path;
  const { back, forward: best } = roomFor(scores.length);
  const edge = width + 1;
  const arcs = arcsOf(transitions, width);
  for (let to = 0; to < width; to++) best[to] = scores[to]! + transitions[width * edge + to]!;
  for (let base = width; base < scores.length; base += width) {
    const { before, cells, starts } = arcs[(base === width ? FIRST : 0) | (base + width === scores.length ? LAST : 0)]!;
    for (let to = 0; to < width; to++) {
      let top = -Infinity;
      let from = 0;
      for (let arc = starts[to]!; arc < starts[to + 1]!; arc++) {
        const score = best[base - width + before[arc]!]! + transitions[cells[arc]!]!;
        if (score <= top) continue;
        top = score;
        from = before[arc]!;
      }
      best[base + to] = top + scores[base + to]!;
      back[base + to] = from;
    }
  }
  let label = 0;
  let top = -Infinity;
  for (let last = 0; last < width; last++) {
    const score = best[scores.length - width + last]! + transitions[last * edge + width]!;
    if (score > top) [top, label] = [score, last];
  }
  for (let at = path.length - 1; at >= 0; at--) {
    path[at] = label;
    label = back[at * width + label]!;
  }
  return path;
}

/** Arrays as long as a sequence's scores, or longer. */
interface Room {
  readonly back: Uint8Array;
  readonly factors: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly marginals: Float64Array;
}

let room: Room | undefined;

/** The same room for each sequence: making arrays for a few words takes longer than reading them. */
function roomFor(size: number): Room {
  if (room && room.back.length >= size) return room;
  const sums = () => new Float64Array(size * 2);
  room = { back: new Uint8Array(size * 2), factors: sums(), forward: sums(), backward: sums(), marginals: sums() };
  return room;
}

/** The labels that may stand before each label, and the places of these transitions: from `starts[to]` to `starts[to + 1]`. */
interface Arcs {
  readonly before: Uint8Array;
  readonly cells: Uint16Array;
  readonly starts: Uint16Array;
}

/** Bits: the arcs from the first position of a sequence, where a label must be able to begin, and to its last, where it must be able to end. */
const FIRST = 1;
const LAST = 2;

const knownArcs = new WeakMap<Float32Array, readonly Arcs[]>();

/** The arcs by their place in the sequence. Which are possible never changes, also while their scores are being learned. */
function arcsOf(transitions: Float32Array, width: number): readonly Arcs[] {
  let known = knownArcs.get(transitions);
  if (!known) {
    known = [0, FIRST, LAST, FIRST | LAST].map((place) => arcsAt(transitions, width, place));
    knownArcs.set(transitions, known);
  }
  return known;
}

function arcsAt(transitions: Float32Array, width: number, place: number): Arcs {
  const edge = width + 1;
  const isPossible = (from: number, to: number) => transitions[from * edge + to]! > -Infinity;
  const before: number[] = [];
  const cells: number[] = [];
  const starts = new Uint16Array(width + 1);
  for (let to = 0; to < width; to++) {
    for (let from = 0; from < width; from++) {
      if (!isPossible(from, to) || (place & FIRST && !isPossible(width, from))) continue;
      if (place & LAST && !isPossible(to, width)) continue;
      before.push(from);
      cells.push(from * edge + to);
    }
    starts[to + 1] = before.length;
  }
  return { before: Uint8Array.from(before), cells: Uint16Array.from(cells), starts };
}

/** Transition scores as factors, for `posteriors`. */
export interface Potentials {
  readonly values: Float64Array;
  readonly arcs: readonly Arcs[];
}

export const potentials = (transitions: Float32Array, width: number): Potentials => ({
  values: Float64Array.from(transitions, Math.exp),
  arcs: arcsOf(transitions, width),
});

/**
 * What the forward and backward sums give; `forward` and `backward` are scaled to sum to 1 at each position. The arrays are
 * longer than the sequence, and those of the next call are the same.
 */
export type Posteriors = Pick<Room, "marginals" | "forward" | "backward" | "factors">;

/** Forward-backward over row-major scores, with scaling at each position (Rabiner 1989) so that no length underflows. */
export function posteriors(scores: Float64Array, potential: Potentials, width: number): Posteriors {
  const sums = roomFor(scores.length);
  exponentials(scores, potential.values, width, sums);
  forwardSums(sums, scores.length, potential, width);
  backwardSums(sums, scores.length, potential, width);
  const { marginals, forward, backward } = sums;
  for (let base = 0; base < scores.length; base += width) {
    for (let i = base; i < base + width; i++) marginals[i] = forward[i]! * backward[i]!;
    normalize(marginals, base, width);
  }
  return sums;
}

/** Labels that can't begin need no factor at the first position. */
function exponentials(scores: Float64Array, values: Float64Array, width: number, { factors }: Room): void {
  for (let base = 0; base < scores.length; base += width) {
    let top = -Infinity;
    for (let i = base; i < base + width; i++) if (scores[i]! > top) top = scores[i]!;
    for (let label = 0; label < width; label++) {
      const isOut = base === 0 && values[width * (width + 1) + label] === 0;
      factors[base + label] = isOut ? 0 : Math.exp(scores[base + label]! - top);
    }
  }
}

function forwardSums({ forward, factors }: Room, size: number, { values, arcs }: Potentials, width: number): void {
  const edge = width + 1;
  for (let base = 0; base < size; base += width) {
    const { before, cells, starts } = arcs[base === width ? FIRST : 0]!;
    for (let to = 0; to < width; to++) {
      let sum = base === 0 ? values[width * edge + to]! : 0;
      if (base > 0)
        for (let arc = starts[to]!; arc < starts[to + 1]!; arc++)
          sum += forward[base - width + before[arc]!]! * values[cells[arc]!]!;
      forward[base + to] = sum * factors[base + to]!;
    }
    normalize(forward, base, width);
  }
}

function backwardSums({ backward, factors }: Room, size: number, { values, arcs }: Potentials, width: number): void {
  const edge = width + 1;
  for (let base = size - width; base >= 0; base -= width) {
    const after = base + width;
    const { before, cells, starts } = arcs[after + width === size ? LAST : 0]!;
    backward.fill(0, base, after);
    if (after === size) for (let from = 0; from < width; from++) backward[base + from] = values[from * edge + width]!;
    else
      for (let to = 0; to < width; to++) {
        const share = factors[after + to]! * backward[after + to]!;
        for (let arc = starts[to]!; arc < starts[to + 1]!; arc++)
          backward[base + before[arc]!]! += values[cells[arc]!]! * share;
      }
    normalize(backward, base, width);
  }
}

function normalize(values: Float64Array, base: number, width: number): void {
  let sum = 0;
  for (let i = base; i < base + width; i++) sum += values[i]!;
  // A sum of 0 (every path forbidden, or beyond the range of a double) leaves all labels as likely as each other.
  for (let i = base; i < base + width; i++) values[i] = sum > 0 ? values[i]! / sum : 1 / width;
}
