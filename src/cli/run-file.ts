import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { finished } from "node:stream/promises";
import { Kept } from "../run/kept.ts";
import { differences, type Manifest, nameOf, type Recipe, readManifest } from "../run/manifest.ts";
import { OutputError, UsageError } from "./exit.ts";
import { reason } from "./output.ts";

/** What is known of a run when it has ended. */
export type RunSummary = Pick<Manifest, "inputs" | "counts">;

/** A file of records that an interrupted run can go on with. */
export interface RunFile {
  /** What earlier runs left; null where it isn't wanted. */
  readonly kept: Kept | null;
  write(line: string): Promise<void>;
  /** Makes the file visible under its name, with its manifest beside it. */
  finish(summary: RunSummary): Promise<void>;
  /** Leaves what is there for --resume. */
  suspend(): Promise<void>;
  /** Leaves nothing behind. */
  abandon(): Promise<void>;
}

/**
 * Opens a file of records. Until it is whole it is FILE.RECIPE.RUN.part, where RECIPE stands for version, options and shard:
 * two runs never write one file, even where one of them was given up for dead on another machine.
 */
export async function openRunFile(path: string, recipe: Recipe, isResumed: boolean): Promise<RunFile> {
  const file = await realpath(path).catch(() => path);
  const part = `${file}.${nameOf(recipe)}.${randomUUID().slice(0, 8)}.part`;
  const left = await partsBeside(file);
  const kept = isResumed ? await keep({ path, file }, recipe, left, part) : null;
  if (!isResumed && left.length) await discard(path, left);
  const stream = createWriteStream(part);
  await once(stream, "open").catch((error) => {
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  });
  const closed = finished(stream).catch((error) => {
    throw new OutputError(`cannot write ${path}: ${reason(error)}`);
  });
  closed.catch(() => {});
  const close = async () => {
    stream.end();
    await closed;
    await kept?.records.close();
  };
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    kept: kept?.records ?? null,
    async write(line) {
      if (stream.destroyed) await closed;
      const chunk = Buffer.from(line);
      hash.update(chunk);
      bytes += chunk.length;
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain").catch(() => {}), closed]);
    },
    async finish(summary) {
      await close();
      const output = { bytes, sha256: hash.digest("hex") };
      const manifest: Manifest = { schema: "summits/run/1", ...recipe, ...summary, output };
      await writeFile(`${part}.manifest`, `${JSON.stringify(manifest, null, 2)}\n`);
      await rename(`${part}.manifest`, `${file}.manifest`);
      await rename(part, file);
      for (const old of kept?.parts ?? []) await rm(old, { force: true });
    },
    suspend: close,
    async abandon() {
      stream.destroy();
      await rm(part, { force: true });
    },
  };
}

/** Parts of FILE that were left beside it. */
async function partsBeside(file: string): Promise<string[]> {
  const name = `${basename(file)}.`;
  const names = await readdir(dirname(file)).catch(() => []);
  return names
    .filter(
      (other) => other.startsWith(name) && /^[0-9a-f]{12}\.[0-9a-f]{8}(?:-\d+)?\.part$/u.test(other.slice(name.length)),
    )
    .map((other) => join(dirname(file), other));
}

async function discard(path: string, left: readonly string[]): Promise<void> {
  process.stderr.write(`summits: begins ${path} anew; --resume goes on with what an interrupted run left\n`);
  for (const part of left) await rm(part, { force: true });
}

/** Takes over what earlier runs of the same recipe left: a run that still writes one of these can't finish it any more. */
async function keep(
  { path, file }: { readonly path: string; readonly file: string },
  recipe: Recipe,
  left: readonly string[],
  own: string,
): Promise<{ records: Kept; parts: string[] }> {
  const records = new Kept();
  if (await stat(file).catch(() => null)) {
    checkFinished(path, await readManifest(file), recipe);
    await records.add(file);
  }
  const other = left.find((part) => !basename(part).startsWith(`${basename(file)}.${nameOf(recipe)}.`));
  if (other) {
    throw new UsageError(`cannot go on with ${path}: ${other} was made with other options or by another version`);
  }
  const parts: string[] = [];
  for (const part of await bySize(left)) {
    const taken = own.replace(/\.part$/u, `-${parts.length}.part`);
    await rename(part, taken);
    if (await records.add(taken)) parts.push(taken);
    else await rm(taken);
  }
  return { records, parts };
}

async function bySize(paths: readonly string[]): Promise<string[]> {
  const sized = await Promise.all(paths.map(async (path) => ({ path, size: (await stat(path)).size })));
  return sized.sort((a, b) => b.size - a.size).map(({ path }) => path);
}

function checkFinished(path: string, manifest: Manifest | null, recipe: Recipe): void {
  const cannot = `cannot go on with ${path}`;
  if (!manifest) throw new UsageError(`${cannot}: no ${path}.manifest tells how it was made`);
  const differ = differences(manifest, recipe);
  if (differ.length) throw new UsageError(`${cannot}: it was made with other options: ${differ.join("; ")}`);
}
