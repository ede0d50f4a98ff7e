/** A value that an option can't have. */
export class OptionError extends Error {
  /** The name of the option: "maxBytes". */
  readonly option: string;
  /** What is wrong with its value: `takes a whole number above 0, not "64MB"`. */
  readonly problem: string;

  constructor(option: string, problem: string) {
    super(`${option} ${problem}`);
    this.name = "OptionError";
    this.option = option;
    this.problem = problem;
  }
}
