import { EXIT, UsageError } from "./exit.ts";
import { openOutput } from "./output.ts";

/** `summits schema`: prints the JSON Schema of a record. */
export async function runSchema(which: string): Promise<number> {
  const [{ z }, { documentRecord, corpusRecord }] = await Promise.all([import("zod"), import("../schema.ts")]);
  const schemas = { document: documentRecord, corpus: corpusRecord };
  if (!Object.hasOwn(schemas, which)) throw new UsageError(`schema takes document or corpus, not "${which}"`);
  const schema = z.toJSONSchema(schemas[which as keyof typeof schemas], { target: "draft-2020-12" });
  await (await openOutput(undefined)).write(`${JSON.stringify(schema, null, 2)}\n`);
  return EXIT.fine;
}
