import { expect } from "vitest";
import { inspect } from "../../src/inspect.ts";
import { analyze } from "../../src/pipeline.ts";
import { readDocuments } from "../../src/read/documents.ts";
import type { ReadOptions } from "../../src/read/reader.ts";
import { render } from "../../src/read/record.ts";
import { LAYERS, toRecord } from "../../src/record.ts";
import { checkDocument } from "../invariants.ts";
import type { Input } from "./inputs.ts";

const OPTIONS: ReadOptions = { inputFormat: "auto", published: null, maxBytes: 1 << 24 };
const EVERYTHING = { offsets: "codepoint", text: "both", layers: new Set(LAYERS) } as const;
/** Seconds of the processor for one input, far more than any takes: what takes longer would never end. */
const HANGS = 30;

/** Reads and analyzes an input twice: nothing may be thrown, nothing lost, and the records must be the same. */
export async function survives(input: Input): Promise<void> {
  const started = process.cpuUsage();
  const first = await recordsOf(input, true);
  expect(first.length, "the input gave nothing at all").toBeGreaterThan(0);
  expect(await recordsOf(input, false), "the second time it was read differently").toEqual(first);
  if (process.cpuUsage(started).user > HANGS * 1e6) expect.fail(`it took more than ${HANGS} seconds`);
}

async function recordsOf({ bytes, inputFormat }: Input, isChecked: boolean): Promise<string[]> {
  const records: string[] = [];
  for await (const read of readDocuments({ kind: "stdin" }, { ...OPTIONS, inputFormat }, once(bytes))) {
    if (read.kind !== "document") {
      records.push(JSON.stringify(read));
      continue;
    }
    const { source, diagnostics } = await render(read);
    const doc = await analyze(source);
    if (isChecked) checkDocument(doc);
    const printed = JSON.stringify(toRecord(doc, [...diagnostics, ...inspect(doc)], EVERYTHING));
    if (isChecked) expect(Buffer.from(printed).toString(), "the record is not UTF-8").toBe(printed);
    records.push(printed);
  }
  return records;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
