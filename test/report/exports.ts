import { diagnose } from "../../src/diagnostic.ts";
import { analyze } from "../../src/pipeline.ts";
import { LAYERS, type RecordOptions, toErrorRecord, toRecord } from "../../src/record.ts";
import type { FolderWriter } from "../../src/report/writer.ts";
import type { DocumentRecord } from "../../src/schema.ts";

/** Lines over line breaks of both kinds, characters of two units, quotation marks, a cell that a spreadsheet would run. */
export const ARTICLE = [
  "😀 Minister meets envoy in Oslo\r\n",
  "\r\n",
  "OSLO, June 18, 2024 — Foreign Minister Kari Lund met Ambassador Joon-ho Seo of South Korea on Tuesday 🤝 in Oslo.\r\n",
  '“We will talk again 🕊 on Friday,” Lund said, "perhaps in Seoul".\n',
  "\n",
  "“No date, no place,” said Petra Vance, a professor of history at the University of Bergen. “Only words.”\n",
  "=1+1 is what Vance calls the plan; Lund told reporters that it was agreed on 17 June.\n",
].join("");

/** The record of a text, as the pipeline makes it. */
export async function recordOfText(
  id: string,
  raw: string,
  options: Partial<RecordOptions> = {},
): Promise<DocumentRecord> {
  const file = {
    path: `articles/${id}`,
    sha256: "0".repeat(64),
    mediaType: "text/plain",
    encoding: "utf-8",
    encodingBasis: "valid-utf8",
    bytes: Buffer.byteLength(raw),
  } as const;
  const meta = { outlet: "The Example 😀" };
  const document = await analyze({ id, raw, file, meta, given: "2024-06-18", markup: null });
  return toRecord(document, [], { offsets: "codepoint", text: "both", layers: new Set(LAYERS), ...options });
}

/** The record of an input that can't be read. */
export const broken = toErrorRecord("broken.txt", "articles/broken.txt", [diagnose("binary-file", "an image")]);

/** What a writer writes, by the names of the files. */
export function written(
  writer: FolderWriter,
  records: readonly Parameters<FolderWriter["add"]>[0][],
): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const put = (pieces: ReturnType<FolderWriter["add"]>) => {
    for (const { file, content } of pieces) {
      files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), Buffer.from(content as Uint8Array)]));
    }
  };
  for (const record of records) put(writer.add(record));
  for (const pieces of writer.end()) put(pieces);
  return files;
}

/** The text between two offsets that count characters. */
export const between = (raw: string, start: number, end: number): string => Array.from(raw).slice(start, end).join("");
