import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isToldIn } from "../told.ts";
import { ARTICLE, folder, recordsOf, shell, summits } from "./command.ts";

isToldIn("names of files that would be obeyed, or are none");

const NAMES = [
  "line\nbreak.txt",
  "\u001b[31mred\u001b[0m.txt",
  "\u202etxt.gnp.txt",
  "-dash.txt",
  "--help.txt",
  "=1+1.txt",
  "q\"uo't`e$(x)&;.txt",
  `${"a".repeat(251)}.txt`,
  "\ufffd.txt",
];
const files = Object.fromEntries(NAMES.map((name) => [name, ARTICLE]));
const UNPRINTABLE = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

test("files are read whatever they are called, and their ids are their names", () => {
  const { stdout, stderr, code } = summits(["extract", ".", "-f", "jsonl", "--only", "dates"], { cwd: folder(files) });
  expect(
    recordsOf(stdout)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...NAMES].sort());
  expect({ stderr, code }).toEqual({ stderr: `summits: ${NAMES.length} documents\n`, code: 0 });
});

test.each([
  ["extract", "."],
  ["check", ".", "--fail-on", "never"],
  ["check", ".", "--reporter", "github", "--fail-on", "never"],
  ["show", "."],
  ["extract", ".", "-f", "jsonl", "-o", "x.jsonl", "--verbose"],
])("%s %s %s prints no name that a terminal would obey, and each on one line", (...args) => {
  const cwd = folder({ ...files, "\u001b[2Jempty\n\n.txt": "" });
  const { stdout, stderr } = summits(args, { cwd });
  expect(`${stdout}${stderr}`).not.toMatch(UNPRINTABLE);
  for (const line of stderr.trimEnd().split("\n"))
    expect(line).toMatch(/^summits: | {2}(?:read$|(?:error|warning|info) {2})/u);
});

test.each(["brat", "csv"])("as %s they are written under safe names, in the folder alone", (format) => {
  const cwd = folder(files);
  const { code } = summits(["extract", ".", "-f", format, "-o", "out", "-q"], { cwd });
  expect(code).toBe(0);
});

test("a name that is no UTF-8 is told, and hides no file that is called like it", () => {
  const cwd = folder({ "a.txt": ARTICLE, "\ufffd.txt": ARTICLE.replace("fish", "herring") });
  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.of(part))));
  writeFileSync(bytes(join(cwd, "x"), 0xff, ".txt"), ARTICLE);
  writeFileSync(bytes(`${cwd}/`, 0xff, ".txt"), ARTICLE);
  writeFileSync(bytes(`${cwd}/`, 0xff, ".png"), "");
  const { stdout, stderr, code } = summits(["extract", ".", "-f", "jsonl"], { cwd });
  expect(recordsOf(stdout).map(({ type, id }) => [type, id])).toEqual([
    ["document", "a.txt"],
    ["error", "x\ufffd.txt"],
    ["document", "\ufffd.txt"],
    ["error", "\ufffd.txt"],
  ]);
  expect(stdout).toContain("herring");
  expect(stderr).toContain(
    "x\ufffd.txt  error  cannot read this file: its name is not UTF-8, rename it  unreadable-file",
  );
  expect(stderr).toMatch(/2 documents, 2 errors, 1 other file skipped$/mu);
  expect(code).toBe(1);
});

test("what a terminal gets is text and colours, whatever the format", () => {
  const evil = `${ARTICLE}\nErin Fox, a judge, said “no \u001b]0;x\u0007\u001b[2J\u009b5m\u202eways”.\n`;
  const cwd = folder({ "a.jsonl": JSON.stringify({ id: "\u001b[2J\u009bx", text: evil }) });
  const onTerminal = (line: string) => shell(`script -qec '${line}' /dev/null`, cwd).stdout;
  for (const line of [
    "show a.jsonl",
    "extract a.jsonl -f jsonl --text raw",
    "report quotes a.jsonl -f csv",
    "report a.jsonl",
  ]) {
    const shown = onTerminal(`$SUMMITS ${line}`);
    expect(shown).toContain("Erin Fox");
    expect(shown.replaceAll("\r\n", "\n").replace(/\u001b\[[\d;]*[mK]|\r(?=\u001b\[K)/gu, "")).not.toMatch(UNPRINTABLE);
  }
});

test("a mistake in settings that somebody else wrote is shown, not obeyed", () => {
  const cwd = folder({
    "a.txt": ARTICLE,
    "summits.config.json": '{"\\u001b[2Jx": 1, "inputFormat": "\\u009b\\u202e"}',
  });
  const { stderr, code } = summits(["check", "."], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("unknown key");
  expect(stderr).not.toMatch(UNPRINTABLE);
});
