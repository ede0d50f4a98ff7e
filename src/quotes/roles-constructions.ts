import { OCCUPATION_VERBS } from "./roles-clauses.ts";

/** Where a description of somebody stands beside the name. The noun phrase itself is read by `parseDescription`. */
export interface Construction {
  readonly id: string;
  readonly reason: string;
  readonly side: "before" | "after";
  /** Over the text after a name, from its first character; the description begins where the pattern ends. */
  readonly pattern?: RegExp;
  /** What stands there: a noun phrase with a role, only the name of a body (`body`: one that says so), or what follows a verb that tells an occupation. */
  readonly reads: "role" | "affiliation" | "body" | "occupation";
  /** How much it is worth against others of the same person. */
  readonly weight: number;
  /** `[X name]`, `[role …]` and `[at affiliation]` mark what must be found. */
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

const AGE = String.raw`(?:(?:who is )?(?:age[d]? )?\d{1,3},?\s+)?`;
const PAREN = String.raw`(?:\s\([^()\n]{1,40}\))?`;
const DEGREE = String.raw`(?:,? (?:Ph\.?D|M\.?D|Jr|Sr|III?|IV|Esq|RN|QC|KC|MBA|MPH)\b\.?(?=,))?`;
// "Ann Lee, 61, a clerk in Rome, who"
const ASIDE = String.raw`(?:,? \d{1,3}(?=,))?,(?: [^,;.“”"()]{1,60}?)?`;

/** The speaker's own noun phrase: "a spokesman for the ministry". */
export const SPEAKER_PHRASE: Construction = {
  id: "speaker-phrase",
  reason: "The noun phrase of the speaker is a description itself.",
  side: "after",
  reads: "role",
  weight: 2.5,
  matches: [],
  rejects: [],
};

/** In order; the first that reads something at a place wins there. */
export const CONSTRUCTIONS: readonly Construction[] = [
  {
    id: "title-before-name",
    reason: "A title, office or calling stands right before the name.",
    side: "before",
    reads: "role",
    weight: 3,
    matches: [
      "[at Kremlin] [role presidential aide] [X Pavel Orlov] said so.",
      "[at South Korean] [role Defense Minister] [X Shin Min] said so.",
      "[at U.S. State Department] [role spokesperson] [X Ann Lee] said so.",
      "[at Russia]'s [role Deputy Foreign Minister] [X Pavel Orlov] said so.",
      "“No,” said [role senior researcher] [X Ann Lee].",
    ],
    rejects: ["“No,” the minister told [X Ann Lee].", "Officials said [X Ann Lee] left."],
  },
  {
    id: "description-comma-name",
    reason: "The description comes first and the name follows it between commas.",
    side: "before",
    reads: "role",
    weight: 3,
    matches: [
      "[at South Korea]'s [role vice foreign minister], [X Kim Min], spoke.",
      "The [role director] of the [at Reed Institute], [X Ann Lee], said so.",
      "The [role director] of the [at Reed Institute], Dr. [X Ann Lee], said so.",
      "A [role bus driver], Alhaji [X Bako Musa], said so.",
    ],
    rejects: ["According to officials, [X Ann Lee] left.", "He backs Orr as the nominee, [X Ann Lee] said."],
  },
  {
    id: "founded-by",
    reason: "A body is said to be founded or led by somebody.",
    side: "before",
    reads: "affiliation",
    weight: 2,
    matches: ["[at Lotus Partners], a hedge fund founded by [X Ann Lee], fell."],
    rejects: ["The fund was founded by [X Ann Lee]."],
  },
  {
    id: "named-as",
    reason: "Somebody who is not known is told of first and named then.",
    side: "before",
    reads: "role",
    weight: 3,
    matches: [
      "A [role trader], who simply identified herself as [X Mama Ngozi], said so.",
      "A [role farmer] who gave his name as [X Musa Bako] said so.",
      "A [role resident], identified only as [X Tunde], said so.",
      "“No,” said a [role waiter] named [X Ann Lee].",
    ],
    rejects: ["The minister called [X Ann Lee].", "A minister who met the man identified as [X Ann Lee] said so."],
  },
  {
    id: "such-as",
    reason: "Somebody is an example of many.",
    side: "before",
    reads: "role",
    weight: 1.5,
    matches: ["[role Labor economists] such as [X Ann Lee] agree."],
    rejects: ["He writes like [X Ann Lee]."],
  },
  {
    id: "name-comma-description",
    reason: "An apposition after the name says who that is.",
    side: "after",
    pattern: new RegExp(
      String.raw`^${DEGREE}${PAREN}(?:,|\s[–—-]{1,2}|\s\()\s?${AGE}(?:also |then |now |once |formerly |currently |himself |herself )?`,
      "u",
    ),
    reads: "role",
    weight: 4,
    matches: [
      "[X Ann Lee], a [role professor] at [at Reed University], said so.",
      "[X Ann Lee], 61, [role director of the Korea program] at the [at Lotus Center], said so.",
      "[X Ann Lee], [at Roe]’s [role foreign policy aide], said so.",
      "[X Ann Lee], a [role Russia expert] with the [at 38 North] program, said so.",
      "[X Ann Lee], a [role professor of law and political science] at [at Reed University], said so.",
      "[X Ann Lee], a [role Cuban-American delegate] from [at Reed Falls], said so.",
      "[X Ann Lee], a Chile-born [role operative] currently working for Pavel Orlov, said so.",
      "[X Ann Lee], the [at United States Customs and Border Protection] [role commissioner], said so.",
      "[X Ann Lee], PhD, a [role biologist] at [at Reed University], said so.",
      "[X Ann Lee], a [role strategist] at [at Roe's Analytics], said so.",
      "[X Ann Lee], the [at E.U.]'s [role ambassador to Chile], said so.",
    ],
    rejects: ["[X Ann Lee], President Moon and others met.", "[X Ann Lee], who left, said so."],
  },
  {
    id: "party-and-seat",
    reason: "American papers give the seat of a lawmaker in parentheses.",
    side: "after",
    pattern: /^,?\s\(?(?:[RDI]-|[RDI]\.?, (?=\p{Lu}))/u,
    reads: "affiliation",
    weight: 1,
    matches: [
      "Rep. [X Ann Lee] (D-[at Ohio]) said so.",
      "Rep. [X Ann Lee] (D., [at Ohio]) said so.",
      "Rep. [X Ann Lee], R-[at Reed Falls], said so.",
    ],
    rejects: ["[X Ann Lee] (no relation) said so."],
  },
  {
    id: "who-is",
    reason: "A relative clause with a copula says who that is.",
    side: "after",
    pattern: new RegExp(
      `^${ASIDE} who (?:is|was|has been|had been|became|(?:has |had )?served as|serves as|(?:has )?worked as|works as)(?: also| now| then| once)? `,
      "u",
    ),
    reads: "role",
    weight: 3.5,
    matches: [
      "[X Ann Lee], who is a [role professor] at [at Reed University], said so.",
      "[X Ann Lee], a physicist who is [role co-director] of the [at Reed Institute], said so.",
      "[X Ann Lee], 61, who is a [role professor] at [at Reed University], said so.",
    ],
    rejects: ["[X Ann Lee], who was in Rome, said so."],
  },
  {
    id: "who-is-now",
    reason: "What somebody is now stands at the end of what they were.",
    side: "after",
    pattern:
      /^, [^;.“”"()]{0,90}?(?: who is| and is| and| but| who) now (?=(?:an?|the|its|[\p{Lu}\p{Ll}-]+ (?:of|at|for|with)) )/u,
    reads: "role",
    weight: 5.5,
    matches: [
      "[X Ann Lee], a former official in Rome who is now a [role senior fellow] at the [at Reed Institute], said so.",
      "[X Ann Lee], once a judge in Rome and now the [role president] of the [at Lotus Bank], said so.",
      "[X Ann Lee], who served in Rome until 2015 and is now [role director] of the [at Reed Institute], said so.",
    ],
    rejects: ["[X Ann Lee], a clerk who was in Rome, said so."],
  },
  {
    id: "who-heads",
    reason: "A relative clause tells what somebody does for a living, and where.",
    side: "after",
    pattern: new RegExp(
      `^${ASIDE} who (?:(?:is|was|has|has been|had|had been|also|now|once|currently|formerly|previously) ){0,2}(?:${OCCUPATION_VERBS}) `,
      "u",
    ),
    reads: "occupation",
    weight: 2,
    matches: [
      "[X Ann Lee], who heads the [at Reed Institute], said so.",
      "[X Ann Lee], an economist who studies tax policy at the [at Reed Institute], said so.",
      "[X Ann Lee], who teaches modern history at [at Reed University], said so.",
      "[X Ann Lee], 61, who teaches modern history at [at Reed University], said so.",
      "[X Ann Lee], who is lecturing on trade at the [at Reed University], said so.",
      "[X Ann Lee], who directs the Balkan program at the [at Lotus Center for Security Studies], said so.",
      "[X Ann Lee], who heads the center for Balkan studies at [at Reed University], said so.",
      "[X Ann Lee], who follows the Balkans for the [at Lotus Group], said so.",
      "[X Ann Lee], who was a clerk and who now advises investors at [at Lotus Consulting], said so.",
      "[X Ann Lee], who speaks on defence for the [at Green Party], said so.",
      "[X Ann Lee], who specializes in Chile's economy at [at Reed University], said so.",
    ],
    rejects: [
      "[X Ann Lee], who leads in the polls, said so.",
      "[X Ann Lee], who is not related to the minister, said so.",
      "[X Ann Lee], who studies Chile, said so.",
    ],
  },
  {
    id: "now-heads",
    reason: "What somebody does now stands behind what they did.",
    side: "after",
    pattern: new RegExp(`^, [^;.“”"()]{0,110}? (?:and|but|who)(?: who)?(?: is)? now (?:${OCCUPATION_VERBS}) `, "u"),
    reads: "occupation",
    weight: 5,
    matches: [
      "[X Ann Lee], who led the bank’s legal department until 2019 and now advises the [at Reed Institute], said so.",
      "[X Ann Lee], who was at the World Bank for ten years and now teaches law at [at Reed University], said so.",
      "[X Ann Lee], a former judge who now works for the [at Lotus Center], said so.",
    ],
    rejects: ["[X Ann Lee], who led the bank and now leads in the polls, said so."],
  },
  {
    id: "now-at",
    reason: "Where somebody works now stands behind where they worked.",
    side: "after",
    pattern: /^, [^;.“”"()]{0,110}?(?: who is| and is|, is) now (?:at|with|part of) (?=(?:the )?\p{Lu})/u,
    reads: "affiliation",
    weight: 5,
    matches: ["[X Ann Lee], who founded a charity in Rome and is now at the [at Reed University], said so."],
    rejects: ["[X Ann Lee], who left Rome and is now at home, said so."],
  },
  {
    id: "before-joining",
    reason: "Whoever joined a body after years elsewhere belongs to that body.",
    side: "after",
    pattern:
      /^(?:,? who)? (?:spent|worked|served|taught|was|had been) [^;.“”"()]{2,110}? before (?:joining|moving to|becoming (?:part|a member) of) /u,
    reads: "affiliation",
    weight: 4,
    matches: [
      "[X Ann Lee] spent three decades at the ministry before joining the [at Lotus Center] in Rome, where she sings.",
      "[X Ann Lee], who worked in Rome before moving to the [at Reed Institute], said so.",
    ],
    rejects: [
      "[X Ann Lee] spent an hour in Rome before leaving.",
      "[X Ann Lee] left before joining the Reed Institute.",
    ],
  },
  {
    id: "work-led-by",
    reason: "Whoever leads a study is a scientist.",
    side: "before",
    reads: "role",
    weight: 1,
    matches: ["The study, led by [X Ann Lee], tells so.", "A survey conducted by Prof. [X Ann Lee] tells so."],
    rejects: ["The party led by [X Ann Lee] lost.", "The team was beaten by [X Ann Lee]."],
  },
  {
    id: "name-teaches",
    reason: "The main clause tells what somebody does for a living, and where.",
    side: "after",
    pattern:
      /^ (?:teaches|lectures(?: on)?|studies|researches|specializes|specialises|heads|directs|runs|leads|chairs|advises|works) /u,
    reads: "occupation",
    weight: 2,
    matches: [
      "[X Ann Lee] teaches modern history at [at Reed University].",
      "[X Ann Lee] runs the Chile program at the [at Lotus Center].",
    ],
    rejects: ["[X Ann Lee] heads for Rome.", "[X Ann Lee] leads in the polls."],
  },
  {
    id: "name-is",
    reason: "The writer says outside quotations what somebody is.",
    side: "after",
    pattern: /^(?:, [^,;.“”"()]{1,90},)? (?:is|was|has been) (?=(?:an?|the) )/u,
    reads: "role",
    weight: 2,
    matches: [
      "[X Ann Lee] is a [role professor] at [at Reed University].",
      "[X Ann Lee], formerly a judge in Rome, is the [at Chile] [role defence minister].",
    ],
    rejects: ["[X Ann Lee] is a bad choice."],
  },
  {
    id: "name-as",
    reason: "A phrase with *as* says in what capacity.",
    side: "after",
    pattern: /^ as (?=(?:an?|the) )/u,
    reads: "role",
    weight: 1.5,
    matches: ["With [X Ann Lee] as the [role presumptive nominee], prices rose."],
    rejects: ["[X Ann Lee] as a rule left early."],
  },
  {
    id: "wrote-in",
    reason: "A journalist writes in the outlet that employs him or her.",
    side: "after",
    pattern: /^ (?:wrote|writes|argued|said) in (?=(?:the|a|an) )/u,
    reads: "affiliation",
    weight: 1,
    matches: ["Columnist [X Ann Lee] wrote in the [at Daily Herald] that prices rose."],
    rejects: ["Columnist [X Ann Lee] wrote in haste."],
  },
  {
    id: "name-body-in-brackets",
    reason: "Scholars and lawmakers are listed with their body in brackets.",
    side: "after",
    pattern: /^ \((?=(?:the )?\p{Lu})/u,
    reads: "body",
    weight: 1.2,
    matches: ["[X Ann Lee] ([at Reed University]) said so.", "[X Ann Lee] (the [at Reed Institute]) said so."],
    rejects: ["[X Ann Lee] (Republican) said so.", "[X Ann Lee] (May 3) said so."],
  },
  {
    id: "body-s-name",
    reason: "A body owns those who work for it.",
    side: "before",
    reads: "affiliation",
    weight: 1.2,
    matches: ["The [at Reed Institute]'s [X Ann Lee] said so."],
    rejects: ["Yesterday's [X Ann Lee] said so."],
  },
  {
    id: "name-of-body",
    reason: "A preposition after the name joins the body.",
    side: "after",
    pattern: /^,? (?:of|at|with|from) (?=(?:the )?[\p{Lu}\d])/u,
    reads: "affiliation",
    weight: 1.5,
    matches: [
      "[X Ann Lee] of the [at Reed Institute] said so.",
      "[X Ann Lee] of [at Lotus Women's University] said so.",
    ],
    rejects: ["[X Ann Lee] of course said so."],
  },
];
