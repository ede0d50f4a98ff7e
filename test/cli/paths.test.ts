import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findInputs } from "../../src/read/inputs.ts";
import { ARTICLE, folder, recordsOf, shell, summits } from "./command.ts";

async function found(root: string, paths: readonly string[], options = {}): Promise<string[]> {
  const ids: string[] = [];
  for await (const input of findInputs(
    paths.map((path) => join(root, path)),
    options,
  )) {
    if (input.kind === "file") ids.push(input.id);
  }
  return ids;
}

const tree = (files: Readonly<Record<string, string>>) =>
  folder(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, text || "x"])));

test("--exclude leaves out files and folders, in the syntax of .gitignore", async () => {
  const root = tree({
    "a.txt": "",
    "b.bak.txt": "",
    "drafts/c.txt": "",
    "x/drafts/d.txt": "",
    "x/y/e.txt": "",
    "x/f.txt": "",
  });
  const without = (...exclude: string[]) => found(root, ["."], { exclude });
  expect(await without("*.bak.txt")).toEqual(["a.txt", "drafts/c.txt", "x/drafts/d.txt", "x/f.txt", "x/y/e.txt"]);
  expect(await without("drafts")).toEqual(["a.txt", "b.bak.txt", "x/f.txt", "x/y/e.txt"]);
  expect(await without("/drafts")).toEqual(["a.txt", "b.bak.txt", "x/drafts/d.txt", "x/f.txt", "x/y/e.txt"]);
  expect(await without("x/**/e.txt", "[ab]*")).toEqual(["drafts/c.txt", "x/drafts/d.txt", "x/f.txt"]);
  expect(await without("x/*", "!x/f.txt")).toEqual(["a.txt", "b.bak.txt", "drafts/c.txt", "x/f.txt"]);
  expect(await without("a.txt/")).toContain("a.txt");
  expect(await without("?.txt")).toEqual(["b.bak.txt"]);
});

test("--exclude holds for files that are named, too", async () => {
  const root = tree({ "a.txt": "", "b.txt": "" });
  expect(await found(root, ["a.txt", "b.txt"], { exclude: ["b.*"] })).toEqual(["a.txt"]);
});

test(".gitignore is obeyed: in a folder, below it, and above it up to the repository", async () => {
  const root = tree({
    ".gitignore": "*.tmp.txt\n# note\n\n/out/\n",
    "a.txt": "",
    "b.tmp.txt": "",
    "in/.gitignore": "c.txt\n!keep.tmp.txt\n",
    "in/c.txt": "",
    "in/d.txt": "",
    "in/keep.tmp.txt": "",
    "in/out/e.txt": "",
    "out/f.txt": "",
  });
  expect(await found(root, ["."])).toEqual(["a.txt", "in/d.txt", "in/keep.tmp.txt", "in/out/e.txt"]);
  expect(await found(root, ["."], { gitignore: false })).toHaveLength(7);
  expect(await found(root, ["in"])).toEqual(["d.txt", "keep.tmp.txt", "out/e.txt"]);
  mkdirSync(join(root, ".git"));
  expect(await found(root, ["out"]), "a folder that was asked for").toEqual(["f.txt"]);
  expect(await found(root, ["b.tmp.txt"]), "a file that was asked for").toEqual(["b.tmp.txt"]);
});

test("patterns that are no patterns harm nobody", async () => {
  const root = tree({ ".gitignore": "[z-a]\n[\n\\\n!\n/\n**\\\n[!\n\ud800\n", "a.txt": "" });
  expect(await found(root, ["."])).toEqual(["a.txt"]);
});

test("paths come from a file or from standard input, with line ends or NUL", () => {
  const cwd = folder({ "x/a.txt": ARTICLE, "y/a.txt": ARTICLE, "list.txt": "x/a.txt\r\ny/a.txt\n" });
  const ids = (stdout: string) => recordsOf(stdout).map(({ id }) => id);
  expect(ids(summits(["extract", "--files-from", "list.txt", "--format", "jsonl", "-q"], { cwd }).stdout)).toEqual([
    "x/a.txt",
    "y/a.txt",
  ]);
  expect(shell("find . -name a.txt -print0 | sort -z | $SUMMITS check --files-from - -0 -q", cwd)).toEqual({
    stdout: "",
    stderr: "",
    code: 0,
  });
  expect(summits(["check", "--files-from", "none.txt"], { cwd })).toMatchObject({ code: 2 });
  expect(summits(["check", "-0", "x"], { cwd })).toMatchObject({ code: 2 });
});

test("messages as lines of JSON, and notes with --verbose", () => {
  const cwd = folder({ "a.txt": ARTICLE.replace("fish,” Lee", "fish, Lee"), "b.txt": "" });
  const { stderr } = summits(["extract", ".", "--format", "jsonl", "--verbose", "--log-format", "json"], { cwd });
  const lines = recordsOf(stderr);
  expect(lines.map(({ level, rule, document, documents }) => [level, rule ?? document ?? documents])).toEqual([
    ["info", "unclosed-quote"],
    ["info", "a.txt"],
    ["warning", "empty-document"],
    ["info", "b.txt"],
    ["info", 2],
  ]);
  expect(lines[2]).toMatchObject({ path: "b.txt", message: "empty: no text at all" });
});

test("a kind of report that was mistyped is no path", () => {
  const { stderr } = summits(["report", "exprts", "a.txt"], { cwd: folder({ "a.txt": ARTICLE }) });
  expect(stderr).toContain('no such file or folder (did you mean the kind "experts"?)');
});
