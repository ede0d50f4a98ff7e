import { expect, test } from "vitest";
import { ARTICLE, folder, summits } from "./command.ts";

const FILES = {
  "binary.txt": Buffer.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
  "empty.txt": "",
  "good.txt": ARTICLE,
  "records.jsonl": `${JSON.stringify({ id: "a", text: ARTICLE })}\n{"id":\n`,
  "unclosed.txt": ARTICLE.replace("fish,” Lee", "fish, Lee"),
};
const check = (...args: string[]) => summits(["check", ...args], { cwd: folder(FILES) });

test("a line for each diagnostic on standard output, the sum on standard error", () => {
  const { stdout, stderr, code } = check(".");
  expect(code).toBe(1);
  for (const line of stdout.trimEnd().split("\n")) {
    expect(line).toMatch(/^[^:\s]+(?::\d+){0,2} {2}(?:error|warning|info) {2}\S.*\S {2}[a-z-]+$/u);
  }
  expect(stdout).toContain("binary.txt  error  not text: ");
  expect(stdout).toContain("empty.txt  warning  empty: no text at all  empty-document\n");
  expect(stdout).toMatch(/^records\.jsonl:2 {2}error {2}not a record: .* {2}broken-record$/mu);
  expect(stdout).toContain("unclosed.txt:7:1  info  quotation mark opened and never closed  unclosed-quote\n");
  expect(stdout).not.toContain("good.txt");
  expect(stderr).toMatch(/^summits: 4 documents, 2 errors: 2 errors, \d+ warnings?, 1 notes?\n$/u);
});

test.each([
  ["error", "empty.txt", 0],
  ["warning", "empty.txt", 1],
  ["never", "binary.txt", 0],
])("--fail-on %s: %s exits %i", (failOn, file, code) => {
  expect(check(file, "--fail-on", failOn, "-q")).toMatchObject({ stderr: "", code });
});

test("a page of nothing but boilerplate", () => {
  const page =
    "Home\nWorld\nSign in\nSubscribe\n\nShare this\nFacebook\n\nLeave a Reply\n\n© 2024 All rights reserved.\n";
  const { stdout } = summits(["check", "-"], { input: page });
  expect(stdout).toContain("no article found: nothing but menus, forms and links  nothing-but-boilerplate");
});
