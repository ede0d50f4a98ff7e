import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { html, Markup } from "./markup.ts";

/** Widths that charts are drawn for: a column of a desk, and a phone. */
const WIDE = 860;
const NARROW = 344;

const { document } = parseHTML("<!doctype html><html></html>");

/** Draws a chart in two widths, of which the page shows the one that fits. */
export function chart(label: string, options: (width: number) => Plot.PlotOptions): Markup {
  return html`${drawn(label, "desk", { ...options(WIDE), width: WIDE })}${drawn(label, "phone", { ...options(NARROW), width: NARROW })}`;
}

function drawn(label: string, size: "desk" | "phone", options: Plot.PlotOptions): Markup {
  const svg = Plot.plot({ ...options, document: document as never, className: "plot" }) as unknown as Drawing;
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of svg.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  for (const link of svg.querySelectorAll("a")) {
    link.setAttribute("tabindex", "-1");
    link.removeAttribute("fill");
    // A dot is too small for a finger, which has the tables.
    if (size === "phone" && !link.querySelector("text")) link.replaceWith(...link.childNodes);
  }
  if (size === "phone") for (const title of svg.querySelectorAll("title")) title.remove();
  svg.setAttribute("class", `plot ${size}`);
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", label);
  // Digits that nobody sees differ between processors.
  return new Markup(`${svg.outerHTML.replace(/\d+\.\d{2,}/gu, (n) => String(Math.round(Number(n) * 10) / 10))}\n`);
}

/** What is used of the elements that Plot makes; the types of browsers aren't known here. */
interface Drawing {
  readonly outerHTML: string;
  readonly childNodes: Iterable<Drawing>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): Drawing | null;
  querySelectorAll(selector: string): readonly Drawing[];
  remove(): void;
  replaceWith(...nodes: readonly Drawing[]): void;
}

/** About how wide text is in ems of a sans-serif face; rather too wide than too narrow. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += WIDTHS.find(([pattern]) => pattern.test(character))![1];
  return width;
}

const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ilj.,:;'’|!ft()[\]\- ]/u, 0.35],
  [/[mwMW@%—]/u, 0.95],
  [/[a-z0-9]/u, 0.58],
  [/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u, 1.05],
  [/\p{M}/u, 0],
  [/(?:)/u, 0.72],
];

/** Text of at most so many ems, its end replaced by an ellipsis where it is longer. */
export function fitted(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  const characters = Array.from(text);
  let [length, width] = [0, 1];
  while (length < characters.length && width < ems) width += widthOf(characters[length++]!);
  return `${characters
    .slice(0, length - 1)
    .join("")
    .trimEnd()}…`;
}
