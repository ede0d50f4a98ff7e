import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const ROOT = new URL("../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, ROOT), "utf8");
const manifest = JSON.parse(read("package.json"));
const { packages }: { packages: Record<string, Locked> } = JSON.parse(read("package-lock.json"));

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly hasInstallScript?: boolean;
}

const installed = Object.entries(packages).filter(([path, one]) => path && !one.dev && !one.devOptional);

describe("what a user installs", () => {
  test("runs no script", () => {
    expect(installed.filter(([, { hasInstallScript }]) => hasInstallScript)).toEqual([]);
    for (const script of ["preinstall", "install", "postinstall"]) expect(manifest.scripts).not.toHaveProperty(script);
  });

  test("is locked by its bytes", () =>
    expect(installed.filter(([, { integrity }]) => !integrity?.startsWith("sha512-"))).toEqual([]));

  test("has licences that allow it, each of them named in the README", () => {
    const licences = new Set(installed.map(([, { license }]) => license));
    const told = /are under (?<list>[^;\n]*) licences/u.exec(read("README.md"))?.groups?.list ?? "";
    expect([...licences].sort()).toEqual(told.split(/, | and /u).sort());
  });

  test("is what the README says it is built on", () => {
    for (const name of Object.keys(manifest.dependencies)) expect(read("README.md")).toContain(name);
  });

  test("comes with a statement of where it was built", () => expect(manifest.publishConfig.provenance).toBe(true));
});

test("two builds have the same bytes", { timeout: 240_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "summits-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  execFileSync("npm", ["run", "bundle", "--silent", "--", `--outdir=${folder}`], { cwd: ROOT });
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  expect(files.length).toBeGreaterThan(50);
  for (const name of files) expect(readFileSync(join(folder, name), "utf8"), name).toBe(read(join("dist", name)));
});
