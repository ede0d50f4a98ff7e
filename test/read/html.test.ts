import { describe, expect, it } from "vitest";
import { renderHtml } from "../../src/read/html.ts";

const statements = (html: string, field: string) =>
  renderHtml(html)
    .markup.statements.filter((each) => each.field === field)
    .map(({ value, origin }) => `${origin}: ${value}`);

describe("renderHtml", () => {
  it("renders the visible text, a block element a line, and tells where it stands in the file", () => {
    const html =
      "<body><script>x<1</script><h1>Talks in\n Oslo</h1><p>They <b>met</b>.<br>Twice.</p><style>p{}</style><p hidden>No</p></body>";
    const { raw, markup } = renderHtml(html);
    expect(raw).toBe("Talks in Oslo\nThey met.\nTwice.\n");
    expect(markup.lines.map(({ start, end }) => raw.slice(start, end))).toEqual([
      "Talks in Oslo",
      "They met.",
      "Twice.",
    ]);
    expect(markup.lines.map((line) => html.slice(line.html.start, line.html.end))).toEqual([
      "Talks in\n Oslo",
      "They <b>met</b>.",
      "Twice.",
    ]);
    expect(markup.lines[1]?.path).toEqual(["html", "body", "p"]);
  });

  it("knows links, classes and table rows", () => {
    const { raw, markup } = renderHtml(
      '<ul class="nav-menu mainNav"><li><a href="/">Home</a></li></ul><table><tr><td>A<td>B</table>',
    );
    expect(raw).toBe("Home\nA\tB\n");
    expect(markup.lines[0]).toMatchObject({ linkDensity: 1, classes: ["nav", "menu", "main", "nav"] });
  });

  it("collects what the markup states", () => {
    const html = `<html lang="en"><head><title>Talks | The Daily</title><meta property="og:title" content="Talks in Oslo">
<meta property="article:published_time" content="2024-01-18T08:21:00Z"><link rel="canonical" href="https://example.org/talks">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Talks","author":[{"@type":"Person","name":"Ann Lee"}],
"dateModified":"2024-01-19","publisher":{"name":"The Daily"}}]}</script></head><body><time datetime="2024-01-18">today</time></body>`;
    expect(statements(html, "title")).toEqual([
      "title-element: Talks | The Daily",
      "meta-og-title: Talks in Oslo",
      "json-ld-article: Talks",
    ]);
    expect(statements(html, "author")).toEqual(["json-ld-article: Ann Lee"]);
    expect(statements(html, "published")).toEqual([
      "meta-article-published-time: 2024-01-18T08:21:00Z",
      "time-element: 2024-01-18",
    ]);
    expect(statements(html, "modified")).toEqual(["json-ld-article: 2024-01-19"]);
    expect(statements(html, "url")).toEqual(["link-canonical: https://example.org/talks"]);
    expect(statements(html, "site")).toEqual(["json-ld-publisher: The Daily"]);
  });

  it("shows hidden prose, which scripts would show", () => {
    const prose = "They met for an hour and spoke of the border. ".repeat(6);
    expect(renderHtml(`<p>Talks</p><div hidden><p>${prose}</p></div>`).raw).toBe(`Talks\n${prose.trim()}\n`);
  });

  it("survives broken and hostile pages", () => {
    const pages = [
      "",
      "<p>cut <b>in the mid",
      "<frameset><frame src=x></frameset>",
      "<script>document.write('x')",
      "<!-- never closed <p>x</p>",
      "<script type='application/ld+json'>{\"@type\": [[[}</script><p>x</p>",
      "<svg><style><p>x</p>",
      `${"<div>".repeat(10_000)}deep`,
      `${"<b>".repeat(2000)}x${"<p>y".repeat(2000)}`,
      "\u0000<p>\ud800</p>",
      "<".repeat(10_000),
      `<p title="${">".repeat(5000)}">x`,
    ];
    for (const html of pages) {
      const { raw, markup } = renderHtml(html);
      for (const line of markup.lines) {
        expect(raw.slice(line.end, line.end + 1)).toBe("\n");
        expect(line.html.end).toBeLessThanOrEqual(html.length);
        expect(line.html.start).toBeLessThan(line.html.end);
      }
    }
    expect(renderHtml(`${"<div>".repeat(10_000)}deep`).raw).toBe("deep\n");
  });
});
