import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestPath, decode, marginals } from "../../src/tagger/decode.ts";
import { feature, hashText } from "../../src/tagger/feature.ts";
import { readModel, writeModel } from "../../src/tagger/file.ts";
import { fitModel, type LabelledSequence } from "../../src/tagger/fit.ts";
import { Block, Collector } from "../../src/tagger/gathering.ts";
import { emissions, quantize } from "../../src/tagger/model.ts";
import { Rows } from "../../src/tagger/rows.ts";
import { Scorer } from "../../src/tagger/scorer.ts";
import { SortedKeys } from "../../src/tagger/sorted-keys.ts";
import { templatesOf } from "../../src/tagger/templates.ts";

// A toy language: a capital word after "Mr" is a name of one or two words; a capital word elsewhere is none.
const WORDS = ["Mr", "Aa", "Bb", "of", "ran"];
const LABELS = ["O", "B", "I"];
const features = (words: readonly number[]) =>
  words.map((word, i) => Uint32Array.of(feature(0, word), feature(1, words[i - 1] ?? 99, word), feature(2, i % 2)));

function sentence(words: readonly number[]): LabelledSequence {
  const labels: number[] = [];
  for (const [i, word] of words.entries()) {
    const capital = word === 1 || word === 2;
    const inside = labels[i - 1] === 1;
    labels.push(capital && words[i - 1] === 0 ? 1 : capital && inside ? 2 : 0);
  }
  return { features: features(words), labels };
}

const corpus = Array.from({ length: 400 }, (_, n) =>
  sentence(Array.from({ length: 3 + (n % 6) }, (_, i) => hashText(`${n}/${i}`) % WORDS.length)),
);
const allowed = (from: string | null, to: string | null) => to !== "I" || from === "B" || from === "I";
const model = fitModel(corpus, { labels: LABELS, rate: 0.1, epochs: 10, allowed });

describe("the tagger", () => {
  it("learns labels that hang on the label before", () => {
    expect([...decode(model, features([4, 0, 1, 2, 4, 1]))]).toEqual([0, 0, 1, 2, 0, 0]);
    const right = corpus.filter(({ features, labels }) => decode(model, features).join() === Array.from(labels).join());
    expect(right.length / corpus.length).toBeGreaterThan(0.98);
  });

  it("gives the same model for the same input", () => {
    const again = fitModel(corpus, { labels: LABELS, rate: 0.1, epochs: 10, allowed });
    expect(writeModel(again)).toEqual(writeModel(model));
  });

  it("never follows a forbidden transition", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(6), { minLength: 1, maxLength: 30 }), (words) => {
        const path = decode(model, features(words));
        expect(path[0]).not.toBe(2);
        path.forEach((label, i) => {
          if (i > 0 && label === 2) expect(path[i - 1]).not.toBe(0);
        });
      }),
    );
  });

  it("gives marginals that sum to one at each position, however long the sequence", () => {
    const words = Array.from({ length: 20_000 }, (_, i) => hashText(String(i)) % 5);
    const probable = marginals(model, features(words));
    for (let at = 0; at < words.length; at += 997)
      expect(probable[at * 3]! + probable[at * 3 + 1]! + probable[at * 3 + 2]!).toBeCloseTo(1, 9);
  });

  it("gives the marginals and the best path that counting every path gives", () => {
    const sequence = features([0, 1, 2, 4]);
    const { sums, best } = everyPath(sequence);
    const probable = marginals(model, sequence);
    for (const [i, sum] of sums.entries()) expect(probable[i]).toBeCloseTo(sum, 9);
    expect([...decode(model, sequence)]).toEqual(best);
  });

  it("takes an empty sequence and features that it has never seen", () => {
    expect(decode(model, [])).toHaveLength(0);
    expect(marginals(model, [])).toHaveLength(0);
    expect([...decode(model, [new Uint32Array(0), Uint32Array.of(7, 8, 9)])].length).toBe(2);
  });

  it("weighs sequences", () => {
    const plain = { features: [Uint32Array.of(1)], labels: [0] };
    const other = { features: [Uint32Array.of(1)], labels: [1], weight: 5 };
    const weighed = fitModel(
      Array.from({ length: 60 }, (_, i) => (i % 3 ? plain : other)),
      { labels: ["a", "b"], rate: 0.1 },
    );
    expect([...decode(weighed, plain.features)]).toEqual([1]);
  });
});

/** Probability of every label and the best path, the slow way. */
function everyPath(sequence: readonly Uint32Array[]) {
  const width = LABELS.length;
  const sums = new Float64Array(sequence.length * width);
  let [total, top, best] = [0, 0, [] as number[]];
  for (let n = 0; n < width ** sequence.length; n++) {
    const path = sequence.map((_, at) => Math.floor(n / width ** at) % width);
    const weight = Math.exp(scoreOf(sequence, path));
    total += weight;
    for (const [at, label] of path.entries()) sums[at * width + label]! += weight;
    if (weight > top) [top, best] = [weight, path];
  }
  return { sums: sums.map((sum) => sum / total), best };
}

function scoreOf(sequence: readonly Uint32Array[], path: readonly number[]): number {
  const width = LABELS.length;
  let score = model.transitions[path.at(-1)! * (width + 1) + width]!;
  for (const [at, label] of path.entries()) {
    score += model.transitions[(path[at - 1] ?? width) * (width + 1) + label]!;
    for (const key of sequence[at]!) {
      const row = model.features.get(key);
      if (row >= 0) score += model.weights[row * width + label]!;
    }
  }
  return score;
}

describe("the best path", () => {
  it("survives scores that forbid everything", () => {
    expect(bestPath(new Float64Array(6).fill(-Infinity), new Float32Array(9), 2)).toHaveLength(3);
  });
});

describe("a model file", () => {
  it("keeps every weight of 8 bits, small and large", () => {
    for (const levels of [7, 127]) {
      const whole = quantize(model, levels);
      const read = readModel(writeModel(whole));
      const sequence = features([0, 1, 2, 4, 3, 0, 2]);
      expect(marginals(read, sequence)).toEqual(marginals(whole, sequence));
    }
  });

  it("keeps the labels in int8, and is written again as it was", () => {
    const bytes = writeModel(model);
    const read = readModel(bytes);
    expect(writeModel(read)).toEqual(bytes);
    for (const { features } of corpus.slice(0, 50)) expect(decode(read, features)).toEqual(decode(model, features));
  });

  it("says so when it is none", () => {
    expect(() => readModel(Uint8Array.of(1, 2, 3))).toThrow("not a model file");
  });
});

describe("a scorer", () => {
  it("adds up what emissions add up, also in blocks and by templates", () => {
    const read = readModel(writeModel(model));
    const scorer = new Scorer(read);
    const words = [0, 1, 2, 4, 3, 0, 2];
    const scores = new Float64Array(words.length * LABELS.length);
    const blocks = WORDS.map((_, word) => new Block(1, (to) => to.add(0, word)));
    for (const [i, word] of words.entries()) {
      scorer.addBlock(blocks[word]!, 0);
      scorer.add(1, words[i - 1] ?? 99, word);
      scorer.addAll(templatesOf([2, 1]), Int32Array.of(0, i % 2));
      scorer.take(scores, i);
    }
    for (const [i, score] of emissions(read, features(words)).entries()) expect(scores[i]).toBeCloseTo(score, 9);
  });
});

describe("templates", () => {
  it("make the features that calls make, for training and for scores", () => {
    const templates = templatesOf([1, 2, 1], [2, 3], [7, 1]);
    const collector = new Collector();
    collector.addAll(templates, Int32Array.of(0, 5, -6, 7));
    expect([...collector.take()]).toEqual([feature(1, -6, 5), feature(2, 7), feature(7, 5)]);
  });
});

describe("sorted keys", () => {
  it("give each key its place, and -1 for any other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 200 }), fc.nat(0xffffffff), (some, other) => {
        const keys = Uint32Array.from(some).sort();
        const sorted = new SortedKeys(keys);
        for (const key of [...keys, other, 0, 0xffffffff]) expect(sorted.get(key)).toBe(keys.indexOf(key));
      }),
    );
  });
});

describe("rows", () => {
  it("gives each feature its number, also 0 and the largest", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(0xffffffff), { maxLength: 200 }), (keys) => {
        const rows = new Rows(1);
        for (const key of keys) rows.add(key);
        keys.forEach((key, row) => {
          expect(rows.get(key)).toBe(row);
        });
        expect([...rows.keys()]).toEqual(keys);
        expect(rows.get(keys.length ? keys[0]! ^ 0x5bd1e995 : 3)).not.toBe(0);
      }),
    );
  });
});
