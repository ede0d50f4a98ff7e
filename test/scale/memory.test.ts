import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ARTICLE, COMMAND } from "../cli/command.ts";

/** Streams articles through the command; the largest resident memory in MB, and how far the reader was ahead of the writer at most. */
async function stream(articles: number): Promise<{ peak: number; ahead: number }> {
  const args = [COMMAND, "extract", "-", "--format", "jsonl", "--jobs", "2", "--quiet"];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  let [taken, given, peak, ahead] = [0, 0, 0, 0];
  child.stdout.on("data", (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 10) given++;
    ahead = Math.max(ahead, taken - given);
    peak = Math.max(peak, residentMegabytes(child.pid!));
  });
  for (; taken < articles; taken++) {
    const record = `${JSON.stringify({ id: `r${taken}`, text: `${ARTICLE}\nReporter ${taken} was there.\n` })}\n`;
    if (!child.stdin.write(record)) await once(child.stdin, "drain");
  }
  child.stdin.end();
  await once(child, "close");
  expect(given).toBe(articles);
  return { peak, ahead };
}

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

test.runIf(process.platform === "linux")(
  "memory doesn't grow with the number of articles",
  { timeout: 600_000 },
  async () => {
    const few = await stream(1000);
    const many = await stream(5000);
    console.log(
      `largest resident memory, 2 workers: ${few.peak.toFixed(0)} MB at 1,000 articles, ${many.peak.toFixed(0)} MB at 5,000`,
    );
    // After a thousand articles the heaps are not quite filled yet.
    expect(many.peak / few.peak).toBeLessThan(1.3);
    expect(many.peak).toBeLessThan(400);
    // Pipes and the window hold some; without back-pressure it would be all.
    expect(many.ahead).toBeLessThan(1500);
  },
);
