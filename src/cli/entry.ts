import { version } from "../index.ts";

/** Runs the command line. The version is told before any command is loaded: that takes hardly longer than an empty script. */
export async function main(argv: readonly string[]): Promise<void> {
  if (argv.length === 3 && /^(?:--version|-V)$/.test(argv[2]!)) process.stdout.write(`${version}\n`);
  else await (await import("./main.ts")).main(argv);
}
