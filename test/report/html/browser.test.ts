import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { hasBrowser, open, type Visit } from "./chromium.ts";
import { fixtureOutcomes, pageOf, recordsOf } from "./pages.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let text: string;
beforeAll(async () => {
  if (hasBrowser) text = await pageOf(await recordsOf(await fixtureOutcomes(), { text: "both", offsets: "utf16" }));
}, 120_000);

/** Serious findings of axe, as rule and element. */
async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    type Results = { violations: { id: string; impact: string; nodes: { html: string }[] }[] };
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Results> } };
    const { violations } = await axe.run();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.slice(0, 5).map(({ html }) => `${id}: ${html.slice(0, 200)}`));
  });
}

const overflow = (page: Page) => page.evaluate("document.documentElement.scrollWidth - innerWidth");
const quiet = ({ messages, requests }: Visit) => [...messages, ...requests];

describe.skipIf(!hasBrowser)("in Chromium", () => {
  test.each([
    [360, "light"],
    [360, "dark"],
    [1600, "light"],
    [1600, "dark"],
  ] as const)(
    "at %i px, %s: no message, no request, no overflow, nothing serious for axe",
    async (width, scheme) => {
      const visit = await open(text, { width, scheme });
      expect(await overflow(visit.page)).toBeLessThanOrEqual(0);
      expect(quiet(visit)).toEqual([]);
      expect(await seriousFindings(visit.page)).toEqual([]);
    },
    180_000,
  );

  test("an unfolded page is as accessible", async () => {
    const { page } = await open(text);
    await page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true");
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }, 180_000);

  test("the colours follow the system until they are chosen", async () => {
    const { page } = await open(text, { scheme: "dark" });
    const paper = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
    const dark = await paper();
    await page.locator("#theme-light").check({ force: true });
    const light = await paper();
    expect(light).not.toBe(dark);
    await page.emulateMedia({ colorScheme: "light" });
    await page.locator("#theme-auto").check({ force: true });
    expect(await paper()).toBe(light);
    await page.locator("#theme-dark").check({ force: true });
    expect(await paper()).toBe(dark);
  });

  test("marks and boilerplate go and come with their toggles", async () => {
    const { page } = await open(text);
    await page.locator("#d1 summary").first().click();
    const style = (selector: string, property: string) =>
      page.evaluate(`getComputedStyle(document.querySelector("${selector}"))["${property}"]`);
    const toggles = [
      ["#show-p", ".text a.p", "textDecorationLine"],
      ["#show-t", ".text .t", "textDecorationLine"],
      ["#show-q", ".text .q", "backgroundColor"],
      ["#show-chrome", ".text .chrome, .text .fold", "display"],
    ] as const;
    for (const [toggle, selector, property] of toggles) {
      const before = await style(selector, property);
      await page.locator(toggle).uncheck({ force: true });
      expect(await style(selector, property)).not.toBe(before);
      await page.locator(toggle).check({ force: true });
      expect(await style(selector, property)).toBe(before);
    }
  });

  test("a mark tells its name, kind and rule when it has the focus, until Escape", async () => {
    const { page } = await open(text);
    await page.evaluate("for (const fold of document.querySelectorAll('article details')) fold.open = true");
    await page.locator("#articles a.p").first().focus();
    await expect.poll(() => page.locator("#tip").textContent()).toMatch(/^\S.*person · [a-z][a-z-]+/u);
    expect(await page.locator("#articles a.p").first().getAttribute("aria-describedby")).toBe("tip");
    await page.keyboard.press("Escape");
    expect(await page.locator("#tip").isVisible()).toBe(false);
  });

  test("a number opens the sentences behind it, and each leads to its place", async () => {
    const { page } = await open(text);
    const link = page.locator("#e1 a.n");
    const count = Number(await link.textContent());
    await link.focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("#panel").isVisible()).toBe(true);
    expect(await page.locator("#panel li").count()).toBe(count);
    const name = await page.locator("#panel li mark").first().textContent();
    await page.locator("#panel li a").first().click();
    expect(await page.locator("#panel").isVisible()).toBe(false);
    const target = await page.evaluate<string>("document.querySelector(':target').textContent");
    expect(target).toBe(name);
    await expect
      .poll(() => page.evaluate("document.querySelector(':target').getBoundingClientRect().top"))
      .toBeLessThan(900);
  });

  test("labels of the network do not overlap, and stay inside", async () => {
    for (const width of [360, 1600]) {
      const { page } = await open(text, { width });
      const boxes = await page.evaluate<{ x: number; y: number; right: number; bottom: number }[]>(
        "[...document.querySelectorAll('.network text')].map((t) => t.getBoundingClientRect()).filter((b) => b.width).map(({ x, y, right, bottom }) => ({ x, y, right, bottom }))",
      );
      expect(boxes.length).toBeGreaterThan(8);
      const overlaps = boxes.flatMap((a, i) =>
        boxes.slice(i + 1).filter((b) => a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom),
      );
      expect(overlaps).toEqual([]);
      expect(boxes.filter(({ x, right }) => x < 0 || right > width)).toEqual([]);
    }
  });

  test("Chinese and Korean have glyphs", async () => {
    const { page } = await open(text);
    // A face without the character draws the same box for all that it lacks.
    const differ = await page.evaluate(() => {
      type Drawing = { font: string; fillText(text: string, x: number, y: number): void };
      const draw = (character: string) => {
        const { document } = globalThis as unknown as {
          document: { createElement(name: string): { getContext(kind: string): Drawing; toDataURL(): string } };
        };
        const canvas = document.createElement("canvas");
        const drawing = canvas.getContext("2d");
        drawing.font = "40px system-ui, serif";
        drawing.fillText(character, 10, 50);
        return canvas.toDataURL();
      };
      return [draw("北") !== draw("京"), draw("북") !== draw("한"), draw("東") !== draw("\u{10fffd}")];
    });
    expect(differ).toEqual([true, true, true]);
  });

  test("paper has the articles, in the colours of the day", async () => {
    const { page } = await open(text, { scheme: "dark" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.evaluate("getComputedStyle(document.documentElement).colorScheme")).toBe("light");
    expect(await page.locator("#d2 .text").isVisible()).toBe(true);
    expect(await page.locator("nav").isVisible()).toBe(false);
  });
});
