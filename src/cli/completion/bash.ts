import type { Completed, CompletedOption } from "./model.ts";

/** The completion script for bash 3.2 and later. Where it finds nothing, bash offers files. */
export const bashScript = (commands: readonly Completed[]): string => `# bash completion for summits
_summits() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command="" i
  COMPREPLY=()
  # bash cuts --option=value at the equals sign.
  if [[ $cur == "=" ]]; then cur=""; elif [[ $prev == "=" ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${commands.map(({ name }) => name).join("|")}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  case "$command $prev" in
${commands.flatMap(values).join("\n")}
  esac
  local words=""
  case "$command" in
    "") words="${commands.map(({ name }) => name).join(" ")} --help --version" ;;
${commands.map(words).join("\n")}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _summits summits
`;

const spellings = ({ name }: Completed, { long, short }: CompletedOption) =>
  [long, short].flatMap((spelling) => (spelling ? `"${name} ${spelling}"` : [])).join("|");

const values = (command: Completed): string[] =>
  command.options.flatMap((option) => {
    if (!option.value) return [];
    const { choices } = option.value;
    const offer = choices.length ? `COMPREPLY=($(compgen -W "${choices.join(" ")}" -- "$cur")); ` : "";
    return `    ${spellings(command, option)}) ${offer}return ;;`;
  });

function words({ name, options, words }: Completed): string {
  const flags = options.map(({ long }) => long).join(" ");
  return `    ${name}) if [[ $cur == -* ]]; then words="${flags}"; else words="${words.join(" ")}"; fi ;;`;
}
