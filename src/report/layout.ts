import { Chalk, type ChalkInstance } from "chalk";
import Table from "cli-table3";
import { printable } from "./printable.ts";

export interface Column {
  readonly head: string;
  readonly align?: "left" | "right";
  /** Share of the width that is left over by fixed columns; absent: as wide as its content. */
  readonly grow?: number;
}

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"]
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`, `${side}-mid`])
    .map((name) => [name, ""]),
);

/** Lays out tables of plain text: aligned columns, no lines, nothing wider than the terminal. */
export class Layout {
  readonly chalk: ChalkInstance;
  private readonly width: number;

  constructor(color: boolean, width: number) {
    this.chalk = new Chalk({ level: color ? 1 : 0 });
    this.width = Math.max(60, width);
  }

  /** A titled table; `more` counts rows that were left out. */
  section(title: string, columns: readonly Column[], rows: readonly (readonly string[])[], more = 0): string {
    if (!rows.length) return "";
    const cells = rows.map((row) => row.map(printable));
    const widths = this.widths(columns, cells);
    const table = new Table({
      chars: { ...NO_LINES, middle: "  " },
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
      colWidths: widths,
      colAligns: columns.map(({ align }) => align ?? "left"),
      head: columns.map(({ head }) => this.chalk.dim(head)),
      truncate: "…",
    });
    table.push(...cells);
    const lines = table.toString().replace(/[ ]+$/gmu, "");
    const rest = more > 0 ? `\n${this.chalk.dim(`and ${more} more (--top)`)}` : "";
    return `${this.chalk.bold(title)}\n${lines}${rest}\n`;
  }

  /** Columns are as wide as their content; growing ones share what the terminal has left. */
  private widths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
    const natural = columns.map(({ head }, i) => Math.max(head.length, ...rows.map((row) => displayWidth(row[i]!))));
    const gaps = 2 * (columns.length - 1);
    const fixed = natural.reduce((sum, width, i) => sum + (columns[i]!.grow ? 0 : width), gaps);
    const shares = columns.reduce((sum, { grow }) => sum + (grow ?? 0), 0);
    const room = this.width - fixed;
    return natural.map((width, i) => {
      const { grow } = columns[i]!;
      return grow ? Math.min(width, Math.max(10, Math.floor((room * grow) / shares))) : width;
    });
  }
}

/** Columns that text takes on a terminal: East Asian wide characters take two, combining marks none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += /\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
};
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
