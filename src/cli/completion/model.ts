import type { Command, Option } from "commander";
import { FIELDS, KINDS, LAYERS, ruleIds } from "../../index.ts";

/** What a shell can complete: commands with their options and the words that may be their first argument. */
export interface Completed {
  readonly name: string;
  readonly description: string;
  readonly options: readonly CompletedOption[];
  readonly words: readonly string[];
  /** Whether paths may be arguments. */
  readonly takesFiles: boolean;
}

export interface CompletedOption {
  readonly long: string;
  readonly short: string | null;
  readonly description: string;
  /** Absent for an option without a value. */
  readonly value?: {
    readonly name: string;
    readonly choices: readonly string[];
    readonly kind: "word" | "file" | "folder";
  };
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  report: KINDS,
  explain: ruleIds,
  schema: ["document", "corpus", "config"],
  complete: ["bash", "zsh", "fish"],
};

// Choices that commander doesn't know: lists and pairs are checked elsewhere.
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  only: LAYERS,
  map: FIELDS.map((field) => `${field}=`),
  rule: ruleIds.map((rule) => `${rule}=off`),
};
const FILES = new Set(["output", "baseline", "config", "filesFrom", "lineCounts"]);

/** The commands of the program, as a shell needs them. */
export const completedCommands = (root: Command): Completed[] =>
  root.commands
    .filter((command) => command.name() !== "help")
    .map((command) => ({
      name: command.name(),
      description: firstSentence(command.description()),
      options: [...command.options.map(optionOf), HELP],
      words: WORDS[command.name()] ?? [],
      takesFiles: command.registeredArguments.some(({ variadic }) => variadic),
    }));

const HELP: CompletedOption = { long: "--help", short: "-h", description: "options and examples" };

function optionOf(option: Option): CompletedOption {
  const attribute = option.attributeName();
  const named = { long: option.long!, short: option.short ?? null, description: firstSentence(option.description) };
  if (!option.required) return named;
  const choices = option.argChoices ?? CHOICES[attribute] ?? [];
  const kind = FILES.has(attribute) ? "file" : attribute === "lexicon" ? "folder" : "word";
  return { ...named, value: { name: attribute, choices, kind } };
}

const firstSentence = (text: string): string => text.split(/(?<=\.) |[;\n]/u)[0]!;
