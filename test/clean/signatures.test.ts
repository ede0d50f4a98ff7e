import { describe, expect, it } from "vitest";
import { readSignature, SIGNATURE_FORMS } from "../../src/clean/signatures.ts";

/** The form and the names of a line; a line break parts it from the one before. */
function signed(text: string) {
  const [line, before = ""] = text.split("\n").reverse();
  const found = readSignature(line!, before);
  return found && { form: SIGNATURE_FORMS[found.form]!.id, line: line!, authors: found.authors };
}

describe.each(SIGNATURE_FORMS)("$id", ({ id, matches, rejects }) => {
  it.each(matches)("reads %s", (text, ...names) => {
    const found = signed(text);
    expect({ form: found?.form, names: found?.authors.map(({ name }) => name) }).toEqual({ form: id, names });
    for (const { start, end, name } of found!.authors) expect(found!.line.slice(start, end)).toBe(name);
  });

  it.each(rejects)("leaves %s", (text) => expect(signed(text)?.form).not.toBe(id));
});
