import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { program } from "../../src/cli/main.ts";
import { folder, summits } from "./command.ts";

const isMissing = (shell: string) => {
  const missing = spawnSync("which", [shell]).status !== 0;
  if (missing) console.warn(`skipped: ${shell} is not installed`);
  return missing;
};

const scriptOf = (shell: string) => {
  const { stdout, stderr, code } = summits(["complete", shell]);
  expect({ stderr, code }).toEqual({ stderr: "", code: 0 });
  return stdout;
};

/** What the shell offers for each line, when Tab is pressed at its end. */
type Offers = Readonly<Record<string, readonly string[]>>;

const OFFERS: Offers = {
  "summits ex": ["explain", "extract"],
  "summits extract --form": ["--format"],
  "summits extract --format j": ["json", "jsonl"],
  "summits report ex": ["experts"],
  "summits check --reporter s": ["sarif"],
  "summits explain moj": ["mojibake"],
  "summits schema c": ["config", "corpus"],
  "summits extract art": ["articles/"],
};

test.skipIf(isMissing("bash"))("bash offers what there is", () => {
  const cwd = folder({ "articles/a.txt": "x", "summits.bash": scriptOf("bash") });
  const offered = (line: string) => {
    const words = line.split(" ");
    const script = `source summits.bash
      COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}); COMP_CWORD=${words.length - 1}
      _summits; [ \${#COMPREPLY[@]} = 0 ] && COMPREPLY=($(compgen -f -- '${words.at(-1)}'))
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], { cwd, encoding: "utf8" });
    expect(stderr).toBe("");
    return stdout.trim().split("\n").sort();
  };
  for (const [line, offers] of Object.entries(OFFERS)) {
    // readline adds the slash behind a folder.
    expect(offered(line), line).toEqual(offers.map((word) => word.replace("/", "")));
  }
  expect(offered("summits extract --format = jso"), "--format=jso, as bash cuts it").toEqual(["json", "jsonl"]);
  expect(offered("summits check -")).toEqual(
    expect.arrayContaining(["--baseline", "--fail-on", "--help", "--rule", "--update-baseline"]),
  );
});

test.skipIf(isMissing("fish"))("fish offers what there is", () => {
  const cwd = folder({ "articles/a.txt": "x", "summits.fish": scriptOf("fish") });
  for (const [line, offers] of Object.entries(OFFERS)) {
    const script = `source summits.fish; complete -C '${line}'`;
    const { stdout, stderr } = spawnSync("fish", ["--no-config", "-c", script], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, HOME: cwd },
    });
    expect(stderr, line).toBe("");
    const words = stdout
      .trim()
      .split("\n")
      .map((row) => row.split("\t")[0]!);
    expect(words.sort(), line).toEqual([...offers]);
  }
});

test.skipIf(isMissing("zsh"))("zsh offers what there is", () => {
  const cwd = folder({ "articles/a.txt": "x", _summits: scriptOf("zsh") });
  const driver = join(cwd, "driver.zsh");
  writeFileSync(driver, DRIVER);
  for (const [line, offers] of Object.entries(OFFERS)) {
    const shown = PATIENCE.map(String).reduce((before, seconds) => {
      if (offers.every((word) => before.includes(word.replace("/", "")))) return before;
      const env = { ...process.env, HOME: cwd, ZDOTDIR: cwd, TERM: "dumb" };
      const { stdout, stderr } = spawnSync("zsh", ["-f", driver, line, seconds], { cwd, encoding: "utf8", env });
      return stdout + stderr;
    }, "");
    for (const word of offers) expect(shown, line).toContain(word.replace("/", ""));
  }
});

/** Seconds after Tab until the next key: zsh lists nothing while keys are waiting. A busy machine needs the later ones. */
const PATIENCE = [0.3, 1, 4];

// Presses Tab in a zsh of its own, and prints the words that the completion system was given.
const DRIVER = String.raw`
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner 'PROMPT=; fpath=($PWD $fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=9999; setopt auto_list no_beep'
zpty -w inner 'zstyle ":completion:*" menu no; print RE\ADY'
zpty -r inner out '*READY*'
zpty -n -w inner "$1"$'\t\t'
sleep $2
zpty -w inner $'\x15print DO\\NE'
zpty -r inner out '*DONE*'
print -rn -- "$out"
zpty -d inner
`;

test("every command and option is in every script", () => {
  const scripts = ["bash", "zsh", "fish"].map(scriptOf);
  for (const command of program().commands) {
    for (const script of scripts) expect(script).toContain(command.name());
    for (const { long } of command.options) {
      expect(scripts[0]).toContain(long);
      expect(scripts[1]).toContain(long);
      expect(scripts[2]).toContain(`-l ${long!.slice(2)}`);
    }
  }
});

test("a shell that is unknown is a mistake", () => {
  expect(summits(["complete", "fishh"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('did you mean "fish"?'),
  });
});
