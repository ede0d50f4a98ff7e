import { appendFile, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import type { Piece } from "../report/writer.ts";
import { EXIT, UsageError } from "./exit.ts";
import type { Output } from "./output.ts";

/**
 * Opens a folder of results. The files appear in it when all are whole, in place of files of their names; other files
 * that the folder has stay. Nothing is written outside it.
 */
export async function openFolder(path: string): Promise<Output<readonly Piece[]>> {
  const found = await stat(path).catch(() => null);
  if (found && !found.isDirectory()) throw new UsageError(`-o takes a folder for this format, and ${path} is a file`);
  const whole = resolve(path);
  const parts = join(dirname(whole), `.${basename(whole)}.${process.pid}.part`);
  await mkdir(parts, { recursive: true });
  const abandon = () => rm(parts, { recursive: true, force: true });
  const stop = (code: number) => void abandon().then(() => process.exit(code));
  process.once("SIGINT", () => stop(EXIT.interrupted));
  process.once("SIGTERM", () => stop(EXIT.terminated));
  return {
    async write(pieces) {
      for (const { file, content } of pieces) await appendFile(inside(parts, file), content);
    },
    async finish() {
      await mkdir(whole, { recursive: true });
      for (const file of await readdir(parts)) await rename(join(parts, file), join(whole, file));
      await abandon();
    },
    abandon,
  };
}

/** The path of a file in a folder; throws where its name leads out of it. */
function inside(folder: string, file: string): string {
  if (!file || basename(file) !== file || file === "." || file === ".." || file.includes("\\")) {
    throw new Error(`"${file}" is no name of a file`);
  }
  return join(folder, file);
}
