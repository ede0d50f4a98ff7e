import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readDocuments } from "../../src/read/documents.ts";
import { findInputs, type Input } from "../../src/read/inputs.ts";

function folder(...names: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "summits-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of names) {
    mkdirSync(join(root, name, ".."), { recursive: true });
    writeFileSync(join(root, name), "Ann Lee said no.\n");
  }
  return root;
}

async function inputsOf(...paths: string[]): Promise<Input[]> {
  const inputs: Input[] = [];
  for await (const input of findInputs(paths)) inputs.push(input);
  return inputs;
}

const brief = (input: Input) =>
  input.kind === "file" ? input.id : "diagnostic" in input ? `${input.kind}: ${input.diagnostic.message}` : input.kind;

test("a folder is walked in one order, hidden files and node_modules are passed over", async () => {
  const root = folder("b.txt", "a/z.md", "a/B.HTML", ".git/x.txt", "a/.x.txt", "node_modules/p/README.md", "Z.jsonl");
  expect((await inputsOf(root)).map(brief)).toEqual(["Z.jsonl", "a/B.HTML", "a/z.md", "b.txt"]);
});

test("a file given by itself is read whatever it is called", async () => {
  const root = folder("article", "x.docx");
  expect((await inputsOf(join(root, "article"), join(root, "x.docx"))).map(brief)).toEqual(["article", "x.docx"]);
  expect((await inputsOf(root)).map(brief)).toEqual([
    "skipped",
    "skipped",
    "missing: no articles in this folder, only other files",
  ]);
});

test("a link to a folder is followed where it is given, and not inside a folder", async () => {
  const root = folder("in/a.txt");
  symlinkSync("in", join(root, "link"));
  symlinkSync("..", join(root, "in/up"));
  expect((await inputsOf(join(root, "link"))).map(brief)).toEqual(["a.txt", "skipped"]);
  expect((await inputsOf(root)).map(brief)).toEqual(["in/a.txt", "skipped", "skipped"]);
});

test("links out of a folder, and around in circles, are followed only where that is wanted", async () => {
  const root = folder("in/a.txt", "in/deep/b.txt", "out/c.txt", "out/more/d.txt");
  symlinkSync("../out/c.txt", join(root, "in/escape.txt"));
  symlinkSync("deep/b.txt", join(root, "in/inside.txt"));
  symlinkSync("../out", join(root, "in/room"));
  symlinkSync("../../in", join(root, "out/more/back"));
  symlinkSync(".", join(root, "in/self"));
  const found = async (follow: boolean) => {
    const ids: string[] = [];
    for await (const one of findInputs([join(root, "in")], { follow }))
      ids.push(one.kind === "skipped" ? one.diagnostics![0]!.message.replace(/.*: /u, "not: ") : brief(one));
    return ids;
  };
  const [toFolder, out] = ["not: it leads to a folder", "not: it leads out of the folder"];
  const back = "problem: cannot follow this symbolic link: it leads back to itself";
  expect(await found(false)).toEqual(["a.txt", "deep/b.txt", out, "inside.txt", toFolder, toFolder]);
  expect(await found(true)).toEqual([
    ...["a.txt", "deep/b.txt", "escape.txt", "inside.txt", "room/c.txt"],
    ...[back, "room/more/d.txt", back],
  ]);
});

test("a path through a file leads nowhere", async () => {
  const root = folder("a.txt");
  expect((await inputsOf(join(root, "a.txt/b.txt"))).map(brief)).toEqual([
    "problem: cannot read this file: a part of this path is no folder",
  ]);
});

test("a file that vanishes between being found and being read", async () => {
  const root = folder("a.txt", "b.txt");
  const inputs = await inputsOf(root);
  rmSync(join(root, "a.txt"));
  const outcomes: string[] = [];
  for (const input of inputs) {
    if (input.kind === "skipped") continue;
    const options = { inputFormat: "auto", published: null, maxBytes: 1000 } as const;
    for await (const read of readDocuments(input, options)) {
      outcomes.push(read.kind === "error" ? `${read.id}: ${read.diagnostic.message}` : read.kind);
    }
  }
  expect(outcomes).toEqual(["a.txt: cannot read this file: it vanished during the run", "document"]);
});
