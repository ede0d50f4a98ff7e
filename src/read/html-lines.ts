import type { DefaultTreeAdapterTypes as Tree } from "parse5";
import type { MarkupLine, Span } from "../document.ts";
import type { Elided } from "./html-elide.ts";

// Paths deeper than this keep their innermost elements: more says nothing, and ten thousand would cost their square.
const DEPTH = 32;

interface Open {
  readonly name: string;
  readonly number: number;
  readonly words: readonly string[];
}

/** Collects the text of a page into lines as the elements around it open and close. */
export class LineWriter {
  readonly done: MarkupLine[] = [];
  readonly #pieces: string[] = [];
  readonly #file: Elided;
  readonly #open: Open[] = [];
  readonly #words = new Map<string, readonly string[]>();
  #length = 0;
  #elements = 0;
  #links = 0;
  #line = "";
  #linked = 0;
  #from = -1;
  #to = -1;
  #cell = false;
  #path: readonly Open[] = [];

  constructor(file: Elided) {
    this.#file = file;
  }

  /** Class and id words of the open elements. */
  classes(): readonly string[] {
    return wordsOf(this.#open);
  }

  raw(): string {
    return this.#pieces.join("");
  }

  enter(element: Tree.Element): void {
    this.#open.push({ name: element.tagName, number: this.#elements++, words: this.#classWords(element) });
    if (element.tagName === "a") this.#links++;
  }

  leave(element: Tree.Element): void {
    this.#open.pop();
    if (element.tagName === "a") this.#links--;
  }

  /** Adds a text node; its white space collapses as a browser would, but for preformatted text. */
  text(value: string, place: { startOffset: number; endOffset: number }): void {
    if (!this.#open.some(({ name }) => name === "pre")) {
      this.#add(value.replace(/[ \t\n\r\f]+/gu, " "), place);
      return;
    }
    for (const [i, line] of value.split(/\r\n|\n|\r/u).entries()) {
      if (i) this.endLine();
      this.#add(line, place);
    }
  }

  #add(value: string, place: { startOffset: number; endOffset: number }): void {
    const text = this.#line === "" || this.#line.endsWith(" ") ? value.trimStart() : value;
    if (!text) return;
    if (this.#line === "") {
      this.#from = startOfText(this.#file.html, place);
      this.#path = this.#open.slice(-DEPTH);
    } else if (this.#cell) this.#line = `${this.#line.trimEnd()}\t`;
    this.#cell = false;
    this.#line += text;
    this.#to = place.endOffset;
    if (this.#links > 0) this.#linked += text.length;
  }

  /** Ends a table cell: what follows in the row is set apart by a tab. */
  endCell(): void {
    this.#cell = true;
  }

  endLine(): void {
    const text = this.#line.trimEnd();
    if (text) this.#write(text);
    this.#line = "";
    this.#linked = 0;
    this.#cell = false;
  }

  #write(text: string): void {
    this.#pieces.push(text, "\n");
    this.done.push({
      start: this.#length,
      end: this.#length + text.length,
      html: { start: this.#file.toFile(this.#from), end: this.#file.toFile(this.#to - 1) + 1 } satisfies Span,
      path: this.#path.map(({ name }) => name),
      elements: this.#path.map(({ number }) => number),
      classes: wordsOf(this.#path),
      linkDensity: Math.min(1, this.#linked / text.length),
    });
    this.#length += text.length + 1;
  }

  #classWords(element: Tree.Element): readonly string[] {
    // What stands on these two tells of the page, not of a part of it.
    if (element.tagName === "html" || element.tagName === "body") return [];
    const names = element.attrs
      .filter(
        ({ name }) => name === "class" || name === "id" || name === "role" || name === "itemprop" || name === "hidden",
      )
      .map(({ name, value }) => (name === "hidden" ? name : value))
      .join(" ");
    if (!names) return [];
    const known = this.#words.get(names) ?? splitWords(names.slice(0, 400));
    this.#words.set(names, known);
    return known;
  }
}

const wordsOf = (open: readonly Open[]) => open.flatMap(({ words }) => words);

const splitWords = (names: string) =>
  names
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ")
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

function startOfText(html: string, place: { startOffset: number; endOffset: number }): number {
  let at = place.startOffset;
  while (at < place.endOffset && /\s/u.test(html[at]!)) at++;
  return at;
}
