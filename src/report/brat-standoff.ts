import type { Span } from "../document.ts";
import { offsetConverter } from "../offsets.ts";

/** The lines of a brat annotation file (brat.nlplab.org/standoff.html) over one text; its offsets count characters. */
export class Standoff {
  private readonly raw: string;
  private readonly at: (utf16: number) => number;
  private readonly lines: string[] = [];
  private readonly marks = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(raw: string) {
    this.raw = raw;
    this.at = offsetConverter(raw, "codepoint");
  }

  /** Marks pieces of the text with a type, and gives the mark's id: "T1". No piece goes over the end of a line. */
  mark(type: string, spans: readonly Span[]): string {
    const id = this.next("T");
    const pieces = spans.flatMap((span) => this.pieces(span));
    const places = pieces.map(({ start, end }) => `${this.at(start)} ${this.at(end)}`).join(";");
    const text = pieces.map(({ start, end }) => this.raw.slice(start, end)).join(" ");
    this.lines.push(`${id}\t${type} ${places}\t${text}`);
    if (spans.length === 1 && !this.marks.has(keyOf(spans[0]!))) this.marks.set(keyOf(spans[0]!), id);
    return id;
  }

  /** The first mark of exactly this span. */
  markOf = (span: Span): string | undefined => this.marks.get(keyOf(span));

  relate(type: string, from: string, to: string): void {
    this.lines.push(`${this.next("R")}\t${type} Arg1:${from} Arg2:${to}`);
  }

  /** Says that marks are of one thing. */
  same(marks: readonly string[]): void {
    if (marks.length > 1) this.lines.push(`*\tEquiv ${marks.join(" ")}`);
  }

  /** An event of its trigger and its arguments: "E1". Arguments of one role are numbered, as brat does. */
  event(trigger: string, type: string, args: Readonly<Record<string, readonly (string | undefined)[]>>): string {
    const id = this.next("E");
    const roles = Object.entries(args).flatMap(([role, marks]) =>
      marks.filter((mark) => mark !== undefined).map((mark, i) => ` ${role}${i ? i + 1 : ""}:${mark}`),
    );
    this.lines.push(`${id}\t${type}:${trigger}${roles.join("")}`);
    return id;
  }

  attribute(name: string, of: string, value: string): void {
    this.lines.push(`${this.next("A")}\t${name} ${of} ${value}`);
  }

  note(of: string, text: string): void {
    this.lines.push(`${this.next("#")}\tAnnotatorNotes ${of}\t${text.replace(/\s+/gu, " ")}`);
  }

  toString(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }

  private pieces({ start, end }: Span): Span[] {
    const text = this.raw.slice(start, end);
    const lines = [...text.matchAll(/[^\r\n\u0085\u2028\u2029]+/gu)].filter(([line]) => line.trim());
    return lines.map(({ index, 0: line }) => ({ start: start + index, end: start + index + line.length }));
  }

  private next(letter: string): string {
    const n = (this.counts.get(letter) ?? 0) + 1;
    this.counts.set(letter, n);
    return `${letter}${n}`;
  }
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`;
