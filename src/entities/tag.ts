import { readTable } from "../tables.ts";
import { decode } from "../tagger/decode.ts";
import { readModel } from "../tagger/file.ts";
import type { Model, Sequence } from "../tagger/model.ts";
import { type Context, contextOf, Gathering, gather } from "./features.ts";
import { type Found, namesOf } from "./labels.ts";
import type { Layout } from "./layout.ts";

/** Candidates that follow one another in a sentence, with their features: what the tagger reads as one sequence. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  readonly features: Sequence;
}

/** Every run of candidates of a document. */
export function* segments(context: Context): Generator<Segment> {
  const { sentences, candidates } = context.layout;
  const gathering = new Gathering();
  for (const sentence of sentences)
    for (let start = sentence.start; start < sentence.end; start++) {
      if (!candidates[start]) continue;
      const features: Uint32Array[] = [];
      let end = start;
      for (; end < sentence.end && candidates[end]; end++) {
        gather(gathering, context, end);
        features.push(gathering.take());
      }
      yield { start, end, features };
      start = end;
    }
}

let packaged: Model | undefined;
const packagedModel = () => (packaged ??= readModel(readTable("names.model.bin", import.meta.url)));

/** Finds the names among the words of a document. */
export function tagNames(layout: Layout, model: Model = packagedModel()): Found[] {
  return [...segments(contextOf(layout))].flatMap(({ start, features }) => namesOf(decode(model, features), start));
}
