import type { Has, Mention, Span, Token } from "../document.ts";
import type { OwnLists } from "../lexicon/own.ts";
import { findNames } from "./find-names.ts";
import { layOut, type Run } from "./layout.ts";
import { withOwnNames } from "./own-names.ts";
import { titleBefore } from "./titles.ts";

/** Finds people, organizations, places, groups and events in the article's sentences, in order, without overlap. */
export function findMentions(doc: Has<"blocks" | "sentences">, own: OwnLists | null = null): Mention[] {
  const layout = layOut(doc.sentences);
  const tokens: Token[] = [];
  for (const sentence of doc.sentences) for (const token of sentence.tokens) tokens.push(token);
  const spanOf = (run: Run): Span => ({ start: tokens[run.start]!.start, end: tokens[run.end - 1]!.end });
  const found = findNames(layout);
  const names = own
    ? withOwnNames(
        found,
        tokens.map(({ text }) => text),
        layout.sentences,
        own.names,
      )
    : found;
  return names.map((name, i) => {
    const { type, rule } = name;
    const title = type === "person" ? titleBefore(layout, name.start, names[i - 1]?.end ?? 0) : null;
    const { start, end } = spanOf(name);
    return title ? { start, end, type, rule, title: spanOf(title) } : { start, end, type, rule };
  });
}
