import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { reasonOf } from "../reason.ts";
import { harmless } from "../report/printable.ts";
import { EXIT, OutputError, UsageError } from "./exit.ts";

/** Where a command's data goes. */
export interface Output<T = string> {
  /** Resolves when the reader is ready for more. */
  write(part: T): Promise<void>;
  /** Makes the whole output visible under its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind that could be taken for a result. */
  abandon(): Promise<void>;
}

/**
 * Opens a file, which appears under its name only when it is whole, or standard output. What is painted is harmless
 * but for its own colours; anything else is made so where a terminal shows it.
 */
export const openOutput = (path: string | undefined, isPainted = false): Promise<Output> | Output =>
  path === undefined || path === "-" ? standardOutput(isPainted) : fileOutput(path);

function standardOutput(isPainted: boolean): Output {
  const shown = process.stdout.isTTY && !isPainted ? harmless : (text: string) => text;
  return {
    write: (text) => push(process.stdout, shown(text)),
    finish: async () => {},
    abandon: async () => {},
  };
}

async function fileOutput(path: string): Promise<Output> {
  const { file, isReplaced } = await targetOf(path);
  const written = isReplaced ? join(dirname(file), `.${basename(file)}.${process.pid}.part`) : file;
  const stream = createWriteStream(written);
  const abandon = async () => {
    stream.destroy();
    if (isReplaced) await rm(written, { force: true });
  };
  stopOnSignals(abandon);
  await once(stream, "open").catch((error) => {
    throw new UsageError(`cannot write ${path}: ${reason(error)}`);
  });
  // The stream's own promise: an error is kept until somebody asks.
  const closed = finished(stream).catch((error) => {
    throw new OutputError(`cannot write ${path}: ${reason(error)}`);
  });
  closed.catch(() => {});
  return {
    write: async (text) => {
      if (stream.destroyed) await closed;
      if (!stream.write(text)) await Promise.race([once(stream, "drain").catch(() => {}), closed]);
    },
    finish: async () => {
      stream.end();
      await closed;
      if (isReplaced) await rename(written, file);
    },
    abandon,
  };
}

/** A file is replaced when the new one is whole, behind a link too; a device or a pipe is written to. */
async function targetOf(path: string): Promise<{ file: string; isReplaced: boolean }> {
  const entry = await stat(path).catch(() => null);
  if (!entry) return { file: path, isReplaced: true };
  if (entry.isDirectory()) throw new UsageError(`cannot write ${path}: it is a folder`);
  return { file: await realpath(path), isReplaced: entry.isFile() };
}

/** Whether a path is that of a file, or of nothing yet: not of a device or a pipe. */
export const isRegular = async (path: string): Promise<boolean> => (await targetOf(path)).isReplaced;

/** A system error in words. */
export const reason = (error: unknown) => reasonOf(error as NodeJS.ErrnoException, "no such folder");

/** Gives an output up where the run is interrupted. */
export function stopOnSignals(abandon: () => Promise<void>): void {
  const stop = (code: number) => void abandon().then(() => process.exit(code));
  process.once("SIGINT", () => stop(EXIT.interrupted));
  process.once("SIGTERM", () => stop(EXIT.terminated));
}

async function push(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** A reader that went away (`| head`) ends the command quietly; a full disk ends it with a line. */
export function endOnBrokenOutput(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.fine);
    process.stderr.write(`summits: cannot write: ${reason(error)}\n`);
    process.exit(EXIT.failed);
  });
  // Nobody is left to read messages: go on without them.
  process.stderr.on("error", () => {});
}
