import { Chalk, type ChalkInstance } from "chalk";
import type { BOILERPLATE_CHOICES } from "../choices.ts";
import { type Block, BODY_ROLES, type Document, type EntityType, type Quote, type Span } from "../document.ts";
import { indexAt } from "../spans.ts";
import { printable } from "./printable.ts";
import { wrap } from "./wrap.ts";

export interface ShowOptions {
  readonly color: boolean;
  readonly width: number;
  /** What is done with the blocks that aren't the article's own text. */
  readonly boilerplate: (typeof BOILERPLATE_CHOICES)[number];
  /** Tells the rule behind each block and span. */
  readonly why: boolean;
}

/** A span with the way it is shown and what `--why` says of it. */
interface Mark extends Span {
  readonly style: (text: string) => string;
  readonly why: string;
}

const CHROME = new Set<Block["role"]>(["boilerplate", "related"]);

/** Shows an article in the terminal: blocks in order, names, dates and quotations marked, speakers below quotations. */
export function* showDocument(doc: Document, options: ShowOptions): Generator<string> {
  const chalk = new Chalk({ level: options.color ? 1 : 0 });
  const styles = stylesOf(chalk);
  if (options.color) yield `${legend(styles)}\n\n`;
  const marks = marksOf(doc, styles);
  const quotes = doc.quotes
    .map((quote) => ({ quote, start: quote.parts[0]!.start, end: quote.parts[0]!.end }))
    .sort((a, b) => a.start - b.start);
  for (const block of doc.blocks) {
    const isChrome = CHROME.has(block.role) || block.repeats !== undefined;
    if (options.boilerplate !== "dim" && isChrome !== (options.boilerplate === "only")) continue;
    const inside = within(marks, block);
    const body = lines(doc.raw, block, isChrome ? [] : inside, options.width);
    if (!body) continue;
    if (options.why)
      yield `${chalk.dim(`[${block.role} · ${block.rule}${repeats(doc, block)}${candidacies(block)}]`)}\n`;
    yield `${isChrome ? chalk.dim(body) : roleStyle(block, chalk)(body)}\n`;
    for (const { quote } of within(quotes, block))
      yield `${chalk.dim(`    ↳ ${printable(attribution(doc, quote))}`)}\n`;
    if (options.why) for (const mark of inside) yield `${chalk.dim(`    ${printable(mark.why)}`)}\n`;
    yield "\n";
  }
}

type Styles = Record<EntityType | "date" | "quote", (text: string) => string>;

const stylesOf = (chalk: ChalkInstance): Styles => ({
  person: chalk.cyan,
  organization: chalk.magenta,
  place: chalk.green,
  group: chalk.blue,
  event: chalk.red,
  date: chalk.yellow,
  quote: chalk.italic.underline,
});

const legend = (styles: Styles): string =>
  Object.entries(styles)
    .map(([name, style]) => style(name))
    .join("  ");

const roleStyle = (block: Block, chalk: ChalkInstance): ((text: string) => string) =>
  block.role === "headline" ? chalk.bold : BODY_ROLES.has(block.role) ? (text) => text : chalk.dim;

function marksOf(doc: Document, styles: Styles): Mark[] {
  const text = ({ start, end }: Span) => doc.raw.slice(start, end);
  const names = doc.entities.flatMap(({ id, type, name, mentions }) =>
    mentions.map((m) => ({ ...m, style: styles[type], why: `${text(m)}: ${type} ${id} ${name} · ${m.rule}` })),
  );
  const dates = doc.timexes.map((t) => ({
    ...t,
    style: styles.date,
    why: `${text(t)}: ${t.type} ${t.value} · ${t.rule}`,
  }));
  const quotes = doc.quotes.flatMap((q) =>
    q.parts.map((part, i) => ({ ...part, style: styles.quote, why: i ? "" : `${q.id}: ${q.kind} · ${q.rule}` })),
  );
  return [...quotes, ...names, ...dates].filter(({ why }) => why).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The spans that start in another; both in order. */
const within = <T extends Span>(spans: readonly T[], { start, end }: Span): T[] =>
  spans.slice(firstFrom(spans, start), firstFrom(spans, end));

const firstFrom = (spans: readonly Span[], offset: number): number => {
  let at = indexAt(spans, offset);
  while (at >= 0 && spans[at]!.start === offset) at--;
  return at + 1;
};

function attribution(doc: Document, { source, speaker, resolution, kind }: Quote): string {
  const who = doc.sources.find(({ id }) => id === source);
  if (!who && !speaker) return `${kind}, speaker unknown`;
  const text = (span: Span | null | undefined) => span && doc.raw.slice(span.start, span.end);
  const capacity = [text(who?.role), text(who?.affiliation)].filter(Boolean).join(", ");
  return `${kind}, ${who?.name ?? text(speaker)}${capacity ? ` (${capacity})` : ""}: ${who?.type ?? "?"}, ${resolution}`;
}

const repeats = (doc: Document, { repeats }: Block): string =>
  repeats === undefined ? "" : ` · repeats “${printable(doc.raw.slice(repeats, repeats + 30).trim())}…”`;

/** How likely a block is the headline or names the authors: " · byline .97: Ann Lee". */
const candidacies = ({ candidacies = [] }: Block): string =>
  candidacies
    .map(({ of, confidence, authors }) => {
      const names = authors.map(({ name }) => printable(name)).join(", ");
      return ` · ${of} ${confidence.toFixed(2)}${names && `: ${names}`}`;
    })
    .join("");

/** A block's text wrapped to the width, with its marks. */
function lines(raw: string, block: Span, marks: readonly Mark[], width: number): string {
  return wrap(raw, block, width)
    .map((line) => styled(raw, line, marks))
    .join("\n");
}

/** Cuts a line at the borders of its marks; where marks overlap, all their styles apply. */
function styled(raw: string, line: Span, marks: readonly Mark[]): string {
  const inside = marks.filter((mark) => mark.start < line.end && mark.end > line.start);
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of inside)
    for (const cut of [start, end]) if (cut > line.start && cut < line.end) cuts.add(cut);
  const borders = [...cuts].sort((a, b) => a - b);
  return borders
    .slice(0, -1)
    .map((start, i) => {
      const end = borders[i + 1]!;
      const covering = inside.filter((mark) => mark.start <= start && mark.end >= end);
      return covering.reduce((text, { style }) => style(text), keepSpaces(raw.slice(start, end)));
    })
    .join("");
}

/** Printable text that keeps the blanks at its ends: it is a piece of a line. */
const keepSpaces = (text: string): string => {
  if (!text.trim()) return " ";
  return `${/^\s/u.test(text) ? " " : ""}${printable(text.trim())}${/\s$/u.test(text) ? " " : ""}`;
};
