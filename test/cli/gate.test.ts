import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ARTICLE, folder } from "./command.ts";

const README = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const COMMAND = new URL("../../dist/bin/summits.js", import.meta.url).pathname;

/** A shell in which npx runs the command of this build. */
function shellIn(cwd: string) {
  mkdirSync(join(cwd, ".bin"));
  writeFileSync(join(cwd, ".bin/npx"), `#!/bin/sh\nshift\nexec "${process.execPath}" "${COMMAND}" "$@"\n`);
  chmodSync(join(cwd, ".bin/npx"), 0o755);
  const env = { ...process.env, PATH: `${join(cwd, ".bin")}:${process.env.PATH}`, HOME: cwd, GIT_CONFIG_NOSYSTEM: "1" };
  return (line: string) => spawnSync("bash", ["--norc", "-c", line], { cwd, env, encoding: "utf8" });
}

test("the step of the README for GitHub Actions runs", () => {
  const step = /^- run: (npx summits check .*)$/mu.exec(README)![1]!;
  const run = shellIn(folder({ "corpus/a.txt": ARTICLE, "corpus/empty.txt": "" }));
  expect(run(`${step} --update-baseline`)).toMatchObject({ status: 0 });
  expect(run(step)).toMatchObject({ status: 0 });
  expect(run(`: > corpus/new.txt; ${step}`)).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("::warning file=corpus/new.txt,title=empty-document::empty: no text at all\n"),
  });
});

test("the pre-commit hook of the README looks at what is committed, and at nothing else", () => {
  const hook = /^```sh\n(#!\/bin\/sh\n[^`]*)^```/mu.exec(README)![1]!;
  const cwd = folder({ "corpus/a.txt": ARTICLE, "corpus/old.txt": "", "notes.txt": "" });
  const run = shellIn(cwd);
  run(
    "git init -q . && git config user.email a@example.org && git config user.name A && git add corpus/old.txt && git commit -qm 1",
  );
  writeFileSync(join(cwd, ".git/hooks/pre-commit"), hook, { mode: 0o755 });
  expect(run("git add notes.txt && git commit -qm 'no article'").status).toBe(0);
  expect(run("git add corpus/a.txt && git commit -qm 'a good one'").status).toBe(0);
  const refused = run(": > 'corpus/an empty.txt' && git add corpus && git commit -qm 'a bad one'");
  expect(refused.status).toBe(1);
  expect(refused.stdout + refused.stderr).toContain("an empty.txt  warning  empty: no text at all  empty-document");
});
