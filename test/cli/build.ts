import { execFileSync } from "node:child_process";

/** Builds the command once, before the tests that run it as a user has it. */
export default function build(): void {
  const cwd = new URL("../..", import.meta.url).pathname;
  execFileSync("npm", ["run", "build", "--silent"], { cwd, stdio: "inherit" });
}
