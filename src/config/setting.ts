/** Something that can be set by flag, environment or file. */
export interface Setting {
  /** Its command, where only one has it: then it stands in an object of that name in the file. */
  readonly section: string | null;
  /** Its name in the file. */
  readonly key: string;
  readonly flag: string;
  /** Its environment variable. */
  readonly variable: string;
  readonly shape: Shape;
  readonly description: string;
  /** What holds where nobody sets it. */
  readonly fallback?: unknown;
}

/** What values a setting takes. */
export type Shape =
  | { readonly type: "text" }
  /** A path; in the file it is relative to the file. */
  | { readonly type: "path" }
  /** A whole number. */
  | { readonly type: "number"; readonly least: number }
  | { readonly type: "flag" }
  | { readonly type: "choice"; readonly choices: readonly string[] }
  | { readonly type: "list"; readonly choices?: readonly string[] }
  /** An object of strings, merged key by key. */
  | { readonly type: "pairs"; readonly keys: readonly string[]; readonly values?: readonly string[] };

/** "maxBytes", or "extract.format". */
export const nameOf = ({ section, key }: Pick<Setting, "section" | "key">): string =>
  section === null ? key : `${section}.${key}`;

/** The JSON Schema (2020-12) of the configuration file. */
export function configSchema(settings: readonly Setting[]): Record<string, unknown> {
  const sections = new Map<string | null, Record<string, unknown>>([[null, { $schema: { type: "string" } }]]);
  for (const setting of settings) {
    const properties = sections.get(setting.section) ?? {};
    properties[setting.key] = { description: setting.description, ...schemaOf(setting), ...defaultOf(setting) };
    sections.set(setting.section, properties);
  }
  const { null: top = {}, ...others } = Object.fromEntries(sections) as Record<string, Record<string, unknown>>;
  for (const [name, properties] of Object.entries(others)) top[name] = closed(properties);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "summits.config.json",
    description: "Settings of summits; flags and environment variables come before them.",
    ...closed(top),
  };
}

const closed = (properties: Record<string, unknown>) => ({ type: "object", properties, additionalProperties: false });

const defaultOf = ({ fallback }: Setting) => (fallback === undefined ? {} : { default: fallback });

function schemaOf({ shape }: Setting): Record<string, unknown> {
  const anyOf = (choices?: readonly string[]) => (choices ? { enum: choices } : { type: "string" });
  switch (shape.type) {
    case "number":
      return { type: "integer", minimum: shape.least };
    case "flag":
      return { type: "boolean" };
    case "choice":
      return anyOf(shape.choices);
    case "list":
      return { type: "array", items: anyOf(shape.choices) };
    case "pairs":
      return closed(Object.fromEntries(shape.keys.map((key) => [key, anyOf(shape.values)])));
    default:
      return { type: "string", minLength: 1 };
  }
}
