/** Half-open range [start, end) of UTF-16 code units into `Document.raw`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span and the id of the rule or model that made it. Everything claimed about a text is one of these. */
export interface Annotation extends Span {
  readonly rule: string;
}

// --- what was read -----------------------------------------------------------------------------

/** The file or record that a document came from. */
export interface SourceFile {
  readonly path: string;
  /** 1-based line of the record in `path`, where one file holds many documents. */
  readonly line?: number;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly mediaType: "text/plain" | "text/markdown" | "text/html";
  readonly encoding: string;
  /** How the encoding was found. */
  readonly encodingBasis: "bom" | "declared" | "valid-utf8" | "detected" | "given";
  /** Of a detected encoding, 0 to 1. */
  readonly encodingConfidence?: number;
  readonly bytes: number;
}

/** What the markup of an HTML page says about one line of its rendering. */
export interface MarkupLine extends Span {
  /** Where the line's block element stands in the HTML file, in UTF-16 units of the decoded file. */
  readonly html: Span;
  /** Names of the open elements, outermost first: `["body", "main", "p"]`. */
  readonly path: readonly string[];
  /** The number of each of them in its page, in the order of their start tags: lines of one element share it. */
  readonly elements: readonly number[];
  /** Class and id words of those elements, lower case. */
  readonly classes: readonly string[];
  /** Share of the line's characters that stand in links, 0 to 1. */
  readonly linkDensity: number;
}

/** One statement of a page's markup about the page: JSON-LD, OpenGraph, microdata, `<meta>`, `<time>`, `<link>`. */
export interface MetaStatement {
  readonly field: "title" | "author" | "body" | "published" | "modified" | "site" | "section" | "language" | "url";
  readonly value: string;
  /** Where it stood, kebab-case: `json-ld-article`, `og-title`, `meta-author`, `time-element`. */
  readonly origin: string;
}

/** What only an HTML page knows. */
export interface Markup {
  readonly lines: readonly MarkupLine[];
  readonly statements: readonly MetaStatement[];
}

// --- what cleaning finds ------------------------------------------------------------------------

export type Role =
  | "headline"
  | "standfirst"
  | "byline"
  | "dateline"
  | "dateinfo"
  | "paragraph"
  | "subhead"
  | "list-item"
  | "blockquote"
  | "caption"
  | "credit"
  | "related"
  | "boilerplate";

/** A run of raw text with one role. The blocks of a document tile `raw`: in order, without gap or overlap. */
export interface Block extends Annotation {
  readonly role: Role;
  /** `start` of the earlier block that this one repeats. */
  readonly repeats?: number;
  /** Where it stands in the HTML file. */
  readonly html?: Span;
  /** What it is, or nearly was, by a model that weighed it against the rest of the page. */
  readonly candidacies?: readonly Candidacy[];
}

/** That a block may be the headline or name the authors. */
export interface Candidacy {
  readonly of: "headline" | "byline";
  /** 0 to 1. */
  readonly confidence: number;
  readonly isChosen: boolean;
  /** Whom a byline names. */
  readonly authors: readonly Byline[];
}

/** The roles whose text is the article's own prose, in reading order the clean text. */
export const BODY_ROLES: ReadonlySet<Role> = new Set(["dateline", "paragraph", "subhead", "list-item", "blockquote"]);

/** The roles in which names, quotations and events are looked for: the body and what stands around it, not site chrome. */
export const ARTICLE_ROLES: ReadonlySet<Role> = new Set([
  ...BODY_ROLES,
  "headline",
  "standfirst",
  "byline",
  "caption",
  "credit",
]);

/** A person or body named as author. `isPerson` is false for "Newsdesk", agencies and outlets. */
export interface Byline {
  readonly name: string;
  /** Absent where only the markup names the author. */
  readonly span?: Span;
  readonly isPerson: boolean;
  readonly rule: string;
}

/** A piece of text about the page, and where the text says so (absent where only the markup does). */
export interface Stated {
  readonly text: string;
  readonly span?: Span;
  readonly rule: string;
}

/** A statement that may be the headline. */
export interface HeadlineCandidate extends Stated {
  /** 0 to 1. */
  readonly confidence: number;
  readonly isChosen: boolean;
}

/** The names that one line, or one place of the markup, gives: they may be the authors. */
export interface BylineCandidate {
  readonly authors: readonly Byline[];
  /** 0 to 1. */
  readonly confidence: number;
  readonly isChosen: boolean;
}

/** What the headline and the authors were chosen from: the chosen one, then its closest rivals. */
export interface Candidates {
  readonly headline: readonly HeadlineCandidate[];
  readonly bylines: readonly BylineCandidate[];
}

// --- tokens -------------------------------------------------------------------------------------

/** A word, number or punctuation mark. */
export interface Token extends Span {
  readonly text: string;
}

/** A sentence of a block in one of ARTICLE_ROLES, with its tokens. */
export interface Sentence extends Span {
  /** Index into `Document.blocks`. */
  readonly block: number;
  readonly tokens: readonly Token[];
}

// --- names --------------------------------------------------------------------------------------

export type EntityType = "person" | "organization" | "place" | "group" | "event";

/** One place in the text where something is named: without its title, a leading "the" and the possessive 's. */
export interface Mention extends Annotation {
  readonly type: EntityType;
  /** The title beside a person: "President", "Dr", "Foreign Minister". */
  readonly title?: Span;
}

/** Something named in a document, with every mention of it. */
export interface Entity {
  /** Unique in its document: "e1", "e2", in order of first mention. */
  readonly id: string;
  readonly type: EntityType;
  /** The fullest spelling found. */
  readonly name: string;
  /** Every distinct spelling, most frequent first, `name` among them. */
  readonly variants: readonly string[];
  readonly mentions: readonly Mention[];
}

// --- dates --------------------------------------------------------------------------------------

export type TimexType = "DATE" | "TIME" | "DURATION" | "SET";

/** How a date of figures such as 03/04/05 is written: month, day, year; day, month, year; year, month, day. */
export const DATE_ORDERS = ["mdy", "dmy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** A resolved time expression. */
export interface Timex extends Annotation {
  readonly type: TimexType;
  /** TIMEX3 value; with X for what is not known ("XXXX-WXX-2": a Tuesday), null where nothing is. */
  readonly value: string | null;
  /** TIMEX3 modifier: START, MID, END, APPROX, MORE_THAN, … */
  readonly mod?: string;
  /** First and last calendar day (ISO 8601) that it may name; null where unresolved or no point in time. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Said in full, completed from the context, or chosen among several readings. */
  readonly basis: "known" | "implied" | "guessed";
  /** The value in the other order of day and month, where "03/04/2024" leaves both open. */
  readonly otherwise?: string;
  /** What decided between the two orders: "other dates of the text", "address in .uk". */
  readonly because?: string;
  /** False where another day of the `published` interval would give another value. */
  readonly stable: boolean;
}

/** One reason for a document creation time. */
export interface DateEvidence {
  /** The rule that saw it: `given`, `posted-on`, `dateline`, `json-ld-published`, `site-clock`, `weekday-agreement`. */
  readonly rule: string;
  /** What it says about the day of writing. */
  readonly relation: "equals" | "not-after" | "not-before" | "near";
  /** ISO 8601 day. */
  readonly date: string;
  readonly text: string;
  readonly span?: Span;
}

/** The document creation time. */
export interface Published {
  /** ISO 8601 day; null where it can't be known. */
  readonly value: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Probability that `value` is the day, 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly DateEvidence[];
}

// --- quotations ---------------------------------------------------------------------------------

export type QuoteKind = "direct" | "indirect" | "mixed";

/** What a cue does. The order is part of trained weights: add at the end. */
export const CUE_CLASSES = [
  "speech",
  "writing",
  "belief",
  "denial",
  "question",
  "evaluation",
  "commitment",
  "evidence",
] as const;
export type CueClass = (typeof CUE_CLASSES)[number];

/** The words that announce a quotation: "said", "according to", "in a statement", ":". */
export interface Cue extends Span {
  readonly lemma: string;
  readonly class: CueClass;
}

/** A quotation, its cue and the mention of its speaker, as the text has them. */
export interface Attribution {
  /** The pieces of the content: its attribution may interrupt it. Quotation marks are inside. */
  readonly parts: readonly Span[];
  readonly kind: QuoteKind;
  readonly cue: Cue | null;
  readonly speaker: Span | null;
  /** An outlet that the words came through: "TASS" in "TASS quoted Orlov as saying". */
  readonly via?: Span;
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** How the speaker of a quotation was found. */
export type Resolution =
  | "named"
  | "surname"
  | "pronoun"
  | "nominal"
  | "group"
  | "continued"
  | "interviewee"
  | "repeated"
  | "unknown";

/** An attribution whose speaker has been looked up among the entities and sources of the document. */
export interface Quote extends Attribution {
  /** "q1", "q2", in order of the text. */
  readonly id: string;
  /** Id of the speaker's entity. */
  readonly entity: string | null;
  readonly resolution: Resolution;
  /** Id of the source. */
  readonly source: string | null;
}

export type SourceType =
  | "expert-academic"
  | "expert-thinktank"
  | "expert-other"
  | "official"
  | "spokesperson"
  | "politician"
  | "organization"
  | "media"
  | "document"
  | "citizen"
  | "group"
  | "anonymous";

/** Someone or something quoted, in the capacity that the text gives. */
export interface Source {
  /** "s1", "s2", in order of first quotation. */
  readonly id: string;
  /** As best given: a full name, else the fullest noun phrase. */
  readonly name: string;
  readonly entity: string | null;
  /** Present where the source is named by a place ("Moscow said"): whom that name may stand for. The entity stays a place. */
  readonly standsFor?: "government";
  readonly type: SourceType;
  readonly isExpert: boolean;
  /** The id of the rule that gave the type. */
  readonly reason: string;
  readonly role: Annotation | null;
  readonly affiliation: Annotation | null;
  readonly mentions: readonly Span[];
  readonly quotes: number;
  /** Words quoted, and those of them inside quotation marks. */
  readonly words: number;
  readonly verbatimWords: number;
}

// --- events -------------------------------------------------------------------------------------

export type EventKind =
  | "summit"
  | "visit"
  | "meeting"
  | "talks"
  | "call"
  | "forum"
  | "agreement"
  | "vote"
  | "election"
  | "test"
  | "exercise"
  | "launch"
  | "invitation";

export type EventStatus = "held" | "planned" | "expected" | "denied" | "cancelled";

/** A visit, summit, meeting or the like that a sentence tells of. */
export interface Event {
  readonly kind: EventKind;
  readonly trigger: Annotation;
  /** Ids of entities, in order of mention. */
  readonly participants: readonly string[];
  /** Id of an entity of type place. */
  readonly place: string | null;
  /** Calendar interval, ISO 8601 days. */
  readonly earliest: string | null;
  readonly latest: string | null;
  /** The words that give the interval; null where none do. */
  readonly dated: Span | null;
  readonly status: EventStatus;
  readonly sentence: Span;
  /** Id of the source who says so, where it stands in a quotation. */
  readonly source: string | null;
}

// --- copies -------------------------------------------------------------------------------------

/** A sentence and a hash of its words, the same in every copy. */
export interface FingerprintedSentence extends Span {
  /** 32 bits, unsigned. */
  readonly hash: number;
}

/** What it takes to know a copy of an article without its text. */
export interface Fingerprint {
  /** Words of the body. */
  readonly words: number;
  /** MinHash signature of its runs of five words: 128 unsigned numbers of 32 bits. */
  readonly signature: Uint32Array;
  readonly sentences: readonly FingerprintedSentence[];
}

// --- the whole ----------------------------------------------------------------------------------

/** The raw text of one article and everything found in it. No stage ever changes `raw`. */
export interface Document {
  readonly id: string;
  readonly raw: string;
  readonly file: SourceFile;
  /** Columns of the input record that the tool doesn't read itself. */
  readonly meta: Readonly<Record<string, unknown>>;
  /** Publication day by flag, record or sidecar (ISO 8601); it overrides what the page says. */
  readonly given: string | null;
  readonly markup: Markup | null;
  /** BCP 47 tag; "und" where it can't be told. */
  readonly language: string;
  readonly blocks: readonly Block[];
  readonly headline: Stated | null;
  readonly bylines: readonly Byline[];
  readonly candidates: Candidates;
  readonly outlet: Stated | null;
  readonly section: Stated | null;
  /** The address that the page gives as its own. */
  readonly url: Stated | null;
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** How many entities more there are, which were left out as too many. */
  readonly entitiesLeftOut: number;
  readonly published: Published;
  readonly timexes: readonly Timex[];
  readonly attributions: readonly Attribution[];
  readonly quotes: readonly Quote[];
  readonly sources: readonly Source[];
  readonly events: readonly Event[];
  /** Null for texts of a few words. */
  readonly fingerprint: Fingerprint | null;
}

/** The parts of a document that a stage reads; the compiler then checks the order of the stages. */
export type Has<K extends keyof Document> = Pick<Document, "id" | "raw" | K>;

export const textOf = (doc: Has<never>, span: Span): string => doc.raw.slice(span.start, span.end);
