import type { CopyCounts } from "../corpus/corpus.ts";
import type { DocumentRecord } from "../schema.ts";

export type Cell = string | number | null;

/** A column of a report: the name of its field, and how a table lays it out. */
export interface Column {
  readonly name: string;
  /** Takes this share of the width that the other columns leave; absent: as wide as its content. */
  readonly grow?: number;
  /** How a table for people shows a cell, where that is shorter. */
  readonly shorten?: (text: string) => string;
}

export type Row = Readonly<Record<string, Cell>>;

/** A titled list of rows: what every report is made of, whatever format prints it. */
export interface Section {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Rows that were left out by --top. */
  readonly more: number;
  /** Documents that are copies of others, where there are any; told by the first section of a report. */
  readonly copies?: CopyCounts;
}

/** A section of the first `top` rows. */
export const section = (title: string, columns: readonly Column[], rows: readonly Row[], top: number): Section => ({
  title,
  columns,
  rows: rows.slice(0, top),
  more: Math.max(0, rows.length - top),
});

/** Gathers one kind of evidence, fed a document's record at a time. */
export interface Collector {
  add(record: DocumentRecord): void;
  sections(): Section[];
}
