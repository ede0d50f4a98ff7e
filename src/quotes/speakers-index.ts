import type { Entity, EntityType, Has, Mention, Sentence, Span, Token } from "../document.ts";

/** A mention and the entity that it is of. */
export interface Located {
  readonly mention: Mention;
  readonly entity: Entity;
}

// A sentence without an end is not searched back to its start for every pronoun.
const REACH = 3000;

/** Looks up sentences and mentions by where they stand; every look-up is a binary search. */
export class Places {
  readonly mentions: readonly Located[];
  readonly sentences: readonly Sentence[];
  readonly #starts: readonly Span[];
  readonly #quoted: readonly Span[];
  readonly #reported: readonly Span[];

  constructor(doc: Has<"sentences" | "entities" | "attributions">) {
    this.mentions = doc.entities
      .flatMap((entity) => entity.mentions.map((mention) => ({ mention, entity })))
      .sort((a, b) => a.mention.start - b.mention.start || b.mention.end - a.mention.end);
    this.#starts = this.mentions.map(({ mention }) => mention);
    this.sentences = doc.sentences;
    const contents = (kinds: string) =>
      doc.attributions
        .filter(({ kind }) => kinds.includes(kind))
        .flatMap(({ parts }) => parts)
        .sort((a, b) => a.start - b.start);
    this.#quoted = contents("direct");
    this.#reported = contents("indirect mixed");
  }

  /** Index of the sentence that holds an offset, or of the last before it; -1 before the first. */
  sentenceAt(offset: number): number {
    return lastAtOrBefore(this.sentences, offset);
  }

  /** The tokens that lie in a span of one or several sentences. */
  tokensIn({ start, end }: Span): Token[] {
    const found: Token[] = [];
    for (let i = Math.max(0, this.sentenceAt(start)); i < this.sentences.length; i++) {
      const { tokens } = this.sentences[i]!;
      for (let k = lastAtOrBefore(tokens, start - 1) + 1; k < tokens.length; k++) {
        if (tokens[k]!.end > end) return found;
        found.push(tokens[k]!);
      }
    }
    return found;
  }

  /** Mentions that begin in [start, end), those within reach of the end. */
  within(start: number, end: number): Located[] {
    const found: Located[] = [];
    for (let i = lastAtOrBefore(this.#starts, Math.max(start, end - REACH) - 1) + 1; i < this.mentions.length; i++) {
      if (this.mentions[i]!.mention.start >= end) break;
      found.push(this.mentions[i]!);
    }
    return found;
  }

  /** The mention that covers a token. */
  covering(token: Span): Located | undefined {
    for (let i = lastAtOrBefore(this.#starts, token.start), tries = 0; i >= 0 && tries < 3; i--, tries++)
      if (this.mentions[i]!.mention.end >= token.end) return this.mentions[i];
    return undefined;
  }

  readonly types = (token: Token): { type: EntityType; end: number } | undefined => {
    const found = this.covering(token);
    return found && { type: found.entity.type, end: found.mention.end };
  };

  /** Whether an offset stands in direct speech. */
  isQuoted(offset: number): boolean {
    return covers(this.#quoted, offset);
  }

  /** Whether an offset stands in indirect speech. */
  isReported(offset: number): boolean {
    return covers(this.#reported, offset);
  }
}

function covers(sorted: readonly Span[], offset: number): boolean {
  const at = lastAtOrBefore(sorted, offset);
  return at >= 0 && offset < sorted[at]!.end;
}

/** Index of the last of rising spans that begins at or before an offset; -1 where none does. */
export function lastAtOrBefore(sorted: readonly Span[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
