import type { Command } from "commander";
import { addReadingOptions, examples } from "./reading.ts";

/** The commands that read no articles. */
export function addOtherCommands(root: Command): void {
  addExplain(root);
  addConfig(root);
  addSchema(root);
  addCompletion(root);
}

function addExplain(root: Command): void {
  root
    .command("explain")
    .description("Explain a diagnostic of check: why it is given, and what can be done. Without an id, list them all.")
    .argument("[id]", "such as no-creation-time")
    .addHelpText("after", examples(["explain no-creation-time", "why it is given, and what can be done"]))
    .action(async (id: string | undefined) => {
      const { runExplain } = await import("./explain.ts");
      process.exitCode = await runExplain(id);
    });
}

function addConfig(root: Command): void {
  addReadingOptions(root.command("config"))
    .description("Print every setting, what holds, and where it was set: flag, environment, file or default.")
    .addHelpText(
      "after",
      examples(
        ["config", "what holds in this folder"],
        ["schema config > summits.schema.json", "what a summits.config.json may hold"],
      ),
    )
    .action(async (_, command: Command) => {
      const { runConfig } = await import("./config.ts");
      process.exitCode = await runConfig(command, root);
    });
}

function addSchema(root: Command): void {
  root
    .command("schema")
    .description("Print the JSON Schema (2020-12) of what extract prints, or of the file of settings.")
    .argument("[which]", "document, corpus or config", "document")
    .addHelpText("after", examples(["schema corpus > corpus.schema.json", "what extract --json prints"]))
    .action(async (which: string) => {
      const { runSchema } = await import("./schema.ts");
      process.exitCode = await runSchema(which, root);
    });
}

function addCompletion(root: Command): void {
  root
    .command("complete")
    .description("Print the completion script of a shell.")
    .argument("<shell>", "bash, zsh or fish")
    .addHelpText(
      "after",
      examples(
        ["complete bash >> ~/.bashrc", "completion in bash"],
        ["complete zsh > ~/.zfunc/_summits", "in zsh, with ~/.zfunc in fpath"],
        ["complete fish > ~/.config/fish/completions/summits.fish", "in fish"],
      ),
    )
    .action(async (shell: string) => {
      const { runComplete } = await import("./complete.ts");
      process.exitCode = await runComplete(shell, root);
    });
}
