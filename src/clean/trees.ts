/** An ensemble of regression trees; the nodes of all trees stand in parallel arrays, leaves have no feature. */
export interface Trees {
  /** Index of the first node of each tree. */
  readonly roots: Uint16Array;
  /** Feature that a node asks for; 255 at a leaf. */
  readonly feature: Uint8Array;
  /** Rows whose feature is at most this go to the next node, others to `right`; at a leaf, its value. */
  readonly threshold: Float32Array;
  readonly right: Uint16Array;
  readonly bias: number;
}

export const LEAF = 255;

// A row that is this far from even after so many trees is not brought back by the others: most lines of a menu.
const EARLY = 40;
const CERTAIN = 3.2;

/** Probability by the ensemble for each row of a row-major matrix. */
export function predict(trees: Trees, rows: Float32Array, width: number): Float64Array {
  const { roots, feature, threshold, right, bias } = trees;
  const n = rows.length / width;
  const scores = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    const base = row * width;
    let sum = bias;
    for (let tree = 0; tree < roots.length; tree++) {
      if (tree === EARLY && Math.abs(sum) > CERTAIN) break;
      let node = roots[tree]!;
      while (feature[node] !== LEAF) node = rows[base + feature[node]!]! <= threshold[node]! ? node + 1 : right[node]!;
      sum += threshold[node]!;
    }
    scores[row] = 1 / (1 + Math.exp(-sum));
  }
  return scores;
}

const MAGIC = 0x31455254;

/** Packs an ensemble: counts, then the arrays one after the other, little-endian. */
export function packTrees({ roots, feature, threshold, right, bias }: Trees): Uint8Array {
  const head = new DataView(new ArrayBuffer(16));
  head.setUint32(0, MAGIC, true);
  head.setUint32(4, roots.length, true);
  head.setUint32(8, feature.length, true);
  head.setFloat32(12, bias, true);
  const parts = [head, threshold, roots, right, feature];
  return Buffer.concat(parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)));
}

/** Reads an ensemble that `packTrees` wrote. */
export function unpackTrees(bytes: Uint8Array): Trees {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 16 || view.getUint32(0, true) !== MAGIC) throw new Error("not an ensemble of trees");
  const [trees, nodes] = [view.getUint32(4, true), view.getUint32(8, true)];
  let at = 16;
  const take = (size: number) => {
    at += size;
    // A copy: a Buffer's own slice shares its memory, and not from an aligned place.
    return new Uint8Array(bytes.subarray(at - size, at)).buffer;
  };
  return {
    bias: view.getFloat32(12, true),
    threshold: new Float32Array(take(4 * nodes)),
    roots: new Uint16Array(take(2 * trees)),
    right: new Uint16Array(take(2 * nodes)),
    feature: new Uint8Array(take(nodes)),
  };
}
