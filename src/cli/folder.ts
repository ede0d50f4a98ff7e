import { appendFile, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Piece } from "../index.ts";
import { OutputError, UsageError } from "./exit.ts";
import { type Output, reason, stopOnSignals } from "./output.ts";

/**
 * Opens a folder of results. The files appear in it when all are whole, in place of files of their names; other files
 * that the folder has stay. Nothing is written outside it.
 */
export async function openFolder(path: string): Promise<Output<readonly Piece[]>> {
  const found = await stat(path).catch(() => null);
  if (found && !found.isDirectory()) throw new UsageError(`-o takes a folder for this format, and ${path} is a file`);
  const whole = resolve(path);
  const parts = join(dirname(whole), `.${basename(whole)}.${process.pid}.part`);
  // Not recursive: a folder above that doesn't exist is a mistake, as it is for a file.
  await mkdir(parts).catch((error) => {
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  });
  const failed = (error: unknown) => {
    throw new OutputError(`cannot write ${path}: ${reason(error)}`);
  };
  const abandon = () => rm(parts, { recursive: true, force: true });
  stopOnSignals(abandon);
  return {
    async write(pieces) {
      for (const { file, content } of pieces) await appendFile(inside(parts, file), content).catch(failed);
    },
    finish: () => publish(parts, whole).catch(failed),
    abandon,
  };
}

/** Moves finished files into the folder, which is on the same disk. */
async function publish(parts: string, whole: string): Promise<void> {
  await mkdir(whole, { recursive: true });
  for (const file of await readdir(parts)) await rename(join(parts, file), join(whole, file));
  await rm(parts, { recursive: true, force: true });
}

/** The path of a file in a folder; throws where its name leads out of it. */
function inside(folder: string, file: string): string {
  if (!file || basename(file) !== file || file === "." || file === ".." || file.includes("\\")) {
    throw new Error(`"${file}" is no name of a file`);
  }
  return join(folder, file);
}
