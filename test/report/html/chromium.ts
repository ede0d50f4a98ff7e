import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll } from "vitest";

const PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = PATHS.find((path) => existsSync(path));
const isRequired = Boolean(process.env.SUMMITS_NEEDS_SHARED);

const ARGUMENTS =
  "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync";

/** Whether tests that look at a page in a real browser run: not where there is none, unless the build demands it. */
export const hasBrowser = Boolean(executablePath) || isRequired;

if (!hasBrowser) console.warn("tests of the HTML report are skipped: no chromium is installed");

/** What happened while a page was looked at. */
export interface Visit {
  readonly page: Page;
  /** Messages of the console and errors of scripts. */
  readonly messages: readonly string[];
  /** URLs that were asked for, the page itself left out. */
  readonly requests: readonly string[];
}

let browser: Promise<Browser> | null = null;
const folders: string[] = [];

afterAll(async () => {
  await (await browser)?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Opens a page from a file. */
export async function open(
  text: string,
  { width = 1280, scheme = "light" }: { width?: number; scheme?: "light" | "dark" } = {},
): Promise<Visit> {
  browser ??= chromium.launch({ executablePath: executablePath ?? PATHS[0]!, args: ARGUMENTS.split(" ") });
  const folder = mkdtempSync(join(tmpdir(), "summits-page-"));
  folders.push(folder);
  const file = join(folder, "report.html");
  writeFileSync(file, text);
  const page = await (await browser).newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const [messages, requests]: [string[], string[]] = [[], []];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("dialog", (dialog) => {
    messages.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => requests.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return {
    page,
    messages,
    get requests() {
      return requests.filter((one) => one.replace(/#.*/u, "") !== url);
    },
  };
}
