import { stringify } from "csv-stringify/sync";
import type { Section } from "./section.ts";

/** The first section as CSV (RFC 4180), with a header; text that a spreadsheet would run as a formula gets a leading apostrophe. */
export function formatCsv([first]: readonly Section[]): string {
  if (!first) return "";
  const header = first.columns.map(({ name }) => name);
  const rows = first.rows.map((row) => header.map((name) => row[name] ?? ""));
  return stringify([header, ...rows], { escape_formulas: true });
}
