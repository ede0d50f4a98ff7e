import { readFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

/** The place of a file by its path below this folder. The build puts the code of all modules beside this one, and leaves other files where they are. */
export const packaged = (path: string): URL => new URL(path, import.meta.url);

/** Reads a table or model of the package: `readTable("quotes/ranker.bin")`. */
export const readTable = (path: string): Uint8Array => readFileSync(packaged(path));

/** Compresses part of a table, as a file of the package has it (Brotli). */
export const pack = (bytes: Uint8Array): Uint8Array => brotliCompressSync(bytes);

/** What `pack` was given. */
export const unpack = (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes);
