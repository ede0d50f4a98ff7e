import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "oxc-parser";

/** A regular expression of the tool and the file that it stands in, or is made in. */
export interface Pattern {
  readonly pattern: RegExp;
  readonly file: string;
}

const SRC = new URL("../../src/", import.meta.url);
/** Run while the tool is built or trained, on files of our own. */
const BUILD_STEP = /(?:^|\/)(?:train[\w-]*|compile)\.ts$/;

/** Begins its work when it is loaded, and only in a thread of its own. */
const THREAD = "run/worker.ts";

/** Every regular expression of the tool: those written in it, and those that are built when its modules are loaded. */
export async function collectPatterns(): Promise<Pattern[]> {
  const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !BUILD_STEP.test(file))
    .sort();
  const found = new Map<string, Pattern>();
  const put = (pattern: RegExp, file: string) => {
    if (!found.has(String(pattern))) found.set(String(pattern), { pattern, file });
  };
  for (const file of files) for (const pattern of literalsIn(file)) put(pattern, file);
  for (const file of files) if (file !== THREAD) for (const pattern of await builtBy(file)) put(pattern, file);
  return [...found.values()];
}

function literalsIn(file: string): RegExp[] {
  const { program } = parseSync(file, readFileSync(new URL(file, SRC), "utf8"));
  const literals: RegExp[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) literals.push(new RegExp(regex.pattern, regex.flags));
    else Object.values(node).forEach(visit);
  };
  visit(program);
  return literals;
}

/** Watches `new RegExp` while a module is loaded. */
async function builtBy(file: string): Promise<RegExp[]> {
  const built: RegExp[] = [];
  const Original = globalThis.RegExp;
  const Watched: RegExpConstructor = new Proxy(Original, {
    construct(target, args, newTarget) {
      const pattern = Reflect.construct(target, args, newTarget === Watched ? target : newTarget) as RegExp;
      built.push(pattern);
      return pattern;
    },
  });
  globalThis.RegExp = Watched;
  try {
    await import(new URL(file, SRC).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return built;
}
