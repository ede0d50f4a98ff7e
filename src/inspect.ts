import { findPageKind } from "./clean/page-kind.ts";
import { countMojibake, findMojibake } from "./clean/repair.ts";
import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { BODY_ROLES, type Document, type Span } from "./document.ts";

/** What a reader should know about an analyzed document. */
export function inspect(doc: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!doc.raw.trim()) return found;
  if (!doc.blocks.some((block) => BODY_ROLES.has(block.role))) found.push(diagnose("nothing-but-boilerplate"));
  else if (!["en", "und"].includes(doc.language)) found.push(diagnose("not-english", doc.language));
  found.push(...pageKind(doc), ...mojibake(doc));
  if (doc.entitiesLeftOut)
    found.push(diagnose("too-many-entities", `${doc.entitiesLeftOut} entities (--max-entities)`));
  if (!doc.published.value) found.push(diagnose("no-creation-time"));
  return [...found, ...unclosedQuotes(doc)];
}

/** What the page is, where it is no article or not one whole article. */
function pageKind(doc: Document): Diagnostic[] {
  const found = findPageKind(doc);
  if (!found) return [];
  const { kind, span } = found;
  const said = doc.raw.slice(span.start, span.end).replace(/\s+/gu, " ");
  return [diagnose(kind, said.length > LONGEST_DETAIL ? `${said.slice(0, LONGEST_DETAIL)}…` : said, { span })];
}

const LONGEST_DETAIL = 80;

function mojibake({ raw }: Document): Diagnostic[] {
  const span = findMojibake(raw);
  if (!span) return [];
  const count = countMojibake(raw);
  return [diagnose("mojibake", count === 1 ? "once" : `${count} times`, { span })];
}

/** A curly quotation mark that opens, in a paragraph where none closes and the next paragraph doesn't go on quoting. */
function unclosedQuotes(doc: Document): Diagnostic[] {
  const body = doc.blocks.filter((block) => BODY_ROLES.has(block.role));
  return body.flatMap((block, i) => {
    const at = unclosedAt(doc.raw, block);
    const next = body[i + 1];
    if (at < 0 || (next && /^\s*“/u.test(doc.raw.slice(next.start, next.start + 20)))) return [];
    return [diagnose("unclosed-quote", "", { span: { start: at, end: at + 1 } })];
  });
}

function unclosedAt(raw: string, { start, end }: Span): number {
  const text = raw.slice(start, end);
  const opening = text.lastIndexOf("“");
  return opening >= 0 && text.indexOf("”", opening) < 0 ? start + opening : -1;
}
