import type { Command } from "commander";
import { schema } from "../index.ts";
import { EXIT } from "./exit.ts";
import { oneOf } from "./options.ts";
import { openOutput } from "./output.ts";

const SCHEMAS = ["document", "corpus", "config"] as const;

/** `summits schema`: prints the JSON Schema of a record, or of the file of settings. */
export async function runSchema(which: string, root: Command): Promise<number> {
  const wanted = oneOf("schema", which, SCHEMAS);
  const printed = wanted === "config" ? await schemaOfSettings(root) : await schema(wanted);
  await (await openOutput(undefined)).write(`${JSON.stringify(printed, null, 2)}\n`);
  return EXIT.fine;
}

async function schemaOfSettings(root: Command): Promise<Record<string, unknown>> {
  const [{ configSchema }, { settingsOf }] = await Promise.all([
    import("../config/setting.ts"),
    import("./settings.ts"),
  ]);
  return configSchema(settingsOf(root));
}
