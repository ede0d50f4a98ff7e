import type { Command } from "commander";
import { completedCommands } from "./completion/model.ts";
import { EXIT } from "./exit.ts";
import { oneOf } from "./options.ts";
import { openOutput } from "./output.ts";

const SHELLS = ["bash", "zsh", "fish"] as const;

/** `summits complete`: prints the completion script of a shell. It holds every command, so that no key press starts Node. */
export async function runComplete(shell: string, root: Command): Promise<number> {
  const commands = completedCommands(root);
  await (await openOutput(undefined)).write(await scriptFor(oneOf("complete", shell, SHELLS), commands));
  return EXIT.fine;
}

async function scriptFor(shell: (typeof SHELLS)[number], commands: ReturnType<typeof completedCommands>) {
  if (shell === "zsh") return (await import("./completion/zsh.ts")).zshScript(commands);
  if (shell === "fish") return (await import("./completion/fish.ts")).fishScript(commands);
  return (await import("./completion/bash.ts")).bashScript(commands);
}
