import { Layout } from "./layout.ts";
import type { Section } from "./section.ts";

/** Sections as aligned text tables, for people. */
export function* formatTables(sections: readonly Section[], color: boolean, width: number): Generator<string> {
  const layout = new Layout(color, width);
  const tables = sections.map((section) => layout.table(section)).filter(Boolean);
  for (const [i, table] of tables.entries()) yield (i ? "\n" : "") + table;
}
