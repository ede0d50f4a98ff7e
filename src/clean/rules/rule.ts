import type { Role } from "../../document.ts";
import { anyOf } from "../../regexp.ts";

/** A shape of line that tells its role by itself, whatever stands around it. */
export interface LineRule {
  /** Public: it appears in the output. Never rename one. */
  readonly id: string;
  readonly role: Role;
  readonly test: (text: string) => boolean;
  /** Lines of real news style that it takes, and near misses that it leaves. */
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

/** A rule's test: any of the patterns, on lines up to `longest` characters. */
export function like(longest: number, ...patterns: readonly RegExp[]): (text: string) => boolean {
  const isAny = anyOf(patterns);
  return (text) => text.length <= longest && isAny(text);
}
