import { isUtf8 } from "node:buffer";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { type Diagnostic, diagnose } from "../diagnostic.ts";
import { reasonOf } from "../reason.ts";
import { Ignored, isExcluded } from "./ignore.ts";

/** Something to read, or something that was to be read and can't be. `id` is the path below the folder that was given. */
export type Input =
  | { readonly kind: "stdin" }
  /** `named`: given by itself, so read whatever its extension says. */
  | { readonly kind: "file"; readonly path: string; readonly id: string; readonly named: boolean }
  | { readonly kind: "problem"; readonly path: string; readonly id: string; readonly diagnostic: Diagnostic }
  | { readonly kind: "missing"; readonly path: string; readonly id: string; readonly diagnostic: Diagnostic }
  | { readonly kind: "skipped"; readonly path: string; readonly diagnostics?: readonly Diagnostic[] };

const EXTENSION = /\.(?:txt|text|md|markdown|html?|xhtml|jsonl|ndjson|json|csv|tsv|warc)(?:\.gz)?$/iu;

/** Which of the files behind paths are read. */
export interface FindOptions {
  /** Patterns of files and folders that are left out, in the syntax of .gitignore. */
  readonly exclude?: readonly string[];
  /** Whether .gitignore files are obeyed; true where absent. */
  readonly gitignore?: boolean;
  /** Whether symbolic links to folders, and out of the folder that was given, are followed; false where absent. */
  readonly follow?: boolean;
  /** Whether a file that is given by itself has its path as id, and not its name alone. */
  readonly pathIds?: boolean;
}

/** Finds the files behind the paths of a command line: files, folders (recursive, sorted), globs, `-` for standard input. */
export async function* findInputs(paths: readonly string[], options: FindOptions = {}): AsyncGenerator<Input> {
  const { exclude = [] } = options;
  for (const path of paths) {
    if (path === "-") yield { kind: "stdin" };
    else if (exclude.length) yield* withoutExcluded(expand(path, options), exclude);
    else yield* expand(path, options);
  }
}

async function* withoutExcluded(inputs: AsyncIterable<Input>, exclude: readonly string[]): AsyncGenerator<Input> {
  for await (const input of inputs) {
    const isOut = input.kind === "file" && input.named && isExcluded(input.path, exclude);
    yield isOut ? { kind: "skipped", path: input.path } : input;
  }
}

async function* expand(path: string, options: FindOptions): AsyncGenerator<Input> {
  const kind = await kindOf(path);
  if (kind === "folder") yield* folderInputs(path, options);
  else if (kind === "file" || kind === "stream") {
    yield { kind: "file", path, id: options.pathIds ? path : basename(path), named: true };
  } else if (kind.code === "ENOENT" && /[*?[{]/u.test(path)) yield* expandGlob(path);
  else yield problem(path, basename(path), kind);
}

async function* expandGlob(pattern: string): AsyncGenerator<Input> {
  const { glob } = await import("tinyglobby");
  const found = (await glob(pattern, { expandDirectories: false })).sort(byCodeUnit);
  if (!found.length) yield missing(pattern, "no file matches this pattern");
  for (const path of found) yield { kind: "file", path, id: path, named: true };
}

async function* folderInputs(path: string, options: FindOptions): AsyncGenerator<Input> {
  const { exclude = [], gitignore = true, follow = false } = options;
  let [found, skipped] = [0, 0];
  const home = await realpath(path).catch(() => path);
  const walked: Walk = { root: path, home, follow, trail: [home] };
  for await (const input of walk(walked, path, await Ignored.below(path, exclude, gitignore))) {
    yield input;
    if (input.kind === "skipped") skipped++;
    else found++;
  }
  if (!found) yield missing(path, skipped ? "no articles in this folder, only other files" : "this folder is empty");
}

// Folders of packages, and the settings of this tool.
const OURS = new Set(["node_modules", "summits.config.json"]);

/** A walk through a folder that was given, whose real path is `home`. */
interface Walk {
  readonly root: string;
  readonly home: string;
  readonly follow: boolean;
  /** Real paths of the folder that was given and of those that links led into on the way here. */
  readonly trail: readonly string[];
}

async function* walk(walked: Walk, folder: string, above: Ignored): AsyncGenerator<Input> {
  const { root } = walked;
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    yield problem(folder, relative(root, folder) || folder, error as NodeJS.ErrnoException);
    return;
  }
  const ignored = entries.some(({ name }) => name === ".gitignore") ? await above.in(folder) : above;
  for (const { name, isUtf8, entry } of entries) {
    const path = join(folder, name);
    if (name.startsWith(".") || OURS.has(name)) continue;
    if (ignored.has(path, entry.isDirectory())) yield { kind: "skipped", path };
    else if (!isUtf8 && (entry.isDirectory() || EXTENSION.test(path))) yield unnameable(path, relative(root, path));
    else if (entry.isDirectory()) yield* walk(walked, path, ignored);
    else if (entry.isSymbolicLink()) yield* linkedInputs(walked, path, ignored);
    else if (entry.isFile() && EXTENSION.test(path)) {
      yield { kind: "file", path, id: relative(root, path), named: false };
    } else yield { kind: "skipped", path };
  }
}

/** What is in a folder, in order of names. A name of other bytes than UTF-8 is no path: as text it may even be that of another file. */
const list = async (folder: string) =>
  (await readdir(folder, { withFileTypes: true, encoding: "buffer" }))
    .map((entry) => ({ name: entry.name.toString(), isUtf8: isUtf8(entry.name), entry }))
    .sort((a, b) => byCodeUnit(a.name, b.name) || Number(b.isUtf8) - Number(a.isUtf8));

const unnameable = (path: string, id: string): Input => ({
  kind: "problem",
  path,
  id,
  diagnostic: diagnose("unreadable-file", "its name is not UTF-8, rename it"),
});

/** A link to a file of the same folder is read; one that leads out of it, or to a folder, only where links are followed. */
async function* linkedInputs(walked: Walk, path: string, ignored: Ignored): AsyncGenerator<Input> {
  const { root, home, follow, trail } = walked;
  const id = relative(root, path);
  const kind = await kindOf(path);
  if (typeof kind !== "string") {
    const reason = kind.code === "ELOOP" ? BACK : reasonOf(kind, "its target doesn't exist");
    yield { kind: "problem", path, id, diagnostic: diagnose("broken-link", reason) };
    return;
  }
  const target = await realpath(path).catch(() => path);
  if (kind === "folder") {
    if (!follow) yield unfollowed(path, "it leads to a folder");
    else if ([...trail, await realpath(dirname(path)).catch(() => home)].some((real) => holds(target, real))) {
      yield { kind: "problem", path, id, diagnostic: diagnose("broken-link", BACK) };
    } else yield* walk({ ...walked, trail: [...trail, target] }, path, ignored);
  } else if (kind !== "file" || !EXTENSION.test(path)) yield { kind: "skipped", path };
  else if (follow || holds(home, target)) yield { kind: "file", path, id, named: false };
  else yield unfollowed(path, "it leads out of the folder");
}

const BACK = "it leads back to itself";
const holds = (folder: string, path: string) =>
  `${path}${sep}`.startsWith(folder.endsWith(sep) ? folder : folder + sep);

const unfollowed = (path: string, reason: string): Input => ({
  kind: "skipped",
  path,
  diagnostics: [diagnose("unfollowed-link", reason)],
});

/** A stream is a pipe or a device: read where it is given by itself, for it may never end. */
async function kindOf(path: string): Promise<"file" | "folder" | "stream" | NodeJS.ErrnoException> {
  try {
    const entry = await stat(path);
    return entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "stream";
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

function problem(path: string, id: string, error: NodeJS.ErrnoException): Input {
  if (error.code === "ENOENT") return missing(path, "no such file or folder");
  const diagnostic =
    error.code === "ELOOP" ? diagnose("broken-link", BACK) : diagnose("unreadable-file", reasonOf(error));
  return { kind: "problem", path, id, diagnostic };
}

const missing = (path: string, reason: string): Input => ({
  kind: "missing",
  path,
  id: path,
  diagnostic: diagnose("no-such-input", reason),
});

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
