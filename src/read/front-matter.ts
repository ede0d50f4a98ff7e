import type { MetaStatement } from "../document.ts";

// Two fences around lines of "key: value", the values of a list, and comments.
const FRONT_MATTER =
  /^\ufeff?---[ \t]*\r?\n(?<lines>(?:(?!---|\.\.\.)[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
const PAIR = /^(?<key>[A-Za-z][\w-]{0,40})[ \t]*:(?:[ \t]+(?<value>\S.*))?$/u;

const FIELDS: Readonly<Record<string, MetaStatement["field"]>> = {
  ...{ title: "title", headline: "title" },
  ...{
    author: "author",
    authors: "author",
    byline: "author",
    creator: "author",
  },
  ...{
    date: "published",
    published: "published",
    pubdate: "published",
    date_published: "published",
  },
  ...{ modified: "modified", updated: "modified", lastmod: "modified" },
  ...{
    site: "site",
    outlet: "site",
    publication: "site",
    publisher: "site",
    source: "site",
  },
  ...{
    section: "section",
    lang: "language",
    language: "language",
    url: "url",
    canonical_url: "url",
  },
};

/** What the YAML head of a Markdown file says about the page: its simple pairs and lists, a field each. */
export function frontMatterStatements(text: string): MetaStatement[] {
  const lines = FRONT_MATTER.exec(text.slice(0, 1 << 16))?.groups?.lines?.split(/\r?\n/u) ?? [];
  const statements: MetaStatement[] = [];
  let field: MetaStatement["field"] | undefined;
  for (const line of lines) {
    const pair = PAIR.exec(line)?.groups;
    if (pair) field = FIELDS[pair.key!.toLowerCase().replaceAll("-", "_")];
    const item = pair ? pair.value : /^[ \t]*-[ \t]+(?<item>\S.*)$/u.exec(line)?.groups?.item;
    if (!field || !item) continue;
    for (const value of valuesOf(item)) statements.push({ field, value, origin: originOf(field) });
  }
  return statements;
}

// Where a day is stated, the dates add which one it is.
const originOf = (field: MetaStatement["field"]) =>
  field === "published" || field === "modified" ? "front-matter" : `front-matter-${field}`;

// "[Ann Lee, Bo Ek]" is a list; quotation marks are YAML's.
function valuesOf(item: string): string[] {
  const list = /^\[(?<inner>.*)\]$/u.exec(item.trim())?.groups?.inner?.split(",");
  return (list ?? [item])
    .map((value) =>
      value
        .trim()
        .replace(/^(["'])(.*)\1$/u, "$2")
        .trim(),
    )
    .filter(Boolean);
}
