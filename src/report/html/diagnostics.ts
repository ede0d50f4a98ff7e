import type { Evidence } from "./evidence.ts";
import { counted, html, type Markup } from "./markup.ts";
import { number, omitted, references, section } from "./parts.ts";

const RANK = ["error", "warning", "info"];
const MOST_INPUTS = 100;

interface Group {
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
  readonly documents: string[];
}

/** What a reader should know about the inputs. */
export function diagnosticsSection(evidence: Evidence): Markup {
  const groups = new Map<string, Group>();
  for (const { id, problems } of evidence.digests) {
    for (const { severity, rule, message } of problems) {
      const known = groups.get(rule) ?? { severity, rule, message, documents: [] };
      groups.set(rule, known);
      if (known.documents.at(-1) !== id) known.documents.push(id);
    }
  }
  const rows = [...groups.values()].sort(
    (a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity) || (a.rule < b.rule ? -1 : 1),
  );
  const body = rows.map((group, i) => row(evidence, group, `w${i + 1}`));
  return section(
    "diagnostics",
    "Diagnostics",
    rows.length
      ? html`<table class="diagnostics"><thead><tr><th scope="col">severity</th><th scope="col">what</th><th scope="col">articles</th></tr></thead><tbody>${body}</tbody></table>`
      : html`<p class="none">Nothing to say about the articles.</p>`,
    failures(evidence),
  );
}

function row(evidence: Evidence, { severity, rule, message, documents }: Group, id: string): Markup {
  const places = documents.map((document) => ({ document, anchor: "" }));
  const example = documents.length > 1 ? html` <small>(the first of them)</small>` : "";
  return html`<tr id="${id}"><td class="${severity}">${severity}</td><th scope="row">${message}${example} <code>${rule}</code>${references(evidence, places)}</th><td>${number(documents.length, id)}</td></tr>\n`;
}

function failures({ errors }: Evidence): Markup | false {
  if (!errors.length) return false;
  const rows = errors
    .slice(0, MOST_INPUTS)
    .map(({ id, diagnostics }) => html`<li><code>${id}</code> ${diagnostics[0]?.message ?? "error"}</li>\n`);
  const left = errors.length - MOST_INPUTS;
  return html`<h3>Inputs that could not be read</h3><ul class="failures">${rows}</ul>${omitted(left > 0 && `and ${counted(left, "other")}`)}`;
}
