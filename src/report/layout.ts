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
    const cells = rows.map((row) =>
      columns.map(({ name, shorten = (text) => text }) => printable(shorten(String(row[name] ?? "")))),
    );
    const options = {
      chars: { ...NO_LINES, middle: "  " },
      style: { head: [], border: [], "padding-left": 0, "padding-right": 0, compact: true },
      colWidths: this.widths(columns, cells),
      colAligns: columns.map(({ name }) =>
        typeof rows[0]![name] === "number" ? ("right" as const) : ("left" as const),
      ),
      truncate: "…",
    };
    const head = columns.map(({ name }) => this.chalk.dim(name));
    const parts: string[] = [];
    for (let from = 0; from < cells.length; from += ROWS_AT_ONCE) {
      const table = new Table({ ...options, head: from ? [] : head });
      table.push(...cells.slice(from, from + ROWS_AT_ONCE));
      parts.push(table.toString());
    }
    const lines = parts.join("\n").replace(/[ ]+$/gmu, "");
    const rest = more > 0 ? `\n${this.chalk.dim(`and ${more} more (--top)`)}` : "";
    return `${this.chalk.bold(title.toUpperCase())}\n${lines}${rest}\n`;
  }

  /** Columns are as wide as their content; where that is too much, growing ones share what the others leave. */
  private widths(columns: readonly Column[], rows: readonly (readonly string[])[]): number[] {
    const widths = columns.map(({ name }, i) => Math.max(name.length, ...rows.map((row) => displayWidth(row[i]!))));
    let room = this.width - 2 * (columns.length - 1);
    for (const [i, { grow }] of columns.entries()) if (!grow) room -= widths[i]!;
    // The columns that need the least for their share come first, so that what they leave goes to the others.
    const growing = [...columns.keys()]
      .filter((i) => columns[i]!.grow)
      .sort((a, b) => widths[a]! / columns[a]!.grow! - widths[b]! / columns[b]!.grow!);
    let shares = growing.reduce((sum, i) => sum + columns[i]!.grow!, 0);
    for (const i of growing) {
      const { grow } = columns[i]!;
      widths[i] = Math.min(widths[i]!, Math.max(MINIMUM, Math.floor((room * grow!) / shares)));
      room -= widths[i]!;
      shares -= grow!;
    }
    return widths;
  }
}

// The library's time grows with the square of the rows.
const ROWS_AT_ONCE = 100;

// A growing column is never narrower than this, even if the line then is too long.
const MINIMUM = 10;

/** Columns that text takes on a terminal: East Asian wide characters take two, combining marks none. */
export const displayWidth = (text: string): number => {
  let width = 0;
  for (const char of text) width += /\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return width;
};
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
