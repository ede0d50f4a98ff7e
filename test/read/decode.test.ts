import { describe, expect, test } from "vitest";
import { declaredCharset, decode, isBinary } from "../../src/read/decode.ts";
import { bytesOf, textOf } from "../fixtures.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const page = (charset: string, body: string) => latin1(`<html><meta charset="${charset}"><p>${body}</p></html>`);
const decodePage = (bytes: Uint8Array) => decode(bytes, declaredCharset(bytes));

test("quotation marks, dashes and the euro sign of windows-1252", () => {
  expect(decode(Uint8Array.of(0x93, 0x97, 0x80, 0xe9, 0x94), null, "windows-1252").text).toBe("“—€é”");
  const text = textOf("windows-1252--curly-quotes.txt");
  expect(text).toContain("“a shield as wide as the Baltic”");
  expect(text).toContain("Märta Sjöström");
  expect(text).not.toMatch(/[\u0080-\u009f\ufffd]/u);
});

test("what was assumed is told", () => {
  const told = (name: string) => {
    const bytes = bytesOf(name);
    const { encoding, basis } = decode(bytes, name.endsWith(".html") ? declaredCharset(bytes) : null);
    return [encoding, basis];
  };
  expect(told("windows-1252--curly-quotes.txt")).toEqual(["windows-1252", "detected"]);
  expect(told("html-page--declared-euc-kr.html")).toEqual(["euc-kr", "declared"]);
  expect(told("html-page--full-furniture.html")).toEqual(["utf-8", "declared"]);
  expect(told("crlf--nonbreaking-spaces.txt")).toEqual(["utf-8", "valid-utf8"]);
});

describe("what a page declares", () => {
  test("is used", () => {
    expect(decodePage(page("windows-1251", "\xcf\xf3\xf2\xe8\xed")).text).toContain("Путин");
  });

  test("is not believed where the bytes are UTF-8 beyond ASCII", () => {
    const bytes = Buffer.from('<meta charset="iso-8859-1"><p>Zürich</p>');
    expect(decodePage(bytes)).toMatchObject({ encoding: "utf-8", basis: "valid-utf8" });
  });

  test("is taken for UTF-8 where it is UTF-16, which could not declare itself so", () => {
    for (const charset of ["utf-16", "utf-16le", "utf-16be"]) {
      for (const body of ["even", "odd"]) expect(decodePage(page(charset, body)).text).toContain(`<p>${body}</p>`);
    }
  });

  test("is passed over where nobody knows it", () => {
    expect(declaredCharset(page("klingon-8", "x"))).toBeNull();
  });
});

test("a few broken bytes don't make UTF-8 another encoding", () => {
  const bytes = Buffer.concat([Buffer.from("Žižek š č ř ž ý á í é ".repeat(20)), Buffer.from([0xff])]);
  const { encoding, text, replacedAt } = decode(bytes, null);
  expect(encoding).toBe("utf-8");
  expect(text[replacedAt]).toBe("\ufffd");
});

test.each([
  ["an article", Buffer.from("Ann Lee said no.\t\r\n\f"), false],
  ["an escape sequence", Buffer.from("\u001b[31mAnn\u001b[0m"), false],
  ["one NUL in a long text", Buffer.from(`${"Ann Lee said no. ".repeat(20)}\0`), false],
  ["nothing", Buffer.alloc(0), false],
  ["zeros", Buffer.alloc(100), true],
  ["every byte", Buffer.from(Array.from({ length: 256 }, (_, i) => i)), true],
])("%s: is it binary?", (_, bytes, expected) => {
  expect(isBinary(bytes)).toBe(expected);
});
