import { type FitOptions, Learner, type Packed, settingsOf } from "./learner.ts";
import type { Model, Sequence } from "./model.ts";
import { randomNumbers, shuffle } from "./random.ts";
import { Rows } from "./rows.ts";
import { SortedKeys } from "./sorted-keys.ts";

/** A sequence with its right labels, for training. */
export interface LabelledSequence {
  readonly features: Sequence;
  readonly labels: ArrayLike<number>;
  /** Scores that another model gives each label at each position, row-major, to be added to those of the features. */
  readonly base?: Float64Array;
  /** How much it counts (1). Long and dense sequences train better at about 1/√length. */
  readonly weight?: number;
}

/** Trains a model by AdaGrad on the log-likelihood (Duchi, Hazan and Singer 2011). The same input gives the same weights. */
export function fitModel(sequences: readonly LabelledSequence[], options: FitOptions): Model {
  const settings = settingsOf(options);
  const features = frequentFeatures(sequences, settings.minCount);
  const packed = sequences.filter(({ features: own }) => own.length > 0).map((sequence) => pack(sequence, features));
  const learner = new Learner(features.keys.length, settings);
  const random = randomNumbers(settings.seed);
  const mean = new Mean(learner);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(packed, random);
    for (const [i, sequence] of packed.entries()) {
      learner.learn(sequence);
      const half = (i + 1 === packed.length >> 1 || i + 1 === packed.length) && epoch * 2 >= settings.epochs;
      if (half && settings.average) mean.add(learner);
    }
  }
  const { weights, transitions } = settings.average && mean.count > 0 ? mean.values() : learner;
  return { labels: settings.labels, features, weights, scale: 1, transitions };
}

function frequentFeatures(sequences: readonly LabelledSequence[], minCount: number): SortedKeys {
  const all = new Rows(1 << 16);
  const counts: number[] = [];
  for (const { features } of sequences)
    for (const position of features)
      for (const key of position) {
        const row = all.add(key);
        counts[row] = (counts[row] ?? 0) + 1;
      }
  return new SortedKeys(
    all
      .keys()
      .filter((_, row) => counts[row]! >= minCount)
      .sort(),
  );
}

function pack({ features, labels, base, weight = 1 }: LabelledSequence, known: SortedKeys): Packed {
  const starts = new Int32Array(features.length + 1);
  const found: number[] = [];
  for (const [at, position] of features.entries()) {
    for (const key of position) {
      const row = known.get(key);
      if (row >= 0) found.push(row);
    }
    starts[at + 1] = found.length;
  }
  return { rows: Int32Array.from(found), starts, labels: Uint8Array.from(labels), base: base ?? null, weight };
}

/** The mean of weights at several moments of the training. */
class Mean {
  count = 0;
  readonly #weights: Float64Array;
  readonly #transitions: Float64Array;

  constructor({ weights, transitions }: Learner) {
    this.#weights = new Float64Array(weights.length);
    this.#transitions = new Float64Array(transitions.length);
  }

  add({ weights, transitions }: Learner): void {
    this.count++;
    for (let i = 0; i < weights.length; i++) this.#weights[i]! += weights[i]!;
    for (let i = 0; i < transitions.length; i++) this.#transitions[i]! += transitions[i]!;
  }

  values(): { weights: Float32Array; transitions: Float32Array } {
    const divide = (sum: number) => sum / this.count;
    return {
      weights: Float32Array.from(this.#weights, divide),
      transitions: Float32Array.from(this.#transitions, divide),
    };
  }
}
