import { counted, grouped, html, type Markup } from "./markup.ts";
import { more } from "./parts.ts";

interface Rule {
  readonly name: string;
  readonly kind: string;
  count: number;
}

/** The rules behind the marks of the page, numbered in order of first use. */
export class Rules {
  private readonly rules = new Map<string, Rule & { readonly number: number }>();

  /** The number of a rule, which a mark carries. */
  number(name: string, kind: string): number {
    const key = `${kind}\0${name}`;
    const known = this.rules.get(key) ?? { name, kind, count: 0, number: this.rules.size + 1 };
    known.count++;
    this.rules.set(key, known);
    return known.number;
  }

  /** All of them, with how often each is behind a mark. */
  list(): Markup {
    const rows = [...this.rules.values()].map(
      ({ name, kind, count, number }) =>
        html`<li id="r${number}"><code>${name}</code> ${kind}, ${grouped(count)}</li>\n`,
    );
    return more(`${counted(rows.length, "rule")} and models behind the marks`, html`<ul class="rules">${rows}</ul>`);
  }
}
