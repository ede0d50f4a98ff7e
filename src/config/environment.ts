import { didYouMean } from "../suggest.ts";
import { ConfigError, type Sourced } from "./read.ts";
import type { Setting } from "./setting.ts";

const YES = ["1", "true", "yes", "on"];
const NO = ["0", "false", "no", "off"];

/** The value of a setting in the environment; null where it isn't set or empty. Throws ConfigError. */
export function fromEnvironment(
  { variable, shape }: Setting,
  env: Readonly<Record<string, string | undefined>>,
): Sourced | null {
  const text = env[variable];
  if (!text) return null;
  const wrong = (wanted: string, guess = "") => new ConfigError(`${variable} takes ${wanted}, not "${text}"${guess}`);
  const oneOf = (word: string, choices: readonly string[] | undefined) => {
    if (choices && !choices.includes(word)) throw wrong(choices.join(", "), didYouMean(word, choices));
    return word;
  };
  const read = (): unknown => {
    switch (shape.type) {
      case "flag":
        if (![...YES, ...NO].includes(text.toLowerCase())) throw wrong("1 or 0");
        return YES.includes(text.toLowerCase());
      case "number":
        if (!/^\d{1,15}$/u.test(text) || Number(text) < shape.least) throw wrong(`a whole number from ${shape.least}`);
        return Number(text);
      case "choice":
        return oneOf(text, shape.choices);
      case "list":
        return text.split(",").map((word) => oneOf(word.trim(), shape.choices));
      case "pairs":
        return Object.fromEntries(
          text.split(",").map((pair) => {
            const [key = "", value] = pair.split(/=(.*)/su).map((part) => part.trim());
            if (!value) throw wrong("key=value pairs");
            return [oneOf(key, shape.keys), oneOf(value, shape.values)];
          }),
        );
      default:
        return text;
    }
  };
  return { value: read(), from: variable };
}
