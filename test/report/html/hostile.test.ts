import { mkdirSync, writeFileSync } from "node:fs";
import { parse } from "parse5";
import { describe, expect, test } from "vitest";
import { extract } from "../../../src/index.ts";
import type { DocumentRecord, ErrorRecord } from "../../../src/schema.ts";
import { folder } from "../../cli/command.ts";
import { tableIn } from "../../told.ts";
import { annotated, record, source } from "../records.ts";
import { hasBrowser, open } from "./chromium.ts";
import { brokenLinks, pageOf } from "./pages.ts";

/** Each would call `alert` if it were taken for markup, script or a link. */
const ATTACKS = [
  "<script>alert(1)</script>",
  "</script><script>alert(2)</script>",
  "</style><script>alert(3)</script>",
  "</title><script>alert(4)</script>",
  "<img src=x onerror=alert(5)>",
  "<svg onload=alert(6)>",
  "<svg><script href=data:,alert(7) />",
  '"><img src=x onerror=alert(8)>',
  "' autofocus onfocus=alert(9) x='",
  "x onmouseover=alert(10) y",
  "<details open ontoggle=alert(11)>",
  "<iframe srcdoc='<script>parent.alert(12)</script>'>",
  "<math><mtext></p><style><img src=x onerror=alert(13)></style>",
  "<!--><script>alert(14)</script>-->",
  "]]><script>alert(15)</script>",
  "<a href=javascript:alert(16)>click</a>",
  "<base href=//evil.example><form action=//evil.example><button>go</button></form>",
  "<meta http-equiv=refresh content='0;url=javascript:alert(17)'>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template that nobody shall fill in
  "${alert(18)} {{alert(19)}} `alert(20)`",
  "&lt;script&gt;alert(21)&lt;/script&gt; &#60;script&#62;",
  "\u2028<script>alert(22)</script>\u2029",
  "\ufeff<scr\u0000ipt>alert(23)</scr\u0000ipt>",
  "+ADw-script+AD4-alert(24)+ADw-/script+AD4-",
];

const LINKS = [
  "javascript:alert(30)",
  "JaVaScRiPt:alert(31)",
  " javascript:alert(32)",
  "java\nscript:alert(33)",
  "data:text/html,<script>alert(34)</script>",
  "vbscript:alert(35)",
  "//evil.example",
  'https://ok.example/"><script>alert(36)</script>',
];

/** A record of which every text that can be any text is an attack. */
function hostileRecord(attack: string, i: number): DocumentRecord {
  const raw = `${attack} met Bo in ${attack} on Monday. “${attack}”, said ${attack}.`;
  const span = { start: 0, end: attack.length };
  const [whole, words] = [
    { ...span, text: attack, rule: attack },
    { ...span, text: attack },
  ];
  const second = { start: attack.length + 11, end: 2 * attack.length + 11 };
  const named = (id: string, at: typeof span, type: "person" | "place") => ({
    ...{ id, type, name: attack, variants: [attack, `${attack}s`] },
    mentions: [{ ...at, text: attack, rule: attack, title: words }],
  });
  const quote = {
    ...{ id: attack, text: attack, verbatim: attack, kind: "direct" as const, zone: "paragraph" as const },
  };
  return record(`${attack}${i}`, {
    source: { ...record("").source, path: attack },
    meta: { url: LINKS[i % LINKS.length], title: attack, outlet: attack },
    headline: { text: attack, rule: attack },
    bylines: [{ name: attack, isPerson: true, rule: attack }],
    outlet: { text: attack, rule: attack },
    raw,
    text: raw,
    published: { value: "2024-05-07", earliest: "2024-05-07", latest: "2024-05-07", confidence: 1, evidence: [] },
    blocks: [
      { start: 0, end: raw.length - 3, role: "paragraph", rule: attack },
      { start: raw.length - 3, end: raw.length, role: "boilerplate", rule: attack },
    ],
    entities: [named(`${attack}1`, span, "person"), named(`${attack}2`, second, "place")],
    dates: [
      {
        ...second,
        ...{ text: attack, type: "DATE", value: attack, earliest: attack, latest: attack },
        ...{ basis: "known", stable: true, rule: attack },
      },
    ],
    quotes: [
      {
        ...quote,
        parts: [span],
        cue: { ...words, lemma: attack, class: attack },
        speaker: { ...words, entity: null, resolution: attack },
        source: attack,
        rule: attack,
        confidence: 1,
      },
    ],
    sources: [
      source(attack, attack, {
        role: annotated(attack),
        affiliation: annotated(attack),
        reason: attack,
        isExpert: i % 2 === 0,
      }),
    ],
    events: [
      {
        kind: "visit",
        trigger: whole,
        participants: [`${attack}1`, attack],
        place: `${attack}2`,
        date: { ...words, earliest: "2024-05-07", latest: "2024-05-07" },
        status: "held",
        sentence: span,
        source: attack,
      },
    ],
    diagnostics: [{ rule: attack, severity: "warning", message: attack }],
  });
}

const hostile: (DocumentRecord | ErrorRecord)[] = [
  ...ATTACKS.map(hostileRecord),
  ...ATTACKS.map(
    (attack): ErrorRecord => ({
      ...{ schema: "summits/document/1", type: "error", id: attack, source: { path: attack } },
      diagnostics: [{ rule: attack, severity: "error", message: attack }],
    }),
  ),
];

interface Element {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Element[];
}

/** Everything in a page, as a parser of HTML sees it. */
const elementsOf = (node: unknown): Element[] => {
  const element = node as Element;
  return [element, ...(element.childNodes ?? []).flatMap(elementsOf)];
};

test("the README tells how many attacks there are", () =>
  expect(tableIn().get("scripts and markup against the HTML report, in Chromium")?.[0]).toBe(ATTACKS.length));

test("what documents say is text, whatever it says", async () => {
  const page = await pageOf(hostile);
  // Only the page's own script, style and form are elements.
  expect(page.match(/<script/gu)).toHaveLength(1);
  expect(page.match(/<style/gu)).toHaveLength(1);
  expect(page.match(/<form/gu)).toHaveLength(1);
  const elements = elementsOf(parse(page));
  const names = new Set(elements.map(({ nodeName }) => nodeName));
  for (const name of ["img", "iframe", "base", "math", "object", "embed", "link"]) expect(names).not.toContain(name);
  const attributes = elements.flatMap(({ attrs = [] }) => attrs);
  expect(attributes.filter(({ name }) => /^(?:on|style$|src)/u.test(name))).toEqual([]);
  expect(attributes.filter(({ name, value }) => name.endsWith("href") && !/^(?:#|https?:\/\/)/u.test(value))).toEqual(
    [],
  );
  expect(brokenLinks(page)).toEqual([]);
});

test("controls and marks of direction are shown, not obeyed", async () => {
  const raw = "A\u0000B\u001b[31mC\u202eD\u2066E\u200bF\ud800G\u0085H";
  const page = await pageOf([
    record("\u202eexe.txt", { raw, text: raw, blocks: undefined, headline: { text: raw, rule: "x" } }),
  ]);
  expect(page).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\p{Cs}]/u);
  expect(page).toContain("A␀B␛[31mC[U+202E]D[U+2066]EF�G�H");
});

describe.skipIf(!hasBrowser)("in Chromium", () => {
  /** Hovers, focuses and clicks whatever can be, and prints. */
  async function use(text: string): Promise<string[]> {
    const { page, messages, requests } = await open(text);
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    await page.evaluate(`for (const one of document.querySelectorAll("[data-r], a[href^='#'], [tabindex]")) {
      one.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
      one.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
    }`);
    await page.evaluate(`for (const one of document.querySelectorAll("a.n")) {
      one.click();
      document.querySelector("#panel").close();
    }`);
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    await page.waitForTimeout(200);
    return [...messages, ...requests];
  }

  test("no script of a record runs and nothing is asked for", async () => {
    expect(await use(await pageOf(hostile))).toEqual([]);
  }, 120_000);

  test("nor of articles with hostile text and names", async () => {
    const files = ATTACKS.map((attack, i) => [
      `${i} ${attack.replace(/[/\u0000]/gu, "").slice(0, 60)}.txt`,
      `${attack}\n\nMay 7, 2024\n\nOSLO — Foreign Minister Ann ${attack} Lee met Bob Roe in ${attack} on Tuesday.\n\n“${attack} is fish,” Lee said, a professor at ${attack} University.\n`,
    ]);
    const path = folder();
    mkdirSync(path, { recursive: true });
    for (const [name, text] of files) writeFileSync(`${path}/${name}`, text!);
    const records = [];
    for await (const one of extract(path, { text: "both", offsets: "utf16" })) records.push(one);
    expect(records).toHaveLength(ATTACKS.length);
    expect(await use(await pageOf(records))).toEqual([]);
  }, 120_000);
});
