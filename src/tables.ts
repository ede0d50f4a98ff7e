import { readFileSync } from "node:fs";

/** The place of a file by its path below this folder. The build puts the code of all modules beside this one, and leaves other files where they are. */
export const packaged = (path: string): URL => new URL(path, import.meta.url);

/** Reads a table or model of the package: `readTable("quotes/ranker.bin")`. */
export const readTable = (path: string): Uint8Array => readFileSync(packaged(path));
