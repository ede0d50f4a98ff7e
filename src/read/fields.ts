import { FIELDS, type Field } from "../choices.ts";

export { FIELDS, type Field } from "../choices.ts";

/** The columns or JSON fields that hold a field, where they have another name: `{text: "body"}`. */
export type FieldMapping = Readonly<Partial<Record<Field, string>>>;

/** The name of the column or JSON field that holds a field. */
export const columnOf = (field: Field, mapping: FieldMapping = {}): string => mapping[field] ?? field;

/** Finds the name under which a field is there: as it is written, else in other case, else by dots into a JSON object. */
export function keyOf(field: Field, names: readonly string[], mapping: FieldMapping = {}): string | null {
  const wanted = columnOf(field, mapping);
  if (names.includes(wanted)) return wanted;
  const fold = wanted.toLowerCase();
  return names.find((name) => name.trim().toLowerCase() === fold) ?? null;
}

/** The fields of one record, and what else it has. */
export interface Fields {
  readonly known: Readonly<Partial<Record<Field, unknown>>>;
  /** What goes to `meta`: the columns that aren't fields, and url, title, author and outlet under those names. */
  readonly meta: Readonly<Record<string, unknown>>;
}

const IN_META: readonly Field[] = ["url", "title", "author", "outlet"];

/** Takes the fields out of a record: `{body: …, date: …, desk: …}` with `text=body,published=date`. */
export function readFields(record: Readonly<Record<string, unknown>>, mapping: FieldMapping = {}): Fields {
  const names = Object.keys(record);
  const known: Partial<Record<Field, unknown>> = {};
  const taken = new Set<string>();
  for (const field of FIELDS) {
    const key = keyOf(field, names, mapping);
    const value = key === null ? byDots(record, columnOf(field, mapping)) : record[key];
    if (value === undefined || value === null) continue;
    known[field] = value;
    if (key !== null) taken.add(key);
  }
  const rest = Object.entries(record).filter(([name]) => !taken.has(name));
  const said = IN_META.filter((field) => known[field] !== undefined).map((field) => [field, known[field]] as const);
  return { known, meta: Object.fromEntries([...said, ...rest]) };
}

/** "source.name" of `{source: {name: "The Daily"}}`. */
function byDots(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (!path.includes(".")) return undefined;
  let value: unknown = record;
  for (const step of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<string, unknown>)[step];
  }
  return value;
}

/** The mapped columns that are not among the names that a file has: the user's mistakes. */
export function unknownColumns(mapping: FieldMapping, has: (column: string) => boolean): string[] {
  return Object.entries(mapping).flatMap(([field, column]) => (has(column) ? [] : [`${column} (${field}=${column})`]));
}
