import { FIELDS, type Field } from "./fields.ts";

type Part = { readonly literal: string } | { readonly name: string };

/** A pattern of file names, cut into what is fixed and what has a name. */
export type NamePattern = readonly Part[];

/** Reads a pattern such as "{date}_{outlet}_{id}"; throws an Error that says what is wrong with it. */
export function parseNamePattern(text: string): NamePattern {
  const parts: Part[] = [];
  for (const [piece, name] of text.matchAll(/\{([^{}]*)\}|[^{}]+|[{}]/gu)) {
    if (name === undefined && /[{}]/u.test(piece)) throw new Error(`a brace without its other one`);
    if (name !== undefined && !/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name)) throw new Error(`{${name}} is no name`);
    if (name !== undefined && parts.at(-1) && "name" in parts.at(-1)!) {
      throw new Error(`nothing stands between {${(parts.at(-1) as { name: string }).name}} and {${name}}`);
    }
    parts.push(name === undefined ? { literal: piece } : { name: name === "date" ? "published" : name });
  }
  if (!parts.some((part) => "name" in part)) throw new Error("it names nothing: {date}, {outlet}, {id}, {title}, …");
  return parts;
}

/**
 * What a file name tells, by the names of the pattern; null where it doesn't have this shape. Each part is as short as it
 * can be, and `isValid` may refuse a reading: "new_york_times_2024-06-18" is `{outlet}_{date}` with an outlet of three words.
 */
export function matchName(
  pattern: NamePattern,
  text: string,
  isValid: (name: string, value: string) => boolean,
): Record<string, string> | null {
  // Each place is tried once for each part: no name makes this slow.
  const failed = new Set<number>();
  const from = (i: number, at: number): Record<string, string> | null => {
    const part = pattern[i];
    if (!part) return at === text.length ? {} : null;
    if ("literal" in part) return text.startsWith(part.literal, at) ? from(i + 1, at + part.literal.length) : null;
    const key = i * (text.length + 1) + at;
    if (failed.has(key)) return null;
    for (let end = at + 1; end <= text.length; end++) {
      const value = text.slice(at, end);
      const rest = isValid(part.name, value) ? from(i + 1, end) : null;
      if (rest) return { [part.name]: value, ...rest };
    }
    failed.add(key);
    return null;
  };
  return from(0, 0);
}

/** Whether a name in a pattern is a field of a document; others go to `meta`. */
export const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);
