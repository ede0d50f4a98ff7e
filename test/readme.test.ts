import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { program } from "../src/cli/main.ts";
import { catalog } from "../src/diagnostic.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
const commands = program().commands.filter((command) => command.name() !== "help");
const options = new Set(commands.flatMap((command) => command.options.map((option) => option.long!)));

test.each(commands.map((command) => command.name()))("the README tells of %s", (name) => {
  expect(readme).toContain(`\`summits ${name} `);
});

test.each([...options])("the README tells of %s", (option) => {
  expect(readme).toMatch(new RegExp(`\`[^\`]*${option}[ \`]`, "u"));
});

test("every option of the README exists", () => {
  // Options of other programs stand in the examples; those of this one in the tables and in its own command lines.
  const told = readme
    .split("\n")
    .flatMap((line) => (line.startsWith("| `-") || /summits \w+/u.test(line) ? [line] : []));
  const named = told.flatMap((line) => line.match(/(?<=[ `])--[a-z][a-z-]+/gu) ?? []);
  expect(named.filter((option) => !options.has(option) && !["--version", "--help"].includes(option))).toEqual([]);
});

test.each(Object.keys(catalog))("the README explains the diagnostic %s", (rule) => {
  expect(readme).toContain(`\`${rule}\``);
});

test("the README has every exit code", () => {
  for (const code of ["0", "1", "2", "66", "70", "130, 143"]) expect(readme).toContain(`| ${code} |`);
});
