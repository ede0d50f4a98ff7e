import { type Model, quantize, STRIDE } from "./model.ts";
import { SortedKeys } from "./sorted-keys.ts";

// The file: "CRF4", length of the header (Uint32), header as JSON; transitions as Float32; for each feature, ascending, the
// distance to the one before as varint; the weights row by row in 4 bits each, those outside -9 to 5 as 15; the latter again,
// in 8 bits. It isn't compressed: that would take longer to undo than all the rest of reading.
// All numbers are little-endian, as on every machine that Node runs on.

const MAGIC = "CRF4";
const START = 8;
const LOWEST = -9;
const WIDE = 15;

interface Header {
  readonly labels: readonly string[];
  readonly rows: number;
  readonly scale: number;
}

/** Writes a model with weights of 8 bits as bytes; rows without any weight are left out. */
export function writeModel(model: Model): Uint8Array {
  const { labels, features, weights, scale, transitions } = quantize(model);
  const rowOf = (row: number) => weights.subarray(row * STRIDE, row * STRIDE + labels.length);
  const kept = [...features.keys.keys()].filter((row) => rowOf(row).some((weight) => weight !== 0));
  const distances = kept.flatMap((row, i) => varint(features.keys[row]! - (i > 0 ? features.keys[kept[i - 1]!]! : 0)));
  const header: Header = { labels, rows: kept.length, scale };
  const json = Buffer.from(JSON.stringify(header));
  const start = Buffer.alloc(START);
  start.write(MAGIC, "latin1");
  start.writeUInt32LE(json.length, 4);
  const sums = Buffer.from(transitions.buffer, transitions.byteOffset, transitions.byteLength);
  const body = packWeights(kept.flatMap((row) => [...rowOf(row)]));
  return Buffer.concat([start, json, sums, Uint8Array.from(distances), body]);
}

function varint(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 0x80; left = Math.floor(left / 0x80)) bytes.push((left % 0x80) | 0x80);
  return [...bytes, left];
}

function packWeights(weights: readonly number[]): Uint8Array {
  const isWide = (weight: number) => weight < LOWEST || weight >= LOWEST + WIDE;
  const narrow = new Uint8Array((weights.length + 1) >> 1);
  for (const [i, weight] of weights.entries())
    narrow[i >> 1]! |= (isWide(weight) ? WIDE : weight - LOWEST) << ((i & 1) * 4);
  return Buffer.concat([narrow, Uint8Array.from(weights.filter(isWide))]);
}

/** Reads a model that `writeModel` wrote. Throws on bytes that are none. */
export function readModel(bytes: Uint8Array): Model {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString("latin1", 0, 4) !== MAGIC) throw new Error("not a model file");
  const json = START + file.readUInt32LE(4);
  const { labels, rows, scale }: Header = JSON.parse(file.toString("utf8", START, json));
  const transitions = new Float32Array((labels.length + 1) ** 2);
  new Uint8Array(transitions.buffer).set(file.subarray(json, json + transitions.byteLength));
  const { keys, end } = readKeys(bytes, json + transitions.byteLength, rows);
  return {
    labels,
    features: new SortedKeys(keys),
    weights: readWeights(bytes, end, rows, labels.length),
    scale,
    transitions,
  };
}

function readKeys(bytes: Uint8Array, start: number, size: number): { keys: Uint32Array; end: number } {
  const keys = new Uint32Array(size);
  let at = start;
  for (let i = 0, key = 0; i < size; i++) {
    let distance = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      distance |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    // Numbers of 32 bits with a sign stay in the registers; the array drops the sign.
    key = (key + distance) | 0;
    keys[i] = key;
  }
  return { keys, end: at };
}

function readWeights(bytes: Uint8Array, start: number, rows: number, width: number): Int8Array {
  const weights = new Int8Array(rows * STRIDE);
  let wide = start + ((rows * width + 1) >> 1);
  for (let row = 0, i = 0; row < rows; row++)
    for (let label = 0; label < width; label++, i++) {
      const narrow = (bytes[start + (i >> 1)]! >>> ((i & 1) * 4)) & 15;
      weights[row * STRIDE + label] = narrow === WIDE ? bytes[wide++]! : narrow + LOWEST;
    }
  return weights;
}
