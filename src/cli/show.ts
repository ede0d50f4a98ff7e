import { spawn } from "node:child_process";
import { once } from "node:events";
import { documents, type ShowOptions, show } from "../index.ts";
import { type AnalyzeFlags, analyzeOptions } from "./lines.ts";
import { Messages, Tally } from "./messages.ts";
import { wantsColor } from "./options.ts";
import { openOutput } from "./output.ts";
import { inputPaths } from "./paths.ts";

export interface ShowFlags extends AnalyzeFlags {
  readonly boilerplate: ShowOptions["boilerplate"];
  readonly why?: boolean;
  readonly pager?: boolean;
}

const WIDEST = 100;

/** `summits show FILE`: the article as the tool reads it. */
export async function runShow(args: readonly string[], flags: ShowFlags): Promise<number> {
  const paths = await inputPaths(args, flags);
  const options = {
    color: wantsColor(flags.color, process.stdout),
    width: Math.min(process.stdout.columns || WIDEST, WIDEST),
    boilerplate: flags.boilerplate,
    why: Boolean(flags.why),
  };
  const [tally, messages] = [new Tally(), new Messages(flags)];
  const out = flags.pager ? pager() : await openOutput(undefined, true);
  for await (const outcome of documents(paths, await analyzeOptions(paths, flags))) {
    tally.add(outcome);
    messages.outcome(outcome);
    if (outcome.kind !== "document") continue;
    for await (const text of show(outcome.document, options)) await out.write(text);
  }
  await out.finish();
  if (tally.isEmpty) messages.summary(tally);
  return tally.exitCode;
}

/** The user's pager, only where it was asked for. */
function pager() {
  const child = spawn(process.env.PAGER || "less -R", { shell: true, stdio: ["pipe", "inherit", "inherit"] });
  child.stdin.on("error", () => {});
  return {
    write: async (text: string) => void child.stdin.write(text),
    finish: async () => {
      child.stdin.end();
      await once(child, "close");
    },
  };
}
