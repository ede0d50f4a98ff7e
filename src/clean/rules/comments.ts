import { ENDS_SENTENCE } from "../words.ts";
import type { LineRule } from "./rule.ts";

const REPLY =
  /^(?:(?:log in to |leave a )?reply(?: to .{1,40})?|report(?: abuse| comment)?|like|upvote|permalink|quote|flag|respond)(?:\s?[·|(•].{0,30}|\s\d+|\s(?:share|report|like|reply))?$/iu;
const STAMP = /\b(?:ago|says:?|said:|wrote:)$|\b\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?$|\b(?:19|20)\d\d\b/iu;

const LONGEST_STAMP = 90;
const MOST_LINES = 14;
// One "Reply" may mean anything; two readers who can be answered are a comment section.
const FEWEST = 2;

/** What a reader wrote below the article. */
export const READER_COMMENT: LineRule = {
  ...{ id: "reader-comment", role: "boilerplate", test: () => false },
  ...{ matches: [], rejects: [] },
};

/** Which lines are comments: "Ann Lee says:" or "reader7, 3 hours ago", the button "Reply", and what stands between. */
export function findComments(lines: readonly { readonly text: string }[]): readonly boolean[] {
  const found = lines.map(() => false);
  const prose = lines.findIndex(({ text }) => text.length > 60 && ENDS_SENTENCE.test(text));
  if (prose < 0) return found;
  const comments: { from: number; to: number }[] = [];
  for (let i = prose + 1; i < lines.length; i++) {
    if (!isStamp(lines[i]!.text)) continue;
    const to = replyTo(lines, i);
    if (to < 0) continue;
    comments.push({ from: i, to });
    i = to;
  }
  if (comments.length < FEWEST) return found;
  comments.forEach(({ from, to }, k) => {
    const before = comments[k - 1]?.to ?? from;
    const start = from - before < MOST_LINES ? before : from;
    found.fill(true, start, to + 1);
  });
  return found;
}

const isStamp = (text: string) => text.length <= LONGEST_STAMP && STAMP.test(text);

function replyTo(lines: readonly { readonly text: string }[], from: number): number {
  for (let i = from + 1; i < Math.min(lines.length, from + MOST_LINES); i++) {
    if (i > from + 1 && REPLY.test(lines[i]!.text)) return i;
    // The date below the name of the same comment; a later one is that of the next.
    if (i > from + 2 && isStamp(lines[i]!.text)) return -1;
  }
  return -1;
}
