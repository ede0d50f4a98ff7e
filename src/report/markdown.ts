import { printable } from "./printable.ts";
import type { Section } from "./section.ts";

/** Sections as Markdown tables (GitHub flavoured), with a heading each. */
export function* formatMarkdown(sections: readonly Section[]): Generator<string> {
  for (const [i, { title, columns, rows, more }] of sections.filter(({ rows }) => rows.length).entries()) {
    yield `${i ? "\n" : ""}## ${title}\n\n`;
    yield line(columns.map(({ name }) => name));
    yield line(columns.map(({ name }) => (typeof rows[0]![name] === "number" ? "--:" : "---")));
    for (const row of rows) yield line(columns.map(({ name }) => escaped(String(row[name] ?? ""))));
    if (more) yield `\nand ${more} more\n`;
  }
}

const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;

/** Text that can't be taken for markup. */
const escaped = (text: string) => printable(text).replace(/[\\|<>*_`[\]]/gu, "\\$&");
