import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ARTICLE } from "../cli/command.ts";

const ROOT = new URL("../..", import.meta.url).pathname;
const MEGABYTE = 1024 * 1024;

const project = mkdtempSync(join(tmpdir(), "summits-project-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const run = (program: string, args: readonly string[], cwd = project) => {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd, encoding: "utf8" });
  return { stdout, stderr, status };
};

const sizeOf = (path: string): number => {
  const entry = statSync(path);
  return entry.isDirectory() ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0) : entry.size;
};

let tarball = "";
let offline = "";

beforeAll(() => {
  // The build is there already; "prepare" would remove it under the other tests.
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", project], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  tarball = join(project, JSON.parse(packed)[0].filename);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "project", private: true, type: "module" }));
  writeFileSync(join(project, "a.txt"), ARTICLE);
  const installed = run("npm", ["install", tarball, "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"]);
  if (installed.status !== 0) offline = installed.stderr;
}, 300_000);

const isInstalled = () => {
  if (offline) console.warn(`skipped: the registry can't be reached\n${offline}`);
  return !offline;
};

test("the package is small, and holds what runs and nothing else", () => {
  const files = execFileSync("tar", ["tzf", tarball], { encoding: "utf8" }).trim().split("\n");
  expect(statSync(tarball).size).toBeLessThan(2 * MEGABYTE);
  expect(files.filter((file) => !/^package\/(?:dist\/|package\.json$|README\.md$|LICENSE$)/u.test(file))).toEqual([]);
  expect(files.filter((file) => /\/train\.|(?<!\.d)\.ts$|\.test\./u.test(file))).toEqual([]);
});

test("publint and arethetypeswrong find nothing", () => {
  const publint = run(join(ROOT, "node_modules/.bin/publint"), [tarball, "--strict"]);
  expect(publint.stdout + publint.stderr).toMatch(/All good|no issues/iu);
  const attw = run(join(ROOT, "node_modules/.bin/attw"), [tarball, "--profile", "esm-only", "--no-color"]);
  expect({ status: attw.status, stdout: attw.status ? attw.stdout : "" }).toEqual({ status: 0, stdout: "" });
});

test("installed into an empty project, it takes less than 60 MB with all that it needs", (context) => {
  if (!isInstalled()) return context.skip();
  expect(sizeOf(join(project, "node_modules")) / MEGABYTE).toBeLessThan(60);
});

test("the library of the installed package runs", (context) => {
  if (!isInstalled()) return context.skip();
  const script = `
    import { check, extract, report } from "summits";
    for await (const { id, sources } of extract("a.txt")) console.log(id, sources.length);
    for await (const { path, findings } of check(["a.txt"])) console.log(path, findings.length);
    const [experts] = await report("a.txt", { kind: "experts" });
    console.log(experts.rows.map(({ name }) => name).join());
  `;
  writeFileSync(join(project, "run.js"), script);
  expect(run(process.execPath, ["run.js"])).toEqual({
    stdout: "a.txt 2\na.txt 0\nCarla Berg\n",
    stderr: "",
    status: 0,
  });
});

test("the types of the installed package are those of the library", (context) => {
  if (!isInstalled()) return context.skip();
  const script = `
    import { extract, report, type DocumentRecord, type Section } from "summits";
    export async function names(paths: readonly string[], signal: AbortSignal): Promise<string[]> {
      const names: string[] = [];
      for await (const record of extract(paths, { offsets: "utf16", signal })) {
        if (record.type === "document") names.push(...(record.entities ?? []).map((entity) => entity.name));
      }
      return names;
    }
    export const sections: Promise<Section[]> = report("a.txt");
    export const headline = (record: DocumentRecord): string | undefined => record.headline?.text;
    // @ts-expect-error: no such unit
    extract("a.txt", { offsets: "word" });
  `;
  writeFileSync(join(project, "types.ts"), script);
  cpSync(join(ROOT, "node_modules/@types/node"), join(project, "node_modules/@types/node"), { recursive: true });
  cpSync(join(ROOT, "node_modules/undici-types"), join(project, "node_modules/undici-types"), { recursive: true });
  const flags = ["--noEmit", "--strict", "--module", "nodenext", "--target", "es2023", "--types", "node", "types.ts"];
  expect(run(join(ROOT, "node_modules/.bin/tsc"), flags)).toEqual({ stdout: "", stderr: "", status: 0 });
});

test("the command of the installed package runs", (context) => {
  if (!isInstalled()) return context.skip();
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  expect(run("npx", ["--no-install", "summits", "--version"]).stdout).toBe(`${version}\n`);
  expect(run("npx", ["--no-install", "summits", "report", "experts", "a.txt"]).stdout).toContain("Carla Berg");
});
