import type { EntityType, Span } from "../../document.ts";
import type { DocumentRecord } from "../../schema.ts";

/** What a marked span is. */
export type MarkKind = EntityType | "date" | "quote" | "cue" | "capacity" | "trigger";

/** A span that the reader marks. */
export interface Mark extends Span {
  readonly kind: MarkKind;
  /** Its place among the anchors of its article: "812" of a name, "q4" of a quotation, "v812" of an event. */
  readonly anchor: string;
  /** The words of the span. */
  readonly text: string;
  /** Id of the entity or quotation in its document. */
  readonly id: string | null;
  /** What the tool reads in it: a day, a kind of event, a role. */
  readonly value: string | null;
  readonly rule: string;
  /** True of the last part of a quotation, behind which its speaker is named. */
  readonly isLast: boolean;
}

/** Everything of a record that can be marked, as its own offsets say, in no order. */
export function marksOf(record: DocumentRecord): Mark[] {
  return [...names(record), ...dates(record), ...quotes(record), ...capacities(record), ...triggers(record)];
}

const PLAIN = { id: null, value: null, isLast: false };

const names = ({ entities = [] }: DocumentRecord): Mark[] =>
  entities.flatMap(({ id, type, name, mentions }) =>
    mentions.map(({ start, end, text, rule }) => ({
      ...PLAIN,
      ...{ kind: type, anchor: `${start}`, start, end, text, rule },
      ...{ id, value: name },
    })),
  );

const dates = ({ dates = [] }: DocumentRecord): Mark[] =>
  dates.map(({ start, end, text, value, earliest, latest, type, rule }) => {
    const interval = earliest && latest && earliest !== latest ? ` (${earliest} to ${latest})` : "";
    const told = `${type === "DATE" ? "" : `${type.toLowerCase()} `}${value ?? "not resolved"}${interval}`;
    return { ...PLAIN, kind: "date", anchor: `t${start}`, start, end, text, value: told, rule };
  });

const quotes = ({ quotes = [] }: DocumentRecord): Mark[] =>
  quotes.flatMap(({ id, parts, text, kind, cue, rule }) => {
    const whole = parts.length === 1 ? text : "";
    const marks = parts.map(
      ({ start, end }, i): Mark => ({
        ...{ kind: "quote", anchor: i ? `${id}.${i}` : id, start, end, text: whole, id, value: kind, rule },
        isLast: i === parts.length - 1,
      }),
    );
    const cues: Mark[] = cue
      ? [{ ...PLAIN, kind: "cue", anchor: `c${cue.start}`, start: cue.start, end: cue.end, text: cue.text, rule }]
      : [];
    return [...marks, ...cues];
  });

const capacities = ({ sources = [] }: DocumentRecord): Mark[] =>
  sources.flatMap(({ name, role, affiliation }) =>
    [role && { ...role, says: "role" }, affiliation && { ...affiliation, says: "affiliation" }].flatMap((span) =>
      span
        ? [
            {
              ...PLAIN,
              ...{ kind: "capacity" as const, anchor: `r${span.start}`, start: span.start, end: span.end },
              ...{ text: span.text, value: `${span.says} of ${name}`, rule: span.rule },
            },
          ]
        : [],
    ),
  );

const triggers = ({ events = [] }: DocumentRecord): Mark[] =>
  events.map(({ kind, trigger, status, date }) => {
    const { start, end, text, rule } = trigger;
    const days = date ? [...new Set([date.earliest, date.latest])].filter(Boolean).join(" to ") : "no day told";
    const told = `${kind}, ${status}, ${days}`;
    return { ...PLAIN, kind: "trigger", anchor: `v${start}`, start, end, text, value: told, rule };
  });
