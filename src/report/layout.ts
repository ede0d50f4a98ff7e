import { Chalk, type ChalkInstance } from "chalk";
import Table from "cli-table3";
import { printable } from "./printable.ts";
import type { Column, Section } from "./section.ts";

const NO_LINES = Object.fromEntries(
  ["top", "bottom", "left", "right", "mid"]
    .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`, `${side}-mid`])
    .map((name) => [name, ""]),
);

/** Lays out tables of plain text: aligned columns, no lines, nothing wider than the terminal. */
export class Layout {
  private readonly chalk: ChalkInstance;
  private readonly width: number;

  constructor(color: boolean, width: number) {
    this.chalk = new Chalk({ level: color ? 1 : 0 });
    this.width = Math.max(60, width);
  }

  /** A section as a titled table; "" where it has no rows. */
  table({ title, columns, rows, more }: Section): string {
    if (!rows.length) return "";
    const cells = rows.map((row) => columns.map(({ name }) => printable(String(row[name] ?? ""))));
    const table = new Table({
      chars: { ...NO_LINES, middle: "  " },
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
      colWidths: this.widths(columns, cells),
      colAligns: columns.map(({ name }) => (typeof rows[0]![name] === "number" ? "right" : "left")),
      head: columns.map(({ name }) => this.chalk.dim(name)),
      truncate: "…",
    });
    table.push(...cells);
    const lines = table.toString().replace(/[ ]+$/gmu, "");
    const rest = more > 0 ? `\n${this.chalk.dim(`and ${more} more (--top)`)}` : "";
    return `${this.chalk.bold(title.toUpperCase())}\n${lines}${rest}\n`;
  }

  /** Columns are as wide as their content; growing ones share what the terminal has left. */
  private widths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
    const natural = columns.map(({ name }, i) => Math.max(name.length, ...rows.map((row) => displayWidth(row[i]!))));
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
