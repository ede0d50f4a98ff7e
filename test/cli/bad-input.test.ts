import { chmodSync, mkdirSync, symlinkSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLE, folder, recordsOf, shell, summits } from "./command.ts";

const jsonl = (paths: readonly string[], cwd: string) => summits(["extract", ...paths, "--format", "jsonl"], { cwd });
const idsOf = (stdout: string) =>
  recordsOf(stdout)
    .filter(({ type }) => type === "document")
    .map(({ id }) => id);

test("a path that doesn't exist: one line, exit 66", () => {
  const { stdout, stderr, code } = summits(["extract", "no/such"], { cwd: folder() });
  expect({ stdout, code }).toMatchObject({ stdout: "", code: 66 });
  expect(stderr).toBe("no/such  error  no such file or folder  no-such-input\nsummits: nothing to read\n");
});

test("a path that doesn't exist, beside one that does: that one is done, exit 1", () => {
  const { stdout, stderr, code } = jsonl(["gone.txt", "a.txt"], folder({ "a.txt": ARTICLE }));
  expect(code).toBe(1);
  expect(stderr).toBe("gone.txt  error  no such file or folder  no-such-input\nsummits: 1 document, 1 error\n");
  expect(recordsOf(stdout).map(({ type }) => type)).toEqual(["error", "document"]);
});

test("a folder with nothing in it, or nothing that is read: one line, exit 66", () => {
  const cwd = folder({
    "pictures/a.png": "x",
    "pictures/.hidden.txt": ARTICLE,
    "pictures/node_modules/b.txt": ARTICLE,
  });
  mkdirSync(join(cwd, "empty"));
  expect(summits(["extract", "empty"], { cwd })).toMatchObject({
    stdout: "",
    stderr: "empty  error  this folder is empty  no-such-input\nsummits: nothing to read\n",
    code: 66,
  });
  const { stderr, code } = summits(["extract", "pictures"], { cwd });
  expect(code).toBe(66);
  expect(stderr).toContain("pictures  error  no articles in this folder, only other files  no-such-input\n");
});

test("an empty folder beside an article", () => {
  const cwd = folder({ "a.txt": ARTICLE });
  mkdirSync(join(cwd, "empty"));
  const { stdout, stderr, code } = jsonl(["empty", "a.txt"], cwd);
  expect({ ids: idsOf(stdout), code }).toEqual({ ids: ["a.txt"], code: 1 });
  expect(stderr).toContain("empty  error  this folder is empty  no-such-input\n");
});

test("a folder with the name of a file is a folder", () => {
  const cwd = folder({ "x.txt/a.txt": ARTICLE, "y/z.html/b.txt": ARTICLE });
  expect(idsOf(jsonl(["x.txt", "y"], cwd).stdout)).toEqual(["a.txt", "z.html/b.txt"]);
});

test("files of every bad kind: a line each, and the good ones are done in their order", () => {
  const cwd = folder({
    "a.txt": ARTICLE,
    "empty.txt": "",
    "nul.txt": ARTICLE.replaceAll("fish", "f\0sh"),
    "picture.txt": Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 37 + 11) % 256)),
    "undecodable.txt": Buffer.concat([Buffer.from(`${ARTICLE}é é é é é é é é é é `), Buffer.from([0xff, 0xfe, 0x80])]),
    "z.txt": ARTICLE,
  });
  symlinkSync("nowhere.txt", join(cwd, "broken.txt"));
  symlinkSync("loop.txt", join(cwd, "loop.txt"));
  symlinkSync(".", join(cwd, "here"));
  const { stdout, stderr, code } = jsonl(["."], cwd);
  expect(code).toBe(1);
  expect(idsOf(stdout)).toEqual(["a.txt", "empty.txt", "nul.txt", "undecodable.txt", "z.txt"]);
  for (const line of [
    "broken.txt  error  cannot follow this symbolic link: its target doesn't exist  broken-link",
    "loop.txt  error  cannot follow this symbolic link: it leads back to itself  broken-link",
    "picture.txt  error  not text: most likely an image, an archive or a document format  binary-file",
    "empty.txt  warning  empty: no text at all  empty-document",
  ]) {
    expect(stderr.split("\n")).toContain(line);
  }
  expect(stderr).toMatch(/^nul\.txt:7:\d+ {2}warning {2}NUL characters in the text {2}nul-characters$/mu);
  expect(stderr).toMatch(
    /^undecodable\.txt:10:\d+ {2}warning {2}bytes that are not valid utf-8 were .* {2}undecodable-bytes$/mu,
  );
  expect(stderr).toMatch(/\nsummits: 5 documents, 3 errors, 1 other file skipped\n$/u);
});

test("a link given by itself that leads nowhere, or back to itself", () => {
  const cwd = folder();
  symlinkSync("nowhere", join(cwd, "broken"));
  symlinkSync("loop", join(cwd, "loop"));
  expect(summits(["extract", "loop"], { cwd }).stderr).toContain("loop  error  cannot follow this symbolic link");
  expect(summits(["extract", "broken"], { cwd })).toMatchObject({ code: 66 });
});

test("a file of 200 MB: one line, and the others are done", () => {
  const cwd = folder({ "a.txt": ARTICLE, "big.txt": "", "c.txt": ARTICLE });
  truncateSync(join(cwd, "big.txt"), 200 * 1024 * 1024);
  const { stdout, stderr, code } = jsonl(["."], cwd);
  expect({ ids: idsOf(stdout), code }).toEqual({ ids: ["a.txt", "c.txt"], code: 1 });
  expect(stderr).toMatch(/^big\.txt {2}error {2}larger than the limit: .*--max-bytes 67108864 {2}file-too-large$/mu);
});

test.skipIf(process.getuid?.() === 0)("a file without permission to read (root may read any)", () => {
  const cwd = folder({ "a.txt": ARTICLE, "secret.txt": ARTICLE });
  chmodSync(join(cwd, "secret.txt"), 0);
  const { stdout, stderr, code } = jsonl(["."], cwd);
  expect({ ids: idsOf(stdout), code }).toEqual({ ids: ["a.txt"], code: 1 });
  expect(stderr).toContain("secret.txt  error  cannot read this file: permission denied  unreadable-file\n");
});

test("a pipe is read where it is given by itself, and left alone in a folder", () => {
  const cwd = folder({ "a.txt": ARTICLE });
  expect(shell("$SUMMITS extract <(cat a.txt) --format jsonl", cwd)).toMatchObject({ code: 0 });
  expect(shell("mkfifo b.txt; ln -s b.txt c.txt; $SUMMITS extract . -q --format jsonl | wc -l", cwd)).toMatchObject({
    stdout: expect.stringMatching(/^\s*1\n$/u),
    stderr: "",
  });
  const endless = summits(["extract", "/dev/zero", "--max-bytes", "1000000"], { cwd });
  expect(endless.stderr).toContain("/dev/zero  error  larger than the limit");
});

test("a control sequence in a name doesn't reach the terminal", () => {
  const cwd = folder({ "a\u001b[31mred\n.txt": "" });
  const { stderr } = jsonl(["."], cwd);
  expect(stderr).not.toMatch(/\u001b|red\n\.txt/u);
});

test("globs", () => {
  const cwd = folder({
    "b/2.txt": ARTICLE,
    "b/1.txt": ARTICLE,
    "b/3.md": ARTICLE,
    "c/4.txt": ARTICLE,
    "d[1].txt": ARTICLE,
  });
  expect(idsOf(jsonl(["*/*.txt"], cwd).stdout)).toEqual(["b/1.txt", "b/2.txt", "c/4.txt"]);
  expect(idsOf(jsonl(["d[1].txt"], cwd).stdout), "a file whose name looks like a pattern").toEqual(["d[1].txt"]);
  expect(jsonl(["*.html"], cwd)).toMatchObject({
    stderr: "*.html  error  no file matches this pattern  no-such-input\nsummits: nothing to read\n",
    code: 66,
  });
});
