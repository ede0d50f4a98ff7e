import { readdirSync, readFileSync } from "node:fs";
import { declaredCharset, decode } from "../src/read/decode.ts";

const FOLDER = new URL("../fixtures/articles/", import.meta.url);

export const fixtures = readdirSync(FOLDER).sort();

export const pathOf = (name: string): string => new URL(name, FOLDER).pathname;

export const bytesOf = (name: string): Uint8Array => readFileSync(pathOf(name));

export function textOf(name: string): string {
  const bytes = bytesOf(name);
  return decode(bytes, name.endsWith(".html") ? declaredCharset(bytes) : null).text;
}
