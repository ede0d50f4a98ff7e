import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openFolder } from "../../src/cli/folder.ts";

const root = mkdtempSync(join(tmpdir(), "summits-folder-"));
afterAll(() => rmSync(root, { recursive: true }));

test("files appear when all are whole; those of other names stay", async () => {
  const path = join(root, "out");
  for (const text of ["one", "two"]) {
    const out = await openFolder(path);
    await out.write([
      { file: "a.txt", content: text },
      { file: "b.bin", content: new Uint8Array([1, 2]) },
    ]);
    await out.write([{ file: "a.txt", content: "!" }]);
    if (text === "one") expect(existsSync(path)).toBe(false);
    await out.finish();
    expect(readFileSync(join(path, "a.txt"), "utf8")).toBe(`${text}!`);
    writeFileSync(join(path, "mine.txt"), "mine");
  }
  expect(readdirSync(path).sort()).toEqual(["a.txt", "b.bin", "mine.txt"]);
  expect(readdirSync(root)).toEqual(["out"]);
});

test("a run that is given up leaves nothing", async () => {
  const out = await openFolder(join(root, "gone"));
  await out.write([{ file: "a.txt", content: "x" }]);
  await out.abandon();
  expect(readdirSync(root)).not.toContain("gone");
});

test.each(["../a", "/etc/a", "a/b", "..", ".", "", "a\\b"])("%j is no name of a file in the folder", async (file) => {
  const out = await openFolder(join(root, "safe"));
  await expect(out.write([{ file, content: "x" }])).rejects.toThrow("no name of a file");
  await out.abandon();
});

test("a file can't be a folder", async () => {
  writeFileSync(join(root, "file"), "");
  await expect(openFolder(join(root, "file"))).rejects.toThrow("is a file");
});
