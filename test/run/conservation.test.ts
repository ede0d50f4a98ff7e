import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { documents } from "../../src/index.ts";
import { INPUTS } from "../fuzz/inputs.ts";
import { tableIn } from "../told.ts";

const content = fc.oneof(...Object.values(INPUTS).map(({ input }) => input)).map(({ bytes }) => bytes);
const extension = fc.constantFrom("txt", "html", "md", "jsonl", "json", "csv", "warc", "txt.gz", "jsonl.gz", "png", "");
const file = fc.record({ content, extension, room: fc.constantFrom("", "room", "room/deep"), isLink: fc.boolean() });

/** Every path of a folder, hidden ones aside, told without the tool. */
function pathsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? pathsIn(path) : [path];
  });
}

test("whatever is in a folder, each file of it is a record, an error or a skip", { timeout: 300_000 }, async () => {
  const root = mkdtempSync(join(tmpdir(), "summits-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 6 }), async (files) => {
      const folder = join(root, String(run++));
      for (const [i, { content, extension, room, isLink }] of files.entries()) {
        mkdirSync(join(folder, room), { recursive: true });
        const path = join(folder, room, extension ? `${i}.${extension}` : String(i));
        if (isLink) symlinkSync(["nowhere", basename(path), ".", "/etc/hostname"][i % 4]!, path);
        else writeFileSync(path, content);
      }
      const told = new Set<string>();
      for await (const outcome of documents(folder))
        told.add(outcome.kind === "document" ? outcome.document.file.path : outcome.path);
      const silent = pathsIn(folder).filter((path) => !told.has(path));
      expect(silent.map((path) => [path, statSync(path, { throwIfNoEntry: false })?.size])).toEqual([]);
    }),
    { numRuns: tableIn().get("folders of damaged files and links")![0]!, seed: 1 },
  );
});
