import { explain } from "../index.ts";
import { EXIT } from "./exit.ts";
import { openOutput } from "./output.ts";

/** `summits explain`: why a diagnostic is given and what can be done; all of them, a line each, without an id. */
export async function runExplain(id: string | undefined): Promise<number> {
  const out = await openOutput(undefined);
  if (id === undefined) {
    for (const { rule, severity, message } of await explain()) await out.write(`${rule}  ${severity}  ${message}\n`);
  } else {
    const [{ rule, severity, message, why, remedy }] = await explain(id);
    await out.write(`${rule} (${severity})\n  ${message}\n\n${why}\n${remedy}\n`);
  }
  return EXIT.fine;
}
