import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes as Tree } from "parse5";
import { diagnose } from "../diagnostic.ts";
import type { Markup, MetaStatement } from "../document.ts";
import { type Elided, elide } from "./html-elide.ts";
import { LineWriter } from "./html-lines.ts";
import { statementsOf } from "./html-statements.ts";
import { readJsonLd } from "./json-ld.ts";
import { InputProblem } from "./reader.ts";

/** The rendering of an HTML page, and what its markup says about each line and about the page. */
export interface Rendering {
  readonly raw: string;
  readonly markup: Markup;
}

// Elements without text that a reader sees; `title` is read as a statement, options and text areas are no text of the page.
const UNSEEN = new Set(
  "script style noscript template head title select option textarea datalist svg iframe object embed canvas audio video map frameset".split(
    " ",
  ),
);

const BLOCKS = new Set(
  `address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer
form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol optgroup p pre section summary table tbody tfoot thead tr ul`.split(
    /\s/u,
  ),
);

// A page with less visible text than this is rendered again with its hidden parts: scripts would have shown them.
const HARDLY_ANY_TEXT = 200;

/**
 * Renders the visible text of an HTML page, one block element a line, with the place of each line in the file.
 * Throws InputProblem where its elements nest deeper than `maxDepth`.
 */
export function renderHtml(html: string, maxDepth = Number.POSITIVE_INFINITY): Rendering {
  const file = elide(html);
  const page = parse(file.html, { sourceCodeLocationInfo: true, treeAdapter: boundedTree(maxDepth) });
  const seen = render(page, file, false);
  return seen.raw.length < HARDLY_ANY_TEXT ? longer(seen, render(page, file, true)) : seen;
}

/** Stops the parser where more elements are open than allowed. */
function boundedTree(maxDepth: number): typeof defaultTreeAdapter {
  let depth = 0;
  return {
    ...defaultTreeAdapter,
    onItemPush() {
      if (++depth > maxDepth) throw new InputProblem(diagnose("too-deep", `more than --max-depth ${maxDepth}`));
    },
    onItemPop() {
      depth--;
    },
  };
}

/** Whether a page has scripts, which may bring the text that it lacks. */
export const hasScript = (html: string): boolean => /<script[\s>]/iu.test(html);

const longer = (a: Rendering, b: Rendering) => (b.raw.length > a.raw.length + HARDLY_ANY_TEXT ? b : a);

function render(page: Tree.Document, file: Elided, hiddenToo: boolean): Rendering {
  const lines = new LineWriter(file);
  const statements: MetaStatement[] = [];
  const open: { element: Tree.ParentNode; next: number }[] = [{ element: page, next: 0 }];
  // No recursion: a page may nest its elements ten thousand deep.
  while (open.length) {
    const top = open.at(-1)!;
    const node = top.element.childNodes[top.next++];
    if (!node) {
      leave(lines, top.element);
      open.pop();
    } else if (defaultTreeAdapter.isTextNode(node)) {
      if (node.sourceCodeLocation) lines.text(node.value, node.sourceCodeLocation);
    } else if (defaultTreeAdapter.isElementNode(node)) {
      statements.push(...statementsOf(node, () => lines.classes()));
      if (
        node.tagName === "head" ||
        (!UNSEEN.has(node.tagName) && (hiddenToo || !isHidden(node) || holdsProse(node)))
      ) {
        enter(lines, node);
        open.push({ element: node, next: 0 });
      }
    }
  }
  return {
    raw: lines.raw(),
    markup: { lines: lines.done, statements: [...statements, ...file.jsonLd.flatMap(readJsonLd)] },
  };
}

function enter(lines: LineWriter, element: Tree.Element): void {
  if (BLOCKS.has(element.tagName)) lines.endLine();
  lines.enter(element);
  if (element.tagName === "br") lines.endLine();
  else if (element.tagName === "td" || element.tagName === "th") lines.endCell();
}

function leave(lines: LineWriter, element: Tree.ParentNode): void {
  if (!defaultTreeAdapter.isElementNode(element)) lines.endLine();
  else {
    if (BLOCKS.has(element.tagName)) lines.endLine();
    lines.leave(element);
  }
}

const INVISIBLE = /display\s*:\s*none|visibility\s*:\s*hidden/iu;

function isHidden(element: Tree.Element): boolean {
  return element.attrs.some(
    ({ name, value }) => name === "hidden" || (name === "style" && INVISIBLE.test(value)) || isHiddenInput(name, value),
  );
}
const isHiddenInput = (name: string, value: string) => name === "type" && value === "hidden";

// Scripts show what is hidden at first: an article that is streamed in, the paragraphs behind a "read on" button.
const PROSE = 200;

function holdsProse(element: Tree.Element): boolean {
  let prose = 0;
  const left: { node: Tree.ChildNode; inParagraph: boolean }[] = [{ node: element, inParagraph: false }];
  while (left.length && prose < PROSE) {
    const { node, inParagraph } = left.pop()!;
    if (defaultTreeAdapter.isTextNode(node)) prose += inParagraph ? node.value.trim().length : 0;
    else if (defaultTreeAdapter.isElementNode(node)) {
      for (const child of node.childNodes) left.push({ node: child, inParagraph: inParagraph || node.tagName === "p" });
    }
  }
  return prose >= PROSE;
}
