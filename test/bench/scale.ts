// npm run build && tsx test/bench/scale.ts [ARTICLES]: what many articles cost, measured, and what 100 million would, worked out.
// The table of the README was made with 100000; the default takes a few minutes.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { gzipSync } from "node:zlib";

const COMMAND = new URL("../../dist/bin/summits.js", import.meta.url).pathname;
const ARTICLES = Number(process.argv[2] ?? 10_000);
const [FEW, ROUNDS, PARTS, PAPER] = [1000, 3, 4, 1e8];

const folder = new URL("../../fixtures/articles/", import.meta.url);
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .map((name) => readFileSync(new URL(name, folder), "utf8"));

const SYLLABLES = "ka lo mi ren dor vas tel ban qui sor ne hal ju fer ost pim".split(" ");
const word = (n: number) => {
  const [a, b, c] = [n % 16, (n >> 4) % 16, (n >> 8) % 16].map((i) => SYLLABLES[i]!);
  return `${a![0]!.toUpperCase()}${a!.slice(1)}${b}${c}`;
};

/** The fixtures over and over, each time with people of its own: one new name in each article, as a corpus that grows has. */
function* articles(n: number): Generator<string> {
  for (let i = 0; i < n; i++) {
    const name = `${word(i * 7919)} ${word(i * 104_729 + (i >> 6))}`;
    const text = `${texts[i % texts.length]}\n\n“Number ${i} was like the others,” said ${name}, a professor at the University of Oslo.\n`;
    yield `${JSON.stringify({ id: `a${i}`, text })}\n`;
  }
}

interface Cost {
  readonly seconds: number;
  /** Seconds of all processors. */
  readonly cpu: number;
  /** Largest resident memory. */
  readonly megabytes: number;
}

/** Runs the command to its end; `input` goes to its standard input. */
async function cost(args: readonly string[], input?: Iterable<string>): Promise<Cost> {
  const started = performance.now();
  const child = spawn(process.execPath, [COMMAND, ...args], {
    stdio: [input ? "pipe" : "ignore", "ignore", "inherit"],
  });
  let [megabytes, cpu] = [0, 0];
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakMegabytes(child.pid!));
    cpu = Math.max(cpu, cpuSeconds(child.pid!));
  }, 50);
  const ended = once(child, "exit").finally(() => clearInterval(watch));
  if (input) await pipeline(Readable.from(input), child.stdin!);
  await ended;
  return { seconds: (performance.now() - started) / 1000, cpu, megabytes };
}

const peakMegabytes = (pid: number): number => Number(/VmHWM:\s+(\d+)/u.exec(about(pid, "status"))?.[1] ?? 0) / 1024;

/** User and system time: the 14th and 15th field, in hundredths of a second; the second may hold spaces. */
function cpuSeconds(pid: number): number {
  const fields = about(pid, "stat")
    .replace(/^.*\) /su, "")
    .split(" ");
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function about(pid: number, what: "status" | "stat"): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, "utf8");
  } catch {
    // It has just ended.
    return "";
  }
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const row = (what: string, ...values: readonly string[]) => console.log(`${what.padEnd(58)} ${values.join("  ")}`);
const EXTRACT = ["--format", "jsonl", "--quiet"];

const work = mkdtempSync(join(tmpdir(), "summits-scale-"));
try {
  await threads();
  const rate = await growth();
  await parts(rate);
} finally {
  rmSync(work, { recursive: true });
}

async function threads(): Promise<void> {
  const input = [...articles(FEW)];
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const jobs of [1, 2]) {
      const { seconds: took } = await cost(["extract", "-", "--jobs", String(jobs), ...EXTRACT], input);
      seconds[jobs - 1]!.push(took);
    }
  }
  const [one, two] = seconds.map(median) as [number, number];
  row(`${FEW} articles, one worker / two, s`, one.toFixed(1), two.toFixed(1), `${(one / two).toFixed(2)} x as fast`);
}

/** How time and memory grow with the corpus; gives articles a second of one core. */
async function growth(): Promise<number> {
  const sizes = [FEW / 10, FEW, 10 * FEW, ...(ARTICLES > 10 * FEW ? [ARTICLES] : [])];
  const costs: Cost[] = [];
  for (const [i, n] of sizes.entries()) {
    const one = await cost(["extract", "-", "--jobs", "2", ...EXTRACT], articles(n));
    costs.push(one);
    const [before, each] = [costs[i - 1], `${((one.cpu * 1000) / n).toFixed(1)} ms of a processor each`];
    const times = before ? `${(one.cpu / before.cpu).toFixed(1)} x for ${n / sizes[i - 1]!} x` : "";
    row(`${n} articles, 2 workers: s, MB`, one.seconds.toFixed(1), one.megabytes.toFixed(0), each, times);
  }
  const [few, most] = [costs[1]!, costs.at(-1)!];
  row(`memory at ${sizes.at(-1)} articles against ${FEW}`, `${(most.megabytes / few.megabytes).toFixed(2)} x`);
  return sizes.at(-1)! / most.cpu;
}

async function parts(rate: number): Promise<void> {
  const input = join(work, "in.jsonl");
  const measured: { articles: number; bytes: number; merge: Cost }[] = [];
  for (const n of [FEW, 10 * FEW]) {
    await pipeline(Readable.from(articles(n)), createWriteStream(input));
    const files = Array.from({ length: PARTS }, (_, i) => join(work, `${i + 1}.jsonl`));
    for (const [i, file] of files.entries()) {
      const shard = ["--shard", `${i + 1}/${PARTS}`, "-o", file, "--text", "none"];
      spawnSync(process.execPath, [COMMAND, "extract", input, ...EXTRACT, ...shard], { stdio: "inherit" });
    }
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    const merge = await cost(["merge", ...files, "--quiet", "-o", join(work, "corpus.json")]);
    measured.push({ articles: n, bytes, merge });
    row(
      `merge of ${n} articles in ${PARTS} parts: s, MB of memory`,
      merge.seconds.toFixed(1),
      merge.megabytes.toFixed(0),
    );
  }
  const [few, many] = measured as [(typeof measured)[0], (typeof measured)[0]];
  const added = many.articles - few.articles;
  const kilobytes = ((many.merge.megabytes - few.merge.megabytes) * 1024) / added;
  const millis = ((many.merge.seconds - few.merge.seconds) * 1000) / added;
  const each = many.bytes / many.articles;
  const sample = readFileSync(join(work, "1.jsonl"));
  const gzip = gzipSync(sample).length / sample.length;
  console.log(`\n100 million articles, worked out from these figures (${rate.toFixed(0)} articles/s a core)`);
  row("map, core hours", (PAPER / rate / 3600).toFixed(0));
  row("map on 1,000 cores, minutes", (PAPER / rate / 1000 / 60).toFixed(0));
  row("shuffle, TB (gzip: TB)", ((PAPER * each) / 1e12).toFixed(2), ((PAPER * each * gzip) / 1e12).toFixed(2));
  row("merge, hours", ((PAPER * millis) / 3.6e6).toFixed(1));
  row("merge, GB of memory", ((PAPER * kilobytes) / 1024 / 1024).toFixed(0));
}
