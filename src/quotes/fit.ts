import type { Example } from "./examples.ts";
import { type Ranker, rankerOf, SLOTS } from "./ranker.ts";

/** How a ranker is fitted. */
export interface Fitting {
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty for each example. */
  readonly decay: number;
}

export const FITTING: Fitting = { epochs: 12, rate: 0.05, decay: 2e-5 };

/**
 * Fits a log-linear model over the readings of a verb, "no attribution" among them with score 0, by AdaGrad
 * (Duchi, Hazan & Singer 2011). The order of examples is shuffled by a fixed sequence.
 */
export function fitRanker(examples: readonly Example[], { epochs, rate, decay }: Fitting = FITTING): Ranker {
  const weights = new Float32Array(SLOTS);
  const squares = new Float32Array(SLOTS).fill(1);
  const average = new Float32Array(SLOTS);
  const step = (features: Int32Array, gradient: number) => {
    if (Math.abs(gradient) < 1e-4) return;
    for (const feature of features) {
      const at = feature & (SLOTS - 1);
      const slope = gradient + decay * weights[at]!;
      squares[at]! += slope * slope;
      weights[at]! -= (rate * slope) / Math.sqrt(squares[at]!);
    }
  };
  const order = examples.map((_, i) => i);
  let seed = 12345;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const i of order) learn(examples[i]!, weights, step);
    if (epoch >= epochs / 2) for (let i = 0; i < SLOTS; i++) average[i]! += weights[i]! / Math.ceil(epochs / 2);
  }
  return rankerOf(average);
}

const total = (weights: Float32Array, features: Int32Array): number => {
  let sum = 0;
  for (const feature of features) sum += weights[feature & (SLOTS - 1)]!;
  return sum;
};

function learn({ frames, right }: Example, weights: Float32Array, step: (f: Int32Array, g: number) => void): void {
  const scores = frames.flatMap(({ features, bounds }) => {
    const base = total(weights, features);
    return bounds.map((bound) => base + total(weights, bound));
  });
  const top = Math.max(0, ...scores);
  const sum = scores.reduce((a, score) => a + Math.exp(score - top), Math.exp(-top));
  let at = 0;
  for (const { features, bounds } of frames) {
    let slope = 0;
    for (const bound of bounds) {
      const gradient = Math.exp(scores[at]! - top) / sum - (right[at] ?? 0);
      step(bound, gradient);
      slope += gradient;
      at++;
    }
    step(features, slope);
  }
}
