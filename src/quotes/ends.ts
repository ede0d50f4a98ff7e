import type { Draft } from "./attribute.ts";
import type { Item } from "./items.ts";
import { has, isComma, isFiniteVerb } from "./phrases.ts";
import * as W from "./words.ts";

/** Where a content behind its cue ends, at most `limit`, which is where the next cue's speaker begins. */
export function endOf(
  items: readonly Item[],
  draft: Pick<Draft, "cue" | "content" | "subject">,
  limit: number,
): number {
  const { from } = draft.content.parts[0]!;
  const leading =
    has(items[draft.subject.group.from - 1], W.SUBORDINATOR) ||
    (draft.subject.group.from === 1 && has(items[0], W.SUBORDINATOR));
  const isObject = draft.content.opening === "object" || draft.content.opening === "preposition";
  for (let i = from + 1; i < items.length; i++) {
    const item = items[i]!;
    const next = items[i + 1];
    if (isComma(item)) {
      if (leading) return i;
      if (i + 1 >= limit - 1 && i + 3 >= limit && limit < items.length) return i;
      if (next && has(next, W.ING) && next.cue) return i;
      if (/^(?:but|while|though|although)$/u.test(next?.lower ?? "")) return i;
      if (isObject && has(next, W.ING | W.CONJUNCTION | W.SUBORDINATOR | W.RELATIVE)) return i;
    }
    if (item.run && /[,]\W*$/u.test(item.text) && has(next, W.DETERMINER | W.RELATIVE | W.ING)) return i + 1;
    if (/^(?:and|but)$/u.test(item.lower) && next?.cue && isFiniteVerb(items, i + 1) && i + 1 >= limit - 1) return i;
    if (item.lower === "and" && i + 1 === limit && limit < items.length) return i;
    if (
      isObject &&
      i > from + 1 &&
      (/^(?:after|before|during|when|while)$/u.test(item.lower) || (item.lower === "and" && isFiniteVerb(items, i + 1)))
    )
      return i;
  }
  return items.length;
}
