import { expect, test } from "vitest";
import { KINDS } from "../../src/choices.ts";
import { ARTICLE, folder, recordsOf, summits } from "./command.ts";

test.each(KINDS)("report %s of nothing says that there is nothing", (kind) => {
  expect(summits(["report", kind, "none.jsonl"], { cwd: folder({ "none.jsonl": "" }) })).toMatchObject({
    stdout: "",
    stderr: "summits: nothing to read\n",
    code: 66,
  });
});

test("a thousand people at one meeting", () => {
  const names = Array.from({ length: 1000 }, (_, i) => `Minister Ann Lee${String.fromCharCode(97 + (i % 26))}${i}`);
  const text = ARTICLE.replace("The fish", `${names.join(", ")} will meet in Oslo on June 18. The fish`);
  const { stdout, code } = summits(["extract", "-", "-f", "jsonl", "-q"], { input: text });
  expect({ records: recordsOf(stdout).length, code }).toEqual({ records: 1, code: 0 });
  expect(summits(["report", "events", "-"], { input: text }).code).toBe(0);
});

const ATTACK = "<script>alert(1)</script> ]]> \u001b[31m\u202eevil\u202c\u061c";

test.each([
  ["show", "-", "--color", "never", "--why"],
  ["report", "quotes", "-"],
  ["report", "quotes", "-", "--format", "markdown"],
  ["extract", "-"],
])("%s %s shows what is in an article as text, and runs none of it", (...args) => {
  const { stdout } = summits(args, { input: ARTICLE.replace("only about fish", `only about ${ATTACK} fish`) });
  expect(stdout).toContain("Ann Lee");
  expect(stdout).not.toMatch(/[\u0000-\u0008\u001b\u202a-\u202e\u061c]/u);
});
