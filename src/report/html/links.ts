import type { Article } from "./article.ts";

/** The places of the page that links lead to: each link that is made is one that lands. */
export class Links {
  private readonly articles = new Map<string, { readonly number: number; readonly anchors: ReadonlySet<string> }>();
  private readonly wanted = new Set<string>();

  constructor(articles: readonly Article[]) {
    for (const { record, number, pieces } of articles) {
      const anchors = pieces.flatMap((list) => list.flatMap(({ begins, anchor }) => (begins ? [anchor] : [])));
      this.articles.set(record.id, { number, anchors: new Set(anchors) });
    }
  }

  /** The link to a marked span, to its article where the span isn't shown, null where neither is. */
  to(document: string, anchor: string): string | null {
    const article = this.articles.get(document);
    if (!article) return null;
    if (!article.anchors.has(anchor)) return `#d${article.number}`;
    const id = `d${article.number}-${anchor}`;
    this.wanted.add(id);
    return `#${id}`;
  }

  /** The link to an article; null where the reader doesn't show it. */
  toArticle(document: string): string | null {
    const article = this.articles.get(document);
    return article ? `#d${article.number}` : null;
  }

  /** Whether something links to this id, which is asked once: it is given once. */
  take(id: string): boolean {
    return this.wanted.delete(id);
  }
}
