import { expect, test } from "vitest";
import { analyze } from "../../src/pipeline.ts";
import { documents, read } from "./reading.ts";

const TEXT = [
  "Ministers meet in Oslo for talks on the strait",
  "",
  "OSLO — The ministers of two countries met in Oslo on Tuesday, and agreed to meet again before the end of the year.",
  "“It was a beginning,” said Kari Lund, the foreign minister, after the meeting had ended.",
].join("\n");

async function analyzed(record: object) {
  const [one] = documents(await read(JSON.stringify({ id: "a", ...record })));
  return analyze(one!.source);
}

test("what a record says of its outlet and its authors is what the document has", async () => {
  const doc = await analyzed({ text: TEXT, outlet: "The Example", author: ["Ann Lee", "Bo Kim"] });
  expect(doc.outlet).toEqual({ text: "The Example", rule: "record-outlet" });
  expect(doc.bylines.map(({ name, rule }) => [name, rule])).toEqual([
    ["Ann Lee", "record-author"],
    ["Bo Kim", "record-author"],
  ]);
});

test("a title is found in the text, and stands alone where the text lacks it", async () => {
  const doc = await analyzed({ text: TEXT, title: "Ministers meet in Oslo for talks on the strait" });
  expect(doc.headline).toMatchObject({
    text: "Ministers meet in Oslo for talks on the strait",
    span: { start: 0, end: 46 },
  });
  const bare = await analyzed({ text: TEXT.split("\n").slice(2).join("\n"), title: "Ministers meet in Oslo" });
  expect(bare.headline).toEqual({ text: "Ministers meet in Oslo", rule: "record-title" });
});

test("a record says more than its page", async () => {
  const html = `<html><head><meta property="og:site_name" content="Wrong"></head><body><p>${TEXT}</p></body></html>`;
  expect((await analyzed({ html, outlet: "The Example" })).outlet?.text).toBe("The Example");
});
