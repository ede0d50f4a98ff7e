import type { Completed, CompletedOption } from "./model.ts";

/** The completion script for zsh: a file of fpath, or sourced. */
export const zshScript = (commands: readonly Completed[]): string => `#compdef summits
_summits() {
  local curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.map(({ name, description }) => `    ${quoted(`${name}:${description}`)}`).join("\n")}
  )
  _arguments -C '(- *)--help[options and examples]' '(- *)--version[version]' '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe -t commands command commands ;;
    argument)
      case $line[1] in
${commands.map(branch).join("\n")}
      esac ;;
  esac
}
if [ "$funcstack[1]" = "_summits" ]; then _summits "$@"; else compdef _summits summits; fi
`;

function branch({ name, options, words, takesFiles }: Completed): string {
  const first = words.length
    ? [quoted(`1:what:_alternative 'words:word:(${words.join(" ")})'${takesFiles ? " 'files:file:_files'" : ""}`)]
    : [];
  const rest = takesFiles ? [quoted("*:file:_files")] : [];
  const specs = [...options.flatMap(specsOf), ...first, ...rest];
  return `        ${name}) _arguments \\\n${specs.map((spec) => `          ${spec}`).join(" \\\n")} ;;`;
}

function specsOf({ long, short, description, value }: CompletedOption): string[] {
  const text = `[${description.replace(/[[\]\\:]/gu, "\\$&")}]`;
  const action = value && (value.choices.length ? `(${value.choices.join(" ")})` : ACTIONS[value.kind]);
  const argument = value ? `:${value.name}:${action}` : "";
  return [long, short].flatMap((spelling) =>
    spelling ? quoted(`*${spelling}${value && spelling === long ? "=" : ""}${text}${argument}`) : [],
  );
}

const ACTIONS = { word: " ", file: "_files", folder: "_files -/" } as const;

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
