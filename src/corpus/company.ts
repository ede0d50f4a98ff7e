import { fullest } from "../entities/link.ts";
import { fold } from "../entities/names.ts";
import { parsePerson } from "../entities/person-name.ts";
import { placeKey } from "../entities/place-name.ts";
import type { Profile } from "./tally.ts";

// A name in more than this share of the documents, and in more than these few, says nothing about them.
const EVERYWHERE = 0.05;
const FEW = 3;
const LOOKED_AT = 12;

/** Which names documents have in common: those who are named beside someone tell who he is. */
export class Company {
  readonly #names = new Map<string, string[]>();
  readonly #counts = new Map<string, number>();

  constructor(profiles: readonly Profile[]) {
    for (const profile of profiles) {
      if (profile.type === "group") continue;
      const key = keyOf(profile);
      this.#counts.set(key, (this.#counts.get(key) ?? 0) + profile.documents.length);
      for (const { id } of profile.documents) {
        const names = this.#names.get(id);
        if (names) names.push(key);
        else this.#names.set(id, [key]);
      }
    }
  }

  /** How many telling names the documents of one profile share with those of others, its own name aside. */
  shared(one: Profile, others: readonly Profile[]): number {
    const theirs = this.#beside(others);
    theirs.delete(keyOf(one));
    return [...this.#beside([one])].filter((key) => theirs.has(key)).length;
  }

  #beside(profiles: readonly Profile[]): Set<string> {
    const limit = Math.max(FEW, EVERYWHERE * this.#names.size);
    const names = new Set<string>();
    for (const { documents } of profiles.slice(0, LOOKED_AT)) {
      for (const { id } of documents.slice(0, LOOKED_AT)) {
        for (const key of this.#names.get(id) ?? []) if (this.#counts.get(key)! <= limit) names.add(key);
      }
    }
    return names;
  }
}

/** A person by the family name, anything else by its name. */
function keyOf({ type, names }: Profile): string {
  const name = fullest(names);
  if (type === "person") return `person ${parsePerson(name).family}`;
  return `${type} ${type === "place" ? placeKey(name) : fold(name)}`;
}
