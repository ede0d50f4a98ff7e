#!/usr/bin/env node
import { main } from "../src/cli/entry.ts";

await main(process.argv);
