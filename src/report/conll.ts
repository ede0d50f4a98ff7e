import type { Sentence } from "../document.ts";
import { offsetConverter } from "../offsets.ts";
import type { DocumentRecord, OffsetUnit } from "../schema.ts";
import { splitSentences } from "../tokens.ts";
import { printable } from "./printable.ts";
import type { RecordWriter } from "./writer.ts";

/** The types of CoNLL 2003 and OntoNotes. */
const TAGS = { person: "PER", organization: "ORG", place: "LOC", group: "NORP", event: "EVENT" } as const;

const COLUMNS = "# global.columns = ID FORM SUMMITS:SENTENCE SUMMITS:START SUMMITS:END SUMMITS:ENTITY\n";

/**
 * A token a line in CoNLL-U Plus: number, token, sentence, start, end, and the entity in BIO; a blank line after a
 * sentence. A line of a token never begins with #, whatever the token.
 */
export function conllWriter(offsets: OffsetUnit): RecordWriter {
  let head = COLUMNS;
  const withHead = (text: string) => {
    const all = head + text;
    head = "";
    return all;
  };
  return {
    add(record) {
      const name = `# newdoc id = ${printable(record.id)}\n`;
      if (record.type === "document") return withHead(name + sentencesOf(record, offsets));
      return withHead(`${name}# error = ${printable(record.diagnostics[0]?.message ?? "")}\n\n`);
    },
    end: () => [withHead("")],
  };
}

/** The sentences of a record whose offsets are UTF-16. */
function sentencesOf({ id, raw = "", blocks = [], entities = [] }: DocumentRecord, unit: OffsetUnit): string {
  const at = offsetConverter(raw, unit);
  const mentions = entities.flatMap(({ type, mentions }) => mentions.map((m) => ({ ...m, tag: TAGS[type] })));
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let open: { end: number; tag: string } | undefined;
  const entityAt = (start: number, end: number): string => {
    if (open && open.end > start) return `I-${open.tag}`;
    open = undefined;
    while (next < mentions.length && mentions[next]!.end <= start) next++;
    const mention = mentions[next];
    if (!mention || mention.start >= end) return "O";
    open = mention;
    next++;
    return `B-${mention.tag}`;
  };
  const lines = ({ start, end, tokens }: Sentence, number: number) => [
    `# sent_id = ${number}`,
    `# text = ${printable(raw.slice(start, end))}`,
    ...tokens.map((token, i) => {
      const form = printable(token.text) || "_";
      return [i + 1, form, number, at(token.start), at(token.end), entityAt(token.start, token.end)].join("\t");
    }),
  ];
  const sentences = splitSentences({
    id,
    raw,
    blocks: blocks.map(({ start, end, role, rule }) => ({ start, end, role, rule })),
  });
  return sentences.map((sentence, i) => `${lines(sentence, i + 1).join("\n")}\n\n`).join("");
}
