import { randomNumbers } from "../tagger/random.ts";
import { LEAF, type Trees } from "./trees.ts";

/** Rows to learn from: a row-major matrix, labels 0 or 1, and how much each row counts. */
export interface Examples {
  readonly rows: Float32Array;
  readonly width: number;
  readonly labels: Uint8Array;
  readonly weights: Float32Array;
}

export interface BoostOptions {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  /** Ridge on the leaf values, and least sum of second derivatives in a leaf. */
  readonly ridge: number;
  readonly leastWeight: number;
  /** Share of the rows and of the features that each tree sees. */
  readonly rowShare: number;
  readonly featureShare: number;
  readonly seed: number;
}

const BINS = 64;

interface Split {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly gradients: Float64Array;
  readonly split: Split;
  readonly node: GrownNode;
}

interface GrownNode {
  feature: number;
  threshold: number;
  left?: GrownNode;
  right?: GrownNode;
}

/** Learns an ensemble for the logistic loss by histogram boosting, leaf by leaf (Friedman 2001; Ke et al. 2017). */
export function boost(examples: Examples, options: BoostOptions): Trees {
  const { rows, width, labels, weights } = examples;
  const n = labels.length;
  const edges = Array.from({ length: width }, (_, f) => quantileEdges(rows, width, f, n));
  const bins = binRows(rows, width, n, edges);
  const random = randomNumbers(options.seed);
  const bias = logOdds(labels, weights);
  const scores = new Float64Array(n).fill(bias);
  const slope = new Float64Array(n);
  const curve = new Float64Array(n);
  const grown: GrownNode[] = [];
  for (let tree = 0; tree < options.trees; tree++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      slope[i] = weights[i]! * (p - labels[i]!);
      curve[i] = weights[i]! * p * (1 - p);
    }
    const chosen = Int32Array.from({ length: n }, (_, i) => i).filter(() => random() < options.rowShare);
    const features = Array.from({ length: width }, (_, f) => f).filter(() => random() < options.featureShare);
    const root = growTree({ bins, width, edges, slope, curve, features, options }, chosen);
    grown.push(root);
    for (let i = 0; i < n; i++) scores[i]! += leafValue(root, rows, i * width);
  }
  return flatten(grown, bias);
}

interface Ground {
  readonly bins: Uint8Array;
  readonly width: number;
  readonly edges: readonly Float32Array[];
  readonly slope: Float64Array;
  readonly curve: Float64Array;
  readonly features: readonly number[];
  readonly options: BoostOptions;
}

function growTree(ground: Ground, order: Int32Array): GrownNode {
  const { options, edges } = ground;
  const root: GrownNode = { feature: LEAF, threshold: 0 };
  const leaves = [leafOf(ground, order, 0, order.length, root, histogram(ground, order, 0, order.length))];
  while (leaves.length < options.leaves) {
    const best = leaves.reduce((a, b) => (b.split.gain > a.split.gain ? b : a));
    if (best.split.gain <= 1e-9) break;
    leaves.splice(leaves.indexOf(best), 1);
    const { feature, bin } = best.split;
    const middle = partition(ground, order, best.from, best.to, feature, bin);
    const [left, right] = [0, 1].map((): GrownNode => ({ feature: LEAF, threshold: 0 })) as [GrownNode, GrownNode];
    Object.assign(best.node, { feature, threshold: edges[feature]![bin]!, left, right });
    // The smaller side is counted, the other is what remains.
    const leftIsSmall = middle - best.from < best.to - middle;
    const small = leftIsSmall ? histogram(ground, order, best.from, middle) : histogram(ground, order, middle, best.to);
    const large = best.gradients;
    for (let k = 0; k < large.length; k++) large[k]! -= small[k]!;
    leaves.push(leafOf(ground, order, best.from, middle, left, leftIsSmall ? small : large));
    leaves.push(leafOf(ground, order, middle, best.to, right, leftIsSmall ? large : small));
  }
  return root;
}

function leafOf(
  ground: Ground,
  _order: Int32Array,
  from: number,
  to: number,
  node: GrownNode,
  gradients: Float64Array,
): Leaf {
  const { ridge, rate } = ground.options;
  const f = ground.features[0] ?? 0;
  let [g, h] = [0, 0];
  for (let bin = 0; bin < BINS; bin++) {
    g += gradients[(f * BINS + bin) * 2]!;
    h += gradients[(f * BINS + bin) * 2 + 1]!;
  }
  node.threshold = (-rate * g) / (h + ridge);
  return { from, to, gradients, node, split: bestSplit(ground, gradients, g, h) };
}

function histogram(
  { bins, width, slope, curve, features }: Ground,
  order: Int32Array,
  from: number,
  to: number,
): Float64Array {
  const sums = new Float64Array(width * BINS * 2);
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    const g = slope[i]!;
    const h = curve[i]!;
    const base = i * width;
    for (let j = 0; j < features.length; j++) {
      const f = features[j]!;
      const at = (f * BINS + bins[base + f]!) * 2;
      sums[at]! += g;
      sums[at + 1]! += h;
    }
  }
  return sums;
}

function bestSplit({ features, edges, options }: Ground, sums: Float64Array, g: number, h: number): Split {
  const { ridge, leastWeight } = options;
  const whole = (g * g) / (h + ridge);
  let best: Split = { gain: 0, feature: LEAF, bin: 0 };
  for (const feature of features) {
    let [leftG, leftH] = [0, 0];
    for (let bin = 0; bin < edges[feature]!.length; bin++) {
      leftG += sums[(feature * BINS + bin) * 2]!;
      leftH += sums[(feature * BINS + bin) * 2 + 1]!;
      const rightH = h - leftH;
      if (leftH < leastWeight) continue;
      if (rightH < leastWeight) break;
      const rightG = g - leftG;
      const gain = (leftG * leftG) / (leftH + ridge) + (rightG * rightG) / (rightH + ridge) - whole;
      if (gain > best.gain) best = { gain, feature, bin };
    }
  }
  return best;
}

function partition(
  { bins, width }: Ground,
  order: Int32Array,
  from: number,
  to: number,
  feature: number,
  bin: number,
): number {
  const right: number[] = [];
  let at = from;
  for (let k = from; k < to; k++) {
    const i = order[k]!;
    if (bins[i * width + feature]! <= bin) order[at++] = i;
    else right.push(i);
  }
  order.set(right, at);
  return at;
}

/** Upper edges of up to 64 bins with about the same number of rows; the last bin has none. */
function quantileEdges(rows: Float32Array, width: number, feature: number, n: number): Float32Array {
  const step = Math.max(1, Math.floor(n / 20_000));
  const sample: number[] = [];
  for (let i = 0; i < n; i += step) sample.push(rows[i * width + feature]!);
  const values = Float32Array.from(sample).sort();
  const distinct = [...new Set(values)];
  if (distinct.length <= BINS) return Float32Array.from(distinct.slice(0, -1));
  const edges = Array.from({ length: BINS - 1 }, (_, b) => values[Math.floor(((b + 1) * values.length) / BINS)]!);
  return Float32Array.from(new Set(edges.filter((edge) => edge < values.at(-1)!)));
}

function binRows(rows: Float32Array, width: number, n: number, edges: readonly Float32Array[]): Uint8Array {
  const bins = new Uint8Array(n * width);
  for (let i = 0; i < n; i++) {
    for (let f = 0; f < width; f++) {
      const [value, upper] = [rows[i * width + f]!, edges[f]!];
      let [low, high] = [0, upper.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upper[middle]! < value) low = middle + 1;
        else high = middle;
      }
      bins[i * width + f] = low;
    }
  }
  return bins;
}

function logOdds(labels: Uint8Array, weights: Float32Array): number {
  let [yes, all] = [0, 0];
  for (let i = 0; i < labels.length; i++) {
    all += weights[i]!;
    if (labels[i]) yes += weights[i]!;
  }
  return Math.log((yes + 1e-6) / (all - yes + 1e-6));
}

function leafValue(root: GrownNode, rows: Float32Array, base: number): number {
  let node = root;
  while (node.left && node.right) node = rows[base + node.feature]! <= node.threshold ? node.left : node.right;
  return node.threshold;
}

function flatten(grown: readonly GrownNode[], bias: number): Trees {
  const [roots, feature, threshold, right]: number[][] = [[], [], [], []];
  const add = (node: GrownNode) => {
    const at = feature!.push(node.feature) - 1;
    threshold!.push(node.threshold);
    right!.push(0);
    if (!node.left || !node.right) return;
    add(node.left);
    right![at] = feature!.length;
    add(node.right);
  };
  for (const root of grown) {
    roots!.push(feature!.length);
    add(root);
  }
  return {
    ...{ roots: Uint16Array.from(roots!), feature: Uint8Array.from(feature!), right: Uint16Array.from(right!), bias },
    threshold: Float32Array.from(threshold!),
  };
}
