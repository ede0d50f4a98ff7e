import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { UsageError } from "./exit.ts";
import type { ReadFlags } from "./options.ts";
import { reason } from "./output.ts";

/** The paths of a command line and of --files-from; throws UsageError where there are none. */
export async function inputPaths(paths: readonly string[], { filesFrom, null: isNull }: ReadFlags): Promise<string[]> {
  if (filesFrom === undefined) {
    if (isNull) throw new UsageError("--null is about --files-from FILE, which isn't there");
    if (!paths.length) throw new UsageError("missing required argument 'paths': folders, files, globs, or -");
    return [...paths];
  }
  const text = filesFrom === "-" ? await buffer(process.stdin) : await readNamed("--files-from", filesFrom);
  const listed = text.toString("utf8").split(isNull ? "\0" : /\r?\n/u);
  return [...paths, ...listed.filter(Boolean)];
}

/** The file that an option names; throws UsageError where it can't be read. */
export const readNamed = (option: string, path: string, hint = ""): Promise<Buffer> =>
  readFile(path).catch((error) => {
    throw new UsageError(`${option} ${path}: ${reason(error)}${hint}`);
  });
