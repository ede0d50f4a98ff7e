import type { Layer } from "../record.ts";
import type { DocumentRecord } from "../schema.ts";
import { Standoff } from "./brat-standoff.ts";
import { csvFormat } from "./csv-tables.ts";
import { FileNames } from "./file-names.ts";
import type { Cell } from "./layers.ts";
import type { FolderWriter } from "./writer.ts";

/** Types and relations, as brat wants them declared (brat.nlplab.org/configuration.html). */
const CONFIGURATION = `[entities]
Person
Organization
Place
Group
NamedEvent
Date
Time
Duration
Set
DirectQuote
IndirectQuote
MixedQuote
Cue
Speaker
Role
Affiliation

[relations]
SpokenBy	Arg1:<ENTITY>, Arg2:<ENTITY>
HasCue	Arg1:<ENTITY>, Arg2:Cue
HasRole	Arg1:<ENTITY>, Arg2:Role
HasAffiliation	Arg1:<ENTITY>, Arg2:Affiliation
<OVERLAP>	Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

[events]
${"Summit Visit Meeting Talks Call Agreement Vote Election Test Exercise Launch Invitation"
  .split(" ")
  .map((kind) => `${kind}\tParticipant*:<ENTITY>, Place?:<ENTITY>`)
  .join("\n")}

[attributes]
Status	Arg:<EVENT>, Value:held|planned|expected|denied|cancelled
`;

const COLUMNS = ["document", "file", "path", "sha256", "problem"];

/** Standoff annotation for brat: the raw text and the annotations of each document, and a list of the documents. */
export function bratWriter(layers: ReadonlySet<Layer>): FolderWriter {
  const names = new FileNames();
  const format = (rows: Cell[][]) => csvFormat(true).rows({ name: "documents", columns: [] }, rows) ?? "";
  let isFirst = true;
  const listed = (row: Cell[]) => {
    const content = isFirst ? format([COLUMNS, row]) : format([row]);
    const head = isFirst ? [{ file: "annotation.conf", content: CONFIGURATION }] : [];
    isFirst = false;
    return [...head, { file: "documents.csv", content }];
  };
  return {
    add(record) {
      const { id, source, diagnostics } = record;
      if (record.type === "error") return listed([id, "", source.path, "", diagnostics[0]?.message]);
      const name = names.of(id.replace(/\.txt$/iu, ""));
      return [
        ...listed([id, `${name}.txt`, source.path, record.source.sha256, ""]),
        { file: `${name}.txt`, content: record.raw ?? "" },
        { file: `${name}.ann`, content: annotations(record, layers) },
      ];
    },
    end: () => [],
  };
}

const ENTITY_TYPES = {
  person: "Person",
  organization: "Organization",
  place: "Place",
  group: "Group",
  event: "NamedEvent",
} as const;

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();

/** The annotations of a record whose offsets are UTF-16. */
function annotations(record: DocumentRecord, layers: ReadonlySet<Layer>): string {
  const standoff = new Standoff(record.raw ?? "");
  if (layers.has("entities")) addEntities(standoff, record);
  if (layers.has("dates")) addDates(standoff, record);
  if (layers.has("quotes")) addQuotes(standoff, record);
  if (layers.has("sources")) addSources(standoff, record);
  if (layers.has("events")) addEvents(standoff, record);
  return standoff.toString();
}

function addEntities(standoff: Standoff, { entities = [] }: DocumentRecord): void {
  for (const { type, name, mentions } of entities) {
    const marks = mentions.map((mention) => standoff.mark(ENTITY_TYPES[type], [mention]));
    if (marks[0]) standoff.note(marks[0], name);
    standoff.same(marks);
  }
}

function addDates(standoff: Standoff, { dates = [] }: DocumentRecord): void {
  for (const { type, value, ...date } of dates)
    standoff.note(standoff.mark(capital(type), [date]), value ?? "unresolved");
}

function addQuotes(standoff: Standoff, { quotes = [] }: DocumentRecord): void {
  for (const { kind, parts, cue, speaker } of quotes) {
    const quote = standoff.mark(`${capital(kind)}Quote`, parts);
    if (cue) standoff.relate("HasCue", quote, standoff.mark("Cue", [cue]));
    if (speaker) standoff.relate("SpokenBy", quote, standoff.markOf(speaker) ?? standoff.mark("Speaker", [speaker]));
  }
}

function addSources(standoff: Standoff, { sources = [] }: DocumentRecord): void {
  for (const { mentions, role, affiliation } of sources) {
    const [first] = mentions;
    if (!first || !(role || affiliation)) continue;
    const source = standoff.markOf(first) ?? standoff.mark("Speaker", [first]);
    if (role) standoff.relate("HasRole", source, standoff.mark("Role", [role]));
    if (affiliation) standoff.relate("HasAffiliation", source, standoff.mark("Affiliation", [affiliation]));
  }
}

function addEvents(standoff: Standoff, { events = [], entities = [] }: DocumentRecord): void {
  const markOf = (id: string | null) => {
    const mention = entities.find((entity) => entity.id === id)?.mentions[0];
    return mention ? standoff.markOf(mention) : undefined;
  };
  for (const { kind, trigger, participants, place, status } of events) {
    const event = standoff.event(standoff.mark(capital(kind), [trigger]), capital(kind), {
      Participant: participants.map(markOf),
      Place: [markOf(place)],
    });
    standoff.attribute("Status", event, status);
  }
}
