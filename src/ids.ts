import { FingerprintTable, fingerprint } from "./fingerprints.ts";

/** Keeps documents apart that come with the same id: "a", "a#2", "a#3". It remembers 64 bits of each id, not the id. */
export class UniqueIds {
  readonly #seen = new FingerprintTable();

  /** The id under which the document is printed. */
  unique(id: string): string {
    const print = fingerprint(id);
    const before = this.#seen.get(print) ?? 0;
    this.#seen.set(print, before + 1);
    // "a#2" may itself be the id of a record.
    return before ? this.unique(`${id}#${before + 1}`) : id;
  }
}
