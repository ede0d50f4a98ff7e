import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { folder } from "../cli/command.ts";
import { CLUSTER, canRun, lacksShared, missing, read, SHARED, shell, writeArticles } from "./cluster.ts";

const PARTS = 40;
const lacks = [...missing("slurmctld", "slurmd", "munged", "sbatch"), ...lacksShared()];

test.runIf(canRun("Slurm", lacks))(
  "40 parts on two nodes, one of which is lost in the middle of a part: the bytes of one machine",
  { timeout: 900_000 },
  async () => {
    const cwd = folder();
    writeArticles(join(cwd, "articles"), 400);
    const { slurm, node } = cluster(join(cwd, "slurm"));
    expect(shell("$SUMMITS extract articles --json --quiet -o one.json", cwd).status).toBe(1);

    const submitted = slurm(`${CLUSTER}/slurm-submit.sh ${PARTS} parts articles`, cwd);
    expect(submitted.stderr).toBe("");
    await until(() => finished(cwd) >= 4 && node("n2").some(isCommand));
    // Some end by themselves meanwhile, and others begin.
    for (let own = node("n2"); own.length; own = node("n2")) for (const pid of own) kill(pid);
    await until(() => slurm("squeue -h | wc -l", cwd).stdout.trim() === "0");

    expect(slurm("sinfo -h -n n2 -o %t", cwd).stdout).toMatch(/^down/u);
    expect(finished(cwd)).toBe(PARTS);
    // What the lost node left is gone too.
    expect(readdirSync(join(cwd, "parts")).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect(read(cwd, "parts/corpus.json") === read(cwd, "one.json")).toBe(true);
  },
);

const finished = (cwd: string) => readdirSync(join(cwd, "parts")).filter((name) => /^\d+\.jsonl$/u.test(name)).length;

/** Starts a cluster of two nodes, which ends with the test. */
function cluster(dir: string) {
  const up = shell(`bash ${SHARED}slurm-up.sh ${dir}`, "/");
  onTestFinished(() => void shell(`bash ${SHARED}slurm-down.sh ${dir}`, "/"));
  expect([up.status, up.stderr]).toEqual([0, ""]);
  const SLURM_CONF = join(dir, "slurm.conf");
  return {
    slurm: (command: string, cwd: string) => shell(command, cwd, { SLURM_CONF }),
    /** The processes of a node, those first that would tell of the end of the others. */
    node: (name: string) => {
      const own = processes().filter((pid) => isOf(pid, name, dir));
      const keepers = own.map(parentOf).filter((pid) => about(pid, "cmdline").startsWith("slurmstepd"));
      return [...new Set([...keepers, ...own])];
    },
  };
}

// What has ended and is not yet taken note of has no command line.
const processes = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map(Number)
    .filter((pid) => about(pid, "cmdline") !== "");

function isOf(pid: number, node: string, dir: string): boolean {
  const daemon = join(dir, `slurmd.${node}.pid`);
  if (existsSync(daemon) && Number(readFileSync(daemon, "utf8")) === pid) return true;
  const environment = about(pid, "environ");
  return environment.includes(`SLURM_CONF=${dir}/`) && environment.includes(`SLURMD_NODENAME=${node}\0`);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

const isCommand = (pid: number) => about(pid, "cmdline").includes("summits.js");

const parentOf = (pid: number) => Number(/^PPid:\s*(\d+)/mu.exec(about(pid, "status"))?.[1] ?? 0);

function about(pid: number, file: "environ" | "cmdline" | "status"): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8");
  } catch {
    return "";
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await setTimeout(200);
}
