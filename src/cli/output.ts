import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { EXIT } from "./exit.ts";

/** Where a command's data goes. */
export interface Output<T = string> {
  /** Resolves when the reader is ready for more. */
  write(part: T): Promise<void>;
  /** Makes the whole output visible under its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind that could be taken for a result. */
  abandon(): Promise<void>;
}

/** Opens a file, which appears under its name only when it is whole, or standard output. */
export const openOutput = (path: string | undefined): Promise<Output> | Output =>
  path === undefined ? standardOutput() : fileOutput(path);

function standardOutput(): Output {
  return {
    write: (text) => push(process.stdout, text),
    finish: async () => {},
    abandon: async () => {},
  };
}

async function fileOutput(path: string): Promise<Output> {
  const whileWritten = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  const stream = createWriteStream(whileWritten);
  await once(stream, "open");
  const abandon = async () => {
    stream.destroy();
    await rm(whileWritten, { force: true });
  };
  const stop = (code: number) => void abandon().then(() => process.exit(code));
  process.once("SIGINT", () => stop(EXIT.interrupted));
  process.once("SIGTERM", () => stop(EXIT.terminated));
  return {
    write: (text) => push(stream, text),
    finish: async () => {
      stream.end();
      await once(stream, "close");
      await rename(whileWritten, path);
    },
    abandon,
  };
}

async function push(stream: Writable, text: string): Promise<void> {
  if (!stream.write(text)) await once(stream, "drain");
}

/** A reader that went away (`| head`) ends the command quietly. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.fine);
    throw error;
  });
  // Nobody is left to read messages: go on without them.
  process.stderr.on("error", () => {});
}
