import { OWN_NAME, OWN_OUTLET, type OwnLists, type OwnName } from "../lexicon/own.ts";
import type { Name } from "./find-names.ts";
import type { Run } from "./layout.ts";

/**
 * Puts the names of the user's own list in the place of what was found: they have their type wherever they stand. A longer name
 * of the same type that has a listed one in it stays: "Ann Lee Roe" where "Ann Lee" is listed.
 */
export function withOwnNames(
  found: readonly Name[],
  words: readonly string[],
  sentences: readonly Run[],
  names: OwnLists["names"],
): readonly Name[] {
  if (!names.size) return found;
  const own = sentences.flatMap((sentence) => ownNames(words, sentence, names));
  if (!own.length) return found;
  const kept: Name[] = [];
  let next = 0;
  for (const name of found) {
    while (next < own.length && own[next]!.end <= name.start) kept.push(own[next++]!);
    let isReplaced = false;
    for (let i = next; i < own.length && own[i]!.start < name.end; i++) isReplaced ||= !isWithin(own[i]!, name);
    if (isReplaced) continue;
    while (next < own.length && own[next]!.start < name.end) next++;
    kept.push(name);
  }
  return [...kept, ...own.slice(next)].sort((a, b) => a.start - b.start);
}

/** Whether a listed name is only a part of a longer name of its type. */
const isWithin = (own: Name, { start, end, type }: Name): boolean =>
  own.type === type && start <= own.start && own.end <= end && own.end - own.start < end - start;

function ownNames(words: readonly string[], { start, end }: Run, names: OwnLists["names"]): Name[] {
  const found: Name[] = [];
  for (let at = start; at < end; at++) {
    const name = longestAt(words, at, end, names.get(words[at]!) ?? []);
    if (!name) continue;
    found.push({
      start: at,
      end: at + name.words.length,
      type: name.type,
      rule: name.isOutlet ? OWN_OUTLET : OWN_NAME,
    });
    at += name.words.length - 1;
  }
  return found;
}

const longestAt = (words: readonly string[], at: number, end: number, names: readonly OwnName[]): OwnName | undefined =>
  names
    .filter((name) => at + name.words.length <= end && name.words.every((word, i) => words[at + i] === word))
    .reduce<OwnName | undefined>(
      (best, name) => (best && best.words.length >= name.words.length ? best : name),
      undefined,
    );
