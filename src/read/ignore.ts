import { readFile, stat } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";

/** A line of a .gitignore, or an --exclude. */
interface Pattern {
  readonly test: RegExp;
  /** `!pattern`: lets through what an earlier line left out. */
  readonly isNegated: boolean;
  readonly isForFolders: boolean;
}

/** Patterns of one folder. */
interface Patterns {
  readonly folder: string;
  readonly patterns: readonly Pattern[];
}

const GITIGNORE = ".gitignore";

/** Which files below a folder are left out: those of .gitignore files there and above it, and of patterns of one's own. */
export class Ignored {
  private readonly all: readonly Patterns[];
  private readonly own: Patterns;
  private readonly readsFiles: boolean;

  private constructor(all: readonly Patterns[], own: Patterns, readsFiles: boolean) {
    this.all = all;
    this.own = own;
    this.readsFiles = readsFiles;
  }

  /** What is left out below a folder that was given; `gitignore` false looks at no file. */
  static async below(folder: string, exclude: readonly string[], gitignore: boolean): Promise<Ignored> {
    const root = resolve(folder);
    const own = { folder: root, patterns: exclude.flatMap(parseLine) };
    return new Ignored(gitignore ? await aboveIn(root) : [], own, gitignore);
  }

  /** What is left out below a folder further down. */
  async in(folder: string): Promise<Ignored> {
    const found = this.readsFiles ? await read(folder) : null;
    return found ? new Ignored([...this.all, found], this.own, true) : this;
  }

  has(path: string, isFolder: boolean): boolean {
    // As in git, the last pattern that matches decides.
    let isOut = false;
    for (const { folder, patterns } of [...this.all, this.own]) {
      const name = relative(folder, resolve(path)).split(sep).join("/");
      for (const { test, isNegated, isForFolders } of patterns) {
        if ((isFolder || !isForFolders) && test.test(name)) isOut = !isNegated;
      }
    }
    return isOut;
  }
}

/** Whether a path that was given by itself is left out. */
export const isExcluded = (path: string, exclude: readonly string[]): boolean =>
  exclude.flatMap(parseLine).reduce((isOut, one) => (one.test.test(slashed(path)) ? !one.isNegated : isOut), false);

const slashed = (path: string) =>
  path
    .split(sep)
    .join("/")
    .replace(/^(?:\.?\/)+/u, "");

/** The .gitignore files of the folders above, up to the root of the repository; none where there is no repository. */
async function aboveIn(root: string): Promise<Patterns[]> {
  const found: Patterns[] = [];
  for (let at = root; ; at = dirname(at)) {
    const above = at === root ? null : await read(at);
    if (above) found.unshift(above);
    if (await stat(join(at, ".git")).catch(() => null)) return found;
    if (dirname(at) === at) return [];
  }
}

async function read(folder: string): Promise<Patterns | null> {
  const text = await readFile(join(folder, GITIGNORE), "utf8").catch(() => null);
  return text === null ? null : { folder: resolve(folder), patterns: text.split(/\r?\n/u).flatMap(parseLine) };
}

/** One line of the format that git documents (gitignore(5)). */
function parseLine(line: string): Pattern[] {
  const text = line.replace(/(?<!\\)\s+$/u, "");
  if (!text || text.startsWith("#")) return [];
  const isNegated = text.startsWith("!");
  const bare = text.replace(/^!/u, "").replace(/\/+$/u, "");
  if (!bare) return [];
  // A pattern with a slash inside or in front counts from its folder; any other matches at every depth.
  const isAnchored = bare.includes("/");
  const body = bare.replace(/^\//u, "");
  const test = new RegExp(`^${isAnchored ? "" : "(?:[^]*/)?"}${expressionOf(body)}$`, "u");
  return [{ test, isNegated, isForFolders: text.endsWith("/") }];
}

const TOKEN =
  /\\(?<escaped>.)|(?<lead>^\*\*\/)|(?<tail>\/\*\*$)|(?<between>\/(?:\*\*\/)+)|(?<stars>\*+)|(?<one>\?)|(?<set>\[!?\]?[^\]]*\])|(?<plain>.)/gsu;

/**
 * What stands between two wildcards of a kind is taken at the first place where it fits, for good: what comes later could
 * only fit later. So no pattern that somebody else wrote takes more than a few times the length of a path.
 */
function expressionOf(pattern: string): string {
  const folders: string[] = [""];
  let names: string[] = [""];
  let groups = 0;
  const once = (source: string) => `(?=(?<once${++groups}>${source}))\\k<once${groups}>`;
  const endOfFolder = () => {
    const inside = (name: string) => once(`[^/]*?${name}`);
    folders.push(folders.pop()! + joined(names, inside, (name) => `[^/]*${name}`));
  };
  for (const { groups: g = {} } of pattern.matchAll(TOKEN)) {
    if (g.stars) names.push("");
    else if (g.between) {
      endOfFolder();
      folders.push("");
      names = [""];
    } else names.push(names.pop()! + plainOf(g));
    if (g.plain === "/") {
      endOfFolder();
      names = [""];
    }
  }
  endOfFolder();
  const inside = (folder: string) => once(`/(?:[^]*?/)??${folder}(?=/)`);
  return joined(folders, inside, (folder) => `/(?:[^]*/)?${folder}`);
}

function plainOf(g: Readonly<Record<string, string>>): string {
  if (g.lead) return "(?:[^]*/)?";
  if (g.tail) return "/[^]*";
  if (g.one) return "[^/]";
  return g.set ? setOf(g.set) : literal(g.escaped ?? g.plain ?? "");
}

type Behind = (piece: string) => string;

/** The first piece, then each behind its wildcard. */
const joined = ([first = "", ...rest]: readonly string[], inside: Behind, last: Behind) =>
  first + rest.map((piece, i) => (i < rest.length - 1 ? inside(piece) : last(piece))).join("");

/** "[!a-z]" in the syntax of regular expressions; as it stands where it is none. */
function setOf(set: string): string {
  const inside = set
    .slice(1, -1)
    .replace(/^!/u, "^")
    .replace(/[\\[\]]/gu, "\\$&");
  try {
    new RegExp(`[${inside}]`, "u");
    return `(?!/)[${inside}]`;
  } catch {
    return literal(set);
  }
}

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
