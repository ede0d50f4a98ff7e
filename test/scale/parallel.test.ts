import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { folder } from "../cli/command.ts";
import { CLUSTER, canRun, missing, read, shell, writeArticles } from "./cluster.ts";

const lacks = missing("sshd", "ssh", "ssh-keygen", "parallel");

test.runIf(canRun("GNU parallel over ssh", lacks))(
  "parts on two hosts by GNU parallel: the bytes of one machine",
  { timeout: 600_000 },
  async () => {
    const cwd = folder();
    writeArticles(join(cwd, "articles"), 100);
    const PARALLEL_SSH = await hosts(cwd, ["one", "two"]);
    expect(shell("$SUMMITS extract articles --json --quiet -o one.json", cwd).status).toBe(1);
    const run = shell(`${CLUSTER}/parallel.sh 8 1/one,1/two parts articles`, cwd, { PARALLEL_SSH });
    expect([run.status, run.stdout], run.stderr).toEqual([1, ""]);
    const used = read(cwd, "parts/joblog").split("\n").slice(1, -1);
    expect(new Set(used.map((line) => line.split("\t")[1]))).toEqual(new Set(["one", "two"]));
    expect(read(cwd, "parts/corpus.json") === read(cwd, "one.json")).toBe(true);
  },
);

/** Starts ssh hosts on this machine, which end with the test; returns the ssh command that knows their names. */
async function hosts(cwd: string, names: readonly string[]): Promise<string> {
  const key = join(cwd, "key");
  shell(`ssh-keygen -q -t ed25519 -N "" -f ${key}`, cwd);
  copyFileSync(`${key}.pub`, join(cwd, "authorized_keys"));
  mkdirSync("/run/sshd", { recursive: true });
  const known: string[] = [];
  for (const name of names) {
    const port = await freePort();
    await daemon(cwd, port);
    known.push(`Host ${name}\nHostName 127.0.0.1\nPort ${port}`);
  }
  const trusting = `User root\nIdentityFile ${key}\nIdentitiesOnly yes\nStrictHostKeyChecking no\nUserKnownHostsFile /dev/null\nLogLevel ERROR`;
  writeFileSync(join(cwd, "ssh.conf"), [...known, "Host *", trusting, ""].join("\n"));
  return `ssh -F ${join(cwd, "ssh.conf")}`;
}

async function daemon(cwd: string, port: number): Promise<void> {
  const settings = `Port ${port}\nListenAddress 127.0.0.1\nHostKey ${cwd}/key\nAuthorizedKeysFile ${cwd}/authorized_keys\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPidFile none\n`;
  writeFileSync(join(cwd, `sshd.${port}`), settings);
  const { stdout: sshd } = shell("command -v sshd", cwd);
  const log = join(cwd, `log.${port}`);
  const child = spawn(sshd.trim(), ["-D", "-f", join(cwd, `sshd.${port}`), "-E", log], { stdio: "ignore" });
  onTestFinished(() => void child.kill());
  for (let tries = 0; tries < 100 && !listens(log); tries++) await setTimeout(100);
}

function listens(log: string): boolean {
  try {
    return readFileSync(log, "utf8").includes("Server listening");
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
