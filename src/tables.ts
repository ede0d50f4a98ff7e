import { readFileSync } from "node:fs";

/** Reads a table or model that is packed beside the module that needs it: `readTable("names.bin", import.meta.url)`. */
export const readTable = (name: string, beside: string): Uint8Array => readFileSync(new URL(name, beside));
