import { pipeline, Readable } from "node:stream";
import { constants, createGunzip } from "node:zlib";
import { diagnose } from "../diagnostic.ts";
import { LIMITS } from "../limits.ts";
import { InputProblem } from "./reader.ts";

// Below this many bytes no ratio does harm.
const HARMLESS = 16 * 1024 * 1024;

/** Whether bytes begin as gzip does (RFC 1952). */
export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Decompresses gzip, also of many members one after another (RFC 1952), chunk by chunk; throws InputProblem. */
export async function* gunzip(
  chunks: AsyncIterable<Uint8Array>,
  maxRatio: number = LIMITS.maxRatio,
): AsyncGenerator<Uint8Array> {
  const unpacker = createGunzip({ finishFlush: constants.Z_FINISH, chunkSize: 1 << 16 });
  const source = Readable.from(chunks, { objectMode: false });
  pipeline(source, unpacker, () => {});
  let unpacked = 0;
  try {
    for await (const chunk of unpacker) {
      unpacked += chunk.length;
      if (unpacked > HARMLESS && unpacked > maxRatio * unpacker.bytesWritten) {
        const sizes = `${unpacker.bytesWritten} bytes grew to more than ${unpacked}`;
        throw new InputProblem(diagnose("compression-bomb", `${sizes}, above --max-ratio ${maxRatio}`));
      }
      yield chunk;
    }
  } catch (error) {
    throw isZlib(error) ? new InputProblem(diagnose("broken-gzip", reasonOf(error))) : error;
  }
}

const isZlib = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && /^Z_/u.test(String((error as NodeJS.ErrnoException).code));

const reasonOf = ({ code, message }: NodeJS.ErrnoException): string =>
  code === "Z_BUF_ERROR" ? "it is cut off; what came before was read" : message;
