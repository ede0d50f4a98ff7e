import { countMojibake, findMojibake } from "./clean/repair.ts";
import { type Diagnostic, diagnose } from "./diagnostic.ts";
import { BODY_ROLES, type Document, type Span } from "./document.ts";

/** What a reader should know about an analyzed document. */
export function inspect(doc: Document): Diagnostic[] {
  const found: Diagnostic[] = [];
  if (!doc.raw.trim()) return found;
  if (!doc.blocks.some((block) => BODY_ROLES.has(block.role))) found.push(diagnose("nothing-but-boilerplate"));
  else if (!["en", "und"].includes(doc.language)) found.push(diagnose("not-english", doc.language));
  found.push(...errorPage(doc), ...mojibake(doc));
  if (!doc.published.value) found.push(diagnose("no-creation-time"));
  return [...found, ...unclosedQuotes(doc)];
}

const ERROR_NOTICE =
  /^(?:error|http)[ :]*(?:403|404|410|429|50[0234])\b.{0,40}$|^(?:403|404|410|429|50[0234])$|^(?:(?:40[34]|50\d)[ :–—-]*)?(?:page (?:not found|cannot be found)|not found|access denied|forbidden|bad gateway|service unavailable|internal server error|too many requests)[.!]?$|^(?:sorry,? )?(?:the|this) page (?:you (?:requested|are looking for)|you(?:['’]re| are) looking for|can(?:no|['’])t be found|does(?: not|n['’]t) exist)\b|^(?:please )?enable (?:javascript|js)\b|^you (?:do not|don['’]t) have permission to access\b/imu;

// A page with more text than this has something else to say.
const LONGEST_NOTICE = 500;

/** A page that is nothing but "404 Not Found" or "Access denied". */
function errorPage({ raw }: Document): Diagnostic[] {
  const from = raw.search(/\S/u);
  const text = raw.slice(from).trimEnd();
  const notice = text.length <= LONGEST_NOTICE ? ERROR_NOTICE.exec(text) : null;
  if (!notice) return [];
  const start = from + notice.index;
  return [diagnose("error-page", notice[0].trim(), { span: { start, end: start + notice[0].length } })];
}

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
