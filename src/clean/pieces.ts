import type { Block, Span } from "../document.ts";
import { gluedByline } from "./bylines.ts";
import { findDateline } from "./dateline.ts";
import type { Line } from "./lines.ts";
import type { Decision } from "./roles.ts";
import { creditTail } from "./rules/credits.ts";

/** Cuts a line where two things are glued on it: text and byline, caption and credit, dateline and paragraph. */
export function cutPieces(line: Line, decision: Decision, repeats: number | undefined): Block[] {
  const { cut, head, tail } = findCut(line.text, decision);
  const at = line.first + cut;
  const shared = { ...(repeats !== undefined && { repeats }) };
  if (cut <= 0 || at >= line.last)
    return [{ start: line.start, end: line.end, ...decision, ...shared, ...place(line) }];
  return [
    { start: line.start, end: at, ...head, ...shared, ...place(line) },
    { start: at, end: line.end, ...tail, ...(tail.role === decision.role && shared), ...place(line) },
  ];
}

const place = (line: Line): { html?: Span } => (line.markup ? { html: line.markup.html } : {});

function findCut(text: string, decision: Decision): { cut: number; head: Decision; tail: Decision } {
  const whole = { cut: 0, head: decision, tail: decision };
  switch (decision.role) {
    case "caption":
      return { ...whole, cut: creditTail(text), tail: { role: "credit", rule: "credit-tail" } };
    case "paragraph":
    case "standfirst": {
      const dateline = findDateline(text);
      if (dateline > 0) return { ...whole, cut: dateline, head: { role: "dateline", rule: "dateline-dash" } };
      return { ...whole, cut: gluedByline(text), tail: { role: "byline", rule: "byline-glued" } };
    }
    case "headline":
      return { ...whole, cut: gluedByline(text), tail: { role: "byline", rule: "byline-glued" } };
    default:
      return whole;
  }
}
