import type { Options } from "../index.ts";
import type { Done } from "./done.ts";
import { type RunOptions, run } from "./run.ts";
import { type Shard, Units } from "./units.ts";

export interface StartOptions extends Omit<RunOptions, "analyze" | "isShard"> {
  readonly shard?: Shard | null;
  /** Whether files that hold records of this tool are read as such, not as articles. */
  readonly readsRecords?: boolean;
}

/** A run under way. */
export interface Run {
  /** What became of each input, in the order of the input. */
  readonly done: AsyncIterable<Done>;
  /** How many inputs there were, and what they were; known when `done` has ended. */
  inputs(): { readonly count: number; readonly sha256: string };
}

/** Begins to analyze everything behind the paths, or a part of it; throws OptionError. */
export async function start(
  paths: readonly string[],
  options: Options,
  { shard = null, readsRecords = false, ...how }: StartOptions,
): Promise<Run> {
  const { settle } = await import("../options.ts");
  const { stdin, ...settled } = await settle(options);
  const units = new Units(paths, { ...settled, ...(stdin && { stdin }), shard, readsRecords });
  return {
    done: run(units, { ...how, analyze: settled, isShard: shard !== null }),
    inputs: () => units.summary(),
  };
}
