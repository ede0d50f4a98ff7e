import type { Naming } from "./naming.ts";

// What stands between a name and another one of the same bearer: "Ports Union (formerly known as the Quay Union)".
const ALIAS =
  /^,? ?[([]?(?:(?:also|now|better|formerly|previously|widely|commonly|popularly) )?(?:known as|referred to as|aka|a\.k\.a\.) (?:the )?["“‘']?$/iu;
const LONGEST = 50;

/** Joins the mentions of a name and of the alias that the text gives it: "Robert Hart, better known as Bobby Stone". */
export function joinAliases(raw: string, namings: readonly Naming[], clusters: readonly Naming[][]): Naming[][] {
  const aliases = namings.flatMap((alias, i) => {
    const name = namings[i - 1];
    return name && isAlias(raw, name, alias) ? [{ name, alias }] : [];
  });
  if (aliases.length === 0) return [...clusters];
  const owners = new Map(clusters.flatMap((list) => list.map((naming) => [naming, list])));
  const joined = new Set(clusters);
  for (const { name, alias } of aliases) {
    const [into, from] = [owners.get(name)!, owners.get(alias)!];
    if (into === from) continue;
    for (const naming of from) {
      into.push(naming);
      owners.set(naming, into);
    }
    joined.delete(from);
  }
  return [...joined];
}

function isAlias(raw: string, { type, mention: { end } }: Naming, alias: Naming): boolean {
  const { start } = alias.mention;
  return type === alias.type && start > end && start - end <= LONGEST && ALIAS.test(raw.slice(end, start));
}
