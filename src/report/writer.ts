import type { Outcome } from "../extract.ts";

/** Takes the outcomes of a run one by one, and gives the text to print. */
export interface Writer {
  add(outcome: Exclude<Outcome, { kind: "skipped" }>): string;
  /** What can be printed only when everything has been seen. */
  end(): Iterable<string>;
}
