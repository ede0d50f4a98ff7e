/** Exit codes; 66 and 70 are those of sysexits.h. */
export const EXIT = { fine: 0, failed: 1, usage: 2, noInput: 66, bug: 70, interrupted: 130, terminated: 143 } as const;

/** A mistake in the command line: printed as one line, exit 2. */
export class UsageError extends Error {}

/** The result can't be written: printed as one line, exit 1. */
export class OutputError extends Error {}

/** "maxBytes" is --max-bytes. */
export const flagOf = (option: string) => `--${option.replace(/\p{Lu}/gu, (letter) => `-${letter.toLowerCase()}`)}`;
