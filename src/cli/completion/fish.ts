import type { Completed, CompletedOption } from "./model.ts";

/** The completion script for fish. */
export const fishScript = (commands: readonly Completed[]): string =>
  [
    "# fish completion for summits",
    "complete -c summits -n __fish_use_subcommand -l help -d 'options and examples'",
    "complete -c summits -n __fish_use_subcommand -l version -d version",
    ...commands.flatMap(linesOf),
    "",
  ].join("\n");

function linesOf({ name, description, options, words, takesFiles }: Completed): string[] {
  const seen = `complete -c summits -n '__fish_seen_subcommand_from ${name}'`;
  return [
    `complete -c summits -f -n __fish_use_subcommand -a ${name} -d ${quoted(description)}`,
    ...(words.length ? [`${seen} ${takesFiles ? "" : "-f "}-a ${quoted(words.join(" "))}`] : []),
    ...options.map((option) => `${seen} ${switchOf(option)}`),
  ];
}

function switchOf({ long, short, description, value }: CompletedOption): string {
  const names = `-l ${long.slice(2)}${short ? ` -s ${short.slice(1)}` : ""}`;
  return `${names}${value ? spelled(value) : ""} -d ${quoted(description)}`;
}

function spelled({ choices, kind }: NonNullable<CompletedOption["value"]>): string {
  if (choices.length) return ` -x -a ${quoted(choices.join(" "))}`;
  return kind === "word" ? " -x" : " -r -F";
}

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
