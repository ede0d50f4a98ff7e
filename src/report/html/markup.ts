import { shown } from "./shown.ts";

/** Text that is markup already. Only `html` makes it of what a document says: escaped, and harmless to look at. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** Markup of literal text with values in it: strings are escaped, lists joined, nothing printed for null and false. */
export function html(literals: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return new Markup(literals.reduce((text, literal, i) => text + print(values[i - 1]) + literal));
}

function print(value: Content): string {
  if (value === null || value === undefined || value === false) return "";
  if (value instanceof Markup) return value.text;
  if (typeof value === "object") return value.map(print).join("");
  return escaped(shown(String(value)));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/gu, (character) => ESCAPES[character]!);

/** A whole number with its thousands apart: 12,345. */
export const grouped = (n: number): string => n.toLocaleString("en-US");

/** "1 article", "2 articles". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;
