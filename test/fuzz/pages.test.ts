import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { folder, summits } from "../cli/command.ts";

const STRIP = new URL("../../../shared/bench/strip/", import.meta.url).pathname;

// Every page takes minutes: npm run fuzz does it. Else a fixed sample, one page in so many.
const STEP = Number(process.env.FUZZ_CASES ?? 1000) >= 100_000 ? 1 : 40;
const some = <T>(all: readonly T[]) => all.filter((_, i) => i % STEP === 0);

/** The lines of each page's text, as records. */
function texts(name: string): string[] {
  const rows = gunzipSync(readFileSync(join(STRIP, name)))
    .toString()
    .split("\n")
    .filter(Boolean);
  return some(rows).map((row) => {
    const { id, lines } = JSON.parse(row) as { id: string; lines: { text: string }[] };
    return JSON.stringify({ id, text: lines.map(({ text }) => text).join("\n") });
  });
}

describe.skipIf(!existsSync(STRIP))("pages of the web (skipped without benchmarks)", () => {
  const check = (cwd: string, paths: readonly string[]) =>
    summits(["check", ...paths, "--fail-on", "never", "--reporter", "json"], { cwd });

  test("as HTML go through check", { timeout: 3_600_000 }, () => {
    const pages = some(readdirSync(join(STRIP, "html")).sort()).map((name) => join(STRIP, "html", name));
    const { stderr, code } = check(STRIP, pages);
    expect(stderr).toContain(`${pages.length} documents`);
    expect(code).toBe(0);
  });

  test.each(["text-full.dev.jsonl.gz", "text-light.dev.jsonl.gz"])(
    "as text go through check: %s",
    { timeout: 3_600_000 },
    (name) => {
      const records = texts(name);
      const { stderr, code } = check(folder({ "x.jsonl": records.join("\n") }), ["x.jsonl"]);
      expect(stderr).toContain(`${records.length} documents`);
      expect(code).toBe(0);
    },
  );
});
