import type { Command } from "commander";
import { nameOf } from "../config/setting.ts";
import { EXIT } from "./exit.ts";
import { openOutput } from "./output.ts";
import { settingsFor } from "./settings.ts";

/** `summits config`: every setting, what holds, and where it was set. */
export async function runConfig(command: Command, root: Command): Promise<number> {
  const out = await openOutput(undefined);
  for (const { setting, value, from } of await settingsFor(command, root)) {
    const said = value === undefined ? "" : JSON.stringify(value);
    await out.write(`${nameOf(setting).padEnd(22)}  ${said.padEnd(24)}  ${from}\n`);
  }
  return EXIT.fine;
}
