import type { Writer } from "./writer.ts";

export interface TableOptions {
  readonly top: number;
  readonly color: boolean;
  readonly width: number;
}

/** Prints what a researcher wants to see first. */
export function tableWriter(_options: TableOptions): Writer {
  const rows: string[] = [];
  return {
    add(outcome) {
      rows.push(`${outcome.kind === "document" ? outcome.document.id : outcome.id}\n`);
      return "";
    },
    *end() {
      yield* rows;
    },
  };
}
