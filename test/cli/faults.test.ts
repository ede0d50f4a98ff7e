import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { isToldIn } from "../told.ts";
import { ARTICLE, folder, type Run, recordsOf, shell, start, summits } from "./command.ts";

isToldIn("faults: disks, permissions, changes while it reads, places, clocks, networks");

/** Whether this machine lets a test make a namespace of its own: a disk, a network that leads nowhere. */
const HAS_NAMESPACES = spawnSync("unshare", ["--user", "--map-root-user", "--mount", "--net", "true"]).status === 0;
const IS_ROOT = process.getuid?.() === 0;

/** A line of shell in a namespace with a small disk, mounted at `disk`. */
const onSmallDisk = (line: string, cwd: string, options = "size=64k") =>
  shell(
    `mkdir -p disk && unshare --user --map-root-user --mount sh -c 'mount -t tmpfs -o ${options} none disk && ${line}'`,
    cwd,
  );

const records = (count: number) =>
  Array.from({ length: count }, (_, i) => `${JSON.stringify({ id: `r${i}`, text: ARTICLE })}\n`).join("");

describe.skipIf(!HAS_NAMESPACES)("a disk (skipped where a test can't have one of its own)", () => {
  test("that is full: one line, and no half file under the name", () => {
    const { stdout, stderr, code } = onSmallDisk(
      "$SUMMITS extract x.jsonl --json -q -o disk/out.json; code=$?; ls -A disk; exit $code",
      folder({ "x.jsonl": records(40) }),
    );
    expect({ stdout, code }).toEqual({ stdout: "", code: 1 });
    expect(stderr).toBe("summits: cannot write disk/out.json: no space left on the disk\n");
  });

  test("that is full, for a folder of tables: nothing is taken for a result", () => {
    const { stdout, stderr, code } = onSmallDisk(
      "$SUMMITS extract x.jsonl --format csv -q -o disk/out; code=$?; ls -A disk/out; exit $code",
      folder({ "x.jsonl": records(40) }),
    );
    expect(stdout.split("\n").filter((name) => name.endsWith(".csv"))).toEqual([]);
    expect(stderr).toContain("no space left on the disk");
    expect(code).toBe(1);
  });

  test("that is read-only", () => {
    const { stderr, code } = onSmallDisk(
      "$SUMMITS extract a.txt --json -q -o disk/out.json",
      folder({ "a.txt": ARTICLE }),
      "ro",
    );
    expect({ stderr, code }).toEqual({
      stderr: "summits: cannot write disk/out.json: the disk is read-only\n",
      code: 2,
    });
  });
});

test("standard output that is full: one line", () => {
  const { stderr, code } = shell("$SUMMITS extract a.txt --json -q > /dev/full", folder({ "a.txt": ARTICLE }));
  expect({ stderr, code }).toEqual({ stderr: "summits: cannot write: no space left on the disk\n", code: 1 });
});

test.skipIf(!IS_ROOT)("files and folders without permission (skipped where a test can't be somebody else)", () => {
  const cwd = folder({
    "open/a.txt": ARTICLE,
    "open/shut.txt": ARTICLE,
    "open/room/b.txt": ARTICLE,
    "open/z.txt": ARTICLE,
  });
  chmodSync(cwd, 0o755);
  chmodSync(join(cwd, "open/shut.txt"), 0);
  chmodSync(join(cwd, "open/room"), 0);
  const { stdout, stderr, code } = shell(
    "setpriv --reuid=65534 --regid=65534 --clear-groups $SUMMITS extract open -f jsonl -q",
    cwd,
  );
  expect(stderr.trimEnd().split("\n")).toEqual([
    "open/room  error  cannot read this file: permission denied  unreadable-file",
    "open/shut.txt  error  cannot read this file: permission denied  unreadable-file",
  ]);
  expect(recordsOf(stdout).map(({ id }) => id)).toEqual(["a.txt", "room", "shut.txt", "z.txt"]);
  expect(code).toBe(1);
});

test("few open files: a folder of many is read all the same", () => {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`${i}.txt`, "Ann Lee met Bob Roe.\n"]));
  const { stdout, code } = shell("ulimit -n 128 && $SUMMITS extract . -f jsonl -q", folder(files));
  expect({ lines: recordsOf(stdout).length, code }).toEqual({ lines: 150, code: 0 });
});

describe("what changes while it is read", () => {
  // Nobody reads the output: the command waits, and what comes after is not yet open.
  async function meanwhile(act: (cwd: string) => void) {
    const long = `${JSON.stringify({ text: "Ann Lee met Bob Roe.", note: "x".repeat(20_000) })}\n`;
    const cwd = folder({ "a.jsonl": long.repeat(60), "b.txt": ARTICLE, "c.txt": ARTICLE });
    const { child, ended } = start(["extract", cwd, "--format", "jsonl"]);
    await new Promise((resolve) => child.stdout!.once("readable", resolve));
    act(cwd);
    const lines = recordsOf(await text(child.stdout!));
    return { lines, code: await ended };
  }

  test("a file that goes away is an error of its own", async () => {
    const { lines, code } = await meanwhile((cwd) => rmSync(join(cwd, "b.txt")));
    expect(lines.length).toBe(62);
    expect(lines.at(-2)).toMatchObject({ id: "b.txt", diagnostics: [{ rule: "unreadable-file" }] });
    expect(lines.at(-1)).toMatchObject({ id: "c.txt", text: expect.stringContaining("fish") });
    expect(code).toBe(1);
  });

  test("a file that is cut short gives what is there, and says so", async () => {
    const { lines, code } = await meanwhile((cwd) => truncateSync(join(cwd, "a.jsonl"), 700_000));
    expect(lines.at(-3)).toMatchObject({ diagnostics: [{ rule: "broken-record" }] });
    expect(lines.slice(-2).map(({ id }) => id)).toEqual(["b.txt", "c.txt"]);
    expect(code).toBe(1);
  });
});

describe("the same bytes", () => {
  const files = { "a.txt": ARTICLE, "b.txt": ARTICLE.replace("May 7, 2024", "Tuesday, 03/04/24, 11 p.m.") };
  const json = (cwd: string, env: Record<string, string>) => summits(["extract", ".", "--json", "-q"], { cwd, env });
  let here: Run;
  beforeAll(() => {
    const cwd = mkdtempSync(join(tmpdir(), "summits-"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
    here = json(cwd, { TZ: "UTC", LANG: "en_US.UTF-8" });
    rmSync(cwd, { recursive: true });
  });

  test.each([
    { TZ: "Asia/Seoul" },
    { TZ: "America/St_Johns" },
    { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
    { LANG: "C", LC_ALL: "C" },
    { LANG: "zh_CN.GB18030", LC_ALL: "zh_CN.GB18030", COLUMNS: "7" },
  ])("in another place: %o", (env) => {
    expect(json(folder(files), env as Record<string, string>)).toEqual(here);
  });

  test("at another time", () => {
    const cwd = folder({ ...files, "clock.mjs": "const real = Date.now; Date.now = () => real() + 1e12;\n" });
    expect(json(cwd, { NODE_OPTIONS: "--import=./clock.mjs" }).stdout).toBe(here.stdout);
  });
});

describe("no way out", () => {
  const page = `<!DOCTYPE html [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]><html><head><link rel=stylesheet href=http://127.0.0.1:9/a.css>
    <script src=http://127.0.0.1:9/a.js></script><meta http-equiv=refresh content="0;url=http://127.0.0.1:9/"></head>
    <body><img src=http://127.0.0.1:9/a.png><iframe src=http://127.0.0.1:9/></iframe><p>${ARTICLE}</p>&x;</body></html>`;
  // Every door to a network ends the process.
  const guard = `
    import { syncBuiltinESMExports } from "node:module";
    import net from "node:net"; import dns from "node:dns"; import dgram from "node:dgram"; import cp from "node:child_process";
    const shut = (name) => () => { process.stderr.write("NETWORK " + name + "\\n"); process.exit(99); };
    net.Socket.prototype.connect = shut("connect"); net.Server.prototype.listen = shut("listen");
    dns.lookup = shut("lookup"); dgram.createSocket = shut("dgram"); globalThis.fetch = shut("fetch");
    for (const name of ["spawn", "spawnSync", "exec", "execFile", "execSync", "fork"]) cp[name] = shut(name);
    syncBuiltinESMExports();\n`;

  test.each([
    ["extract", "page.html", "a.txt", "--json"],
    ["check", "page.html"],
    ["show", "page.html"],
    ["report", "page.html", "a.txt"],
    ["schema"],
  ])("%s opens no connection and starts no program", (...args) => {
    const cwd = folder({ "page.html": page, "a.txt": ARTICLE, "guard.mjs": guard });
    const { stderr, code } = summits(args, { cwd, env: { NODE_OPTIONS: "--import=./guard.mjs" } });
    expect(stderr).not.toContain("NETWORK");
    expect(code).toBe(0);
  });

  test.skipIf(!HAS_NAMESPACES)("without a network it does the same (skipped where a test can't have none)", () => {
    const cwd = folder({ "page.html": page });
    const line = "$SUMMITS extract page.html --json -q";
    expect(shell(`unshare --user --map-root-user --net ${line}`, cwd)).toEqual(shell(line, cwd));
  });

  test("nothing is written where nothing is to be written", () => {
    const cwd = folder({ "a.txt": ARTICLE, "page.html": page });
    for (const command of ["extract", "check", "show", "report"]) summits([command, "."], { cwd });
    expect(readdirSync(cwd).sort()).toEqual(["a.txt", "page.html"]);
  });

  test("names that lead out of the output folder stay in it", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "x.jsonl"), `${JSON.stringify({ id: "../../etc/passwd", text: ARTICLE })}\n`);
    expect(summits(["extract", "x.jsonl", "-f", "brat", "-o", "out", "-q"], { cwd }).code).toBe(0);
    expect(readdirSync(cwd).sort()).toEqual(["out", "x.jsonl"]);
    for (const name of readdirSync(join(cwd, "out"))) expect(name).not.toMatch(/[/\\]|^\./);
  });
});
