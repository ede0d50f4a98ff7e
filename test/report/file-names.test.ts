import { expect, test } from "vitest";
import { FileNames } from "../../src/report/file-names.ts";

test.each([
  ["2024/06/a b.html", "2024_06_a_b.html"],
  ["../../etc/passwd", "etc_passwd"],
  ["..", "document_"],
  ["", "document_"],
  ["C:\\x\\y", "C_x_y"],
  [".hidden", "hidden"],
  ["-rf", "rf"],
  ["con", "document_con"],
  ["aux.html", "document_aux.html"],
  ["정상회담\0\n😀", "정상회담"],
  ["\ud800", "document_"],
  ["urn:uuid:12-3", "urn_uuid_12-3"],
])("%j is %j", (id, name) => {
  expect(new FileNames().of(id)).toBe(name);
});

test("names differ, even where case and accents are folded", () => {
  const names = new FileNames();
  const all = ["a/b", "a_b", "A_B", "a_b-2", "é", "e\u0301", "x".repeat(300), "x".repeat(301)].map((id) =>
    names.of(id),
  );
  expect(new Set(all.map((name) => name.normalize("NFC").toLowerCase())).size).toBe(all.length);
  for (const name of all) expect(Buffer.byteLength(name)).toBeLessThan(250);
});
