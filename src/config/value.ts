import { didYouMean } from "../suggest.ts";
import { type Node, TextProblem } from "./json-text.ts";
import { nameOf, type Setting, type Shape } from "./setting.ts";

/** What is wrong with a value in the file, and where; null where nothing is. */
export function valueProblem(setting: Setting, node: Node): TextProblem | null {
  const { shape } = setting;
  const name = nameOf(setting);
  if (shape.type === "list" && node.kind === "array")
    return first(node.items, (item) => scalarProblem(name, shape, item));
  if (shape.type === "pairs" && node.kind === "object") {
    return first(node.members, ({ key, start, value }) =>
      shape.keys.includes(key)
        ? scalarProblem(`${name}.${key}`, { type: "list", ...(shape.values && { choices: shape.values }) }, value)
        : new TextProblem(`unknown key "${key}" in ${name}${didYouMean(key, shape.keys)}`, start),
    );
  }
  if (shape.type === "list") return new TextProblem(`${name} takes a list of strings`, node.start);
  if (shape.type === "pairs") return new TextProblem(`${name} takes an object of strings`, node.start);
  return scalarProblem(name, shape, node);
}

const first = <T>(list: readonly T[], problemOf: (item: T) => TextProblem | null): TextProblem | null =>
  list.reduce<TextProblem | null>((found, item) => found ?? problemOf(item), null);

function scalarProblem(name: string, shape: Shape, node: Node): TextProblem | null {
  const wrong = (wanted: string, guess = "") => new TextProblem(`${name} takes ${wanted}${guess}`, node.start);
  const value = node.kind === "scalar" ? node.value : undefined;
  if (shape.type === "flag") return typeof value === "boolean" ? null : wrong("true or false");
  if (shape.type === "number") {
    const fits = Number.isSafeInteger(value) && (value as number) >= shape.least;
    return fits ? null : wrong(`a whole number from ${shape.least}`);
  }
  const choices = "choices" in shape ? shape.choices : undefined;
  if (typeof value !== "string" || !value) return wrong(choices ? choices.join(", ") : "a string");
  if (!choices || choices.includes(value)) return null;
  return wrong(`${choices.join(", ")}, not "${value}"`, didYouMean(value, choices));
}
