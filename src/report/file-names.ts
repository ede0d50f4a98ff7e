/** Characters of a name: four bytes each and a suffix still fit what file systems take. */
const LIMIT = 55;

// Names of devices on Windows, also with an extension.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** Gives documents names that are safe in every file system, and different even where case and accents are folded. */
export class FileNames {
  private readonly taken = new Map<string, number>();

  /** "2024/06/a b.txt" is "2024_06_a_b.txt"; the next one of this name is "2024_06_a_b.txt-2". */
  of(id: string): string {
    const plain = id
      .normalize("NFC")
      .replace(/[^\p{L}\p{N}._-]+/gu, "_")
      .replace(/^[._-]+|[._-]+$/gu, "");
    const safe = Array.from(plain).slice(0, LIMIT).join("");
    return this.unique(!safe || DEVICE.test(safe) ? `document_${safe}` : safe);
  }

  private unique(name: string): string {
    const fold = name.toLowerCase();
    const n = (this.taken.get(fold) ?? 0) + 1;
    this.taken.set(fold, n);
    return n === 1 ? name : this.unique(`${name}-${n}`);
  }
}
