import {
  type DocumentRecord,
  documents,
  type ErrorRecord,
  type Outcome,
  recordMaker,
  reportPage,
} from "../../../src/index.ts";
import { pathOf } from "../../fixtures.ts";

export type Records = Iterable<DocumentRecord | ErrorRecord> | AsyncIterable<DocumentRecord | ErrorRecord>;

/** The page of some records. */
export const pageOf = async (records: Records, articles?: number): Promise<string> =>
  [...(await reportPage(records, articles === undefined ? {} : { articles }))].join("");

/** The articles of `fixtures/`, analyzed once for all tests of a file. */
export async function fixtureOutcomes(): Promise<Exclude<Outcome, { kind: "skipped" }>[]> {
  const outcomes = [];
  for await (const outcome of documents(pathOf("").replace(/\/$/u, ""))) {
    if (outcome.kind !== "skipped") outcomes.push(outcome);
  }
  return outcomes;
}

/** Their records with these options. */
export async function recordsOf(
  outcomes: Awaited<ReturnType<typeof fixtureOutcomes>>,
  options: Parameters<typeof recordMaker>[0] = {},
): Promise<(DocumentRecord | ErrorRecord)[]> {
  return outcomes.map(await recordMaker(options));
}

/** The links of a page that lead nowhere in it. */
export function brokenLinks(page: string): string[] {
  const ids = new Set(Array.from(page.matchAll(/ id=(?:"([^"]*)"|([^\s>]+))/gu), ([, quoted, bare]) => quoted ?? bare));
  const links = Array.from(page.matchAll(/ href="#([^"]*)"/gu), ([, target]) => target!);
  return links.filter((target) => !ids.has(target));
}

/** Ids that a page has more than once. */
export function repeatedIds(page: string): string[] {
  const ids = Array.from(page.matchAll(/ id="([^"]*)"/gu), ([, id]) => id!);
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}
