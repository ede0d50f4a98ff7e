/**
 * Templates of features as three columns: the number of each (see `feature`) and the places of its two values among the values
 * of a position. A loop over columns gathers features several times faster than a call for each.
 */
export interface Templates {
  readonly numbers: Int32Array;
  readonly firsts: Uint8Array;
  readonly seconds: Uint8Array;
}

/** The number of a template and the places of its values; place 0 has no value but 0, and stands for none. */
export type Template = readonly [number: number, first: number, second?: number];

/** The columns of these templates. */
export const templatesOf = (...templates: readonly Template[]): Templates => ({
  numbers: Int32Array.from(templates, ([number]) => number),
  firsts: Uint8Array.from(templates, ([, first]) => first),
  seconds: Uint8Array.from(templates, ([, , second = 0]) => second),
});
