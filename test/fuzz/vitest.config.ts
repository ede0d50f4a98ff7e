import { defineConfig, mergeConfig } from "vitest/config";
import everyDay from "../vitest.config.ts";

export default mergeConfig(
  everyDay,
  defineConfig({ test: { env: { FUZZ_CASES: process.env.FUZZ_CASES ?? "100000" } } }),
);
