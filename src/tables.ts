import { readFileSync } from "node:fs";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";

/** Reads a table or model that is packed beside the module that needs it: `readTable("names.bin", import.meta.url)`. */
export const readTable = (name: string, beside: string): Uint8Array => readFileSync(new URL(name, beside));

/** Compresses part of a table, as a file of the package has it (Brotli). */
export const pack = (bytes: Uint8Array): Uint8Array => brotliCompressSync(bytes);

/** What `pack` was given. */
export const unpack = (bytes: Uint8Array): Uint8Array => brotliDecompressSync(bytes);
