import { schema } from "../index.ts";
import { EXIT } from "./exit.ts";
import { oneOf } from "./options.ts";
import { openOutput } from "./output.ts";

const SCHEMAS = ["document", "corpus"] as const;

/** `summits schema`: prints the JSON Schema of a record. */
export async function runSchema(which: string): Promise<number> {
  const printed = await schema(oneOf("schema", which, SCHEMAS));
  await (await openOutput(undefined)).write(`${JSON.stringify(printed, null, 2)}\n`);
  return EXIT.fine;
}
