import type { DiagnosticRule } from "../diagnostic.ts";

/** Why a diagnostic is given, and what can be done about it. */
export interface Explanation {
  readonly why: string;
  readonly remedy: string;
}

/** An explanation of every diagnostic of the catalogue; a test sees to it that none is left out. */
export const explanations: Readonly<Partial<Record<DiagnosticRule, Explanation>>> = {
  "no-such-input": {
    why: "A path, folder or pattern of the command line leads to nothing that can be read.",
    remedy:
      "Check the spelling and the working directory; put patterns in quotes where the shell should not expand them.",
  },
  "unreadable-file": {
    why: "The file is there, but the system refuses to give its bytes.",
    remedy: "Look at its permissions and at the disk; it is left out until it can be read.",
  },
  "broken-link": {
    why: "A symbolic link leads to nothing, or back to itself.",
    remedy: "Repair or remove the link.",
  },
  "timed-out": {
    why: "Analyzing this one document took longer than it may, so that it was given up and the others were done.",
    remedy: "Raise --timeout-per-document; if it is no huge document, please report it.",
  },
  "worker-ended": {
    why: "This one document used more memory than a worker may have, or broke it. The others were done by a new worker.",
    remedy:
      "Raise --memory-per-job, or leave the document out by --exclude; if it is no huge document, please report it.",
  },
  "unfollowed-link": {
    why: "A folder holds a symbolic link to another folder, or to a file outside: following it could read what nobody meant.",
    remedy: "Say --follow where links are to be followed, or leave the link out by --exclude.",
  },
  "binary-file": {
    why: "The bytes are no text in any encoding: an image, an archive or an office document under a name of a text.",
    remedy: "Convert it to text or HTML first, or leave it out by --exclude.",
  },
  "broken-gzip": {
    why: "The compressed file is cut off or damaged. What could be decompressed was read.",
    remedy: "Fetch the file again; gzip -t tells whether it is whole.",
  },
  "compression-bomb": {
    why: "The file grows so much on decompression that it would fill memory or disk.",
    remedy: "Raise --max-ratio if the file can be trusted.",
  },
  "file-too-large": {
    why: "The file, or one record in it, is larger than an article can be.",
    remedy: "Raise --max-bytes, or split the file: a file of many articles should be JSON Lines, CSV or WARC.",
  },
  "too-many-records": {
    why: "The file goes on after as many records as one file may have. Those before were read, those behind are in no count.",
    remedy: "Raise --max-records if the file can be trusted, or split it.",
  },
  "too-deep": {
    why: "The elements of the page nest deeper than any page by intention, which costs time and memory.",
    remedy:
      "Raise --max-depth if the page can be trusted, or repair its markup: most often an element is never closed.",
  },
  "too-many-entities": {
    why: "The document names more people, places and bodies than one article can. The first were kept with all their mentions.",
    remedy: "Raise --max-entities, or split the document: a table or an index is not one article.",
  },
  "no-records": {
    why: "A table with nothing but its header, an empty array or an empty archive: there is nothing to read in it.",
    remedy: "Look whether the export broke off; an empty file is better left out.",
  },
  "broken-record": {
    why: "A line or element is no valid JSON object, or has no text. The others of its file were read.",
    remedy: "Look at the line that is named; --map tells which field holds the text.",
  },
  "ragged-row": {
    why: "A row has more cells than the header, so nobody can say which cell belongs to which column.",
    remedy: "Put cells that hold the delimiter, quotation marks or line ends into double quotes.",
  },
  "short-row": {
    why: "A row ends before the header does. Its last cells were taken to be empty.",
    remedy: "Check that the row was not cut off.",
  },
  "wrong-length": {
    why: "The length that an archive record states is not its length; its end was found by the next record.",
    remedy: "Write the archive again if you can; the record may have lost or gained bytes.",
  },
  "unmatched-metadata": {
    why: "The table of metadata has a row for a file that is not in the folder.",
    remedy: "Check the name in the row, or fetch the article that is missing.",
  },
  "unmatched-name": {
    why: "The name of the file does not have the shape that --name-pattern gives, so nothing was taken from it.",
    remedy: "Rename the file, or give a pattern that all names have.",
  },
  "unknown-column": {
    why: "--map names a column or field that the file does not have.",
    remedy: "Compare the names with the header of the file; upper and lower case don't matter.",
  },
  "stage-failed": {
    why: "The tool itself failed on this document. That is a bug.",
    remedy: "Please report it with the message and, if you may share it, the file.",
  },
  "nul-characters": {
    why: "The text holds NUL characters, most often from a wrong encoding or a damaged file.",
    remedy: "Give the right --encoding, or fetch the article again.",
  },
  "invalid-date": {
    why: "The publication date of a record or sidecar can't be read, or can be read in two ways; it was ignored.",
    remedy: "Write it as YYYY-MM-DD.",
  },
  "empty-document": {
    why: "There is no text at all.",
    remedy: "Fetch the article again: the scraper may have saved an empty answer.",
  },
  "nothing-but-boilerplate": {
    why: "All of the text is menus, forms and links; no line of it reads like an article.",
    remedy: "Look at it with summits show: it may be an index page, a video page or a consent form.",
  },
  "error-page": {
    why: "What was saved is the notice of a server or browser, such as 404 Not Found or Access Denied.",
    remedy: "Fetch the article again, or leave the file out.",
  },
  "needs-script": {
    why: "The page says that it needs JavaScript: its text would have come by a script that was not run.",
    remedy: "Fetch the article with a browser, or from an address that serves plain HTML.",
  },
  paywalled: {
    why: "The text breaks off with an offer of a subscription, so quotations and sources behind it are missing.",
    remedy: "Fetch the whole article with your subscription, or leave the file out of counts.",
  },
  "video-page": {
    why: "There is a player and a few lines around it, but hardly any prose.",
    remedy: "Leave the file out, or fetch the transcript.",
  },
  "list-page": {
    why: "The page lists other articles: a section, a search result, an archive.",
    remedy: "Leave the file out, and fetch the articles that it lists.",
  },
  "several-articles": {
    why: "A second article begins in the text. What is said in it counts for the first.",
    remedy: "Split the file: one article in each, or one in each record.",
  },
  mojibake: {
    why: "UTF-8 was read as windows-1252 before it was saved (â€œ for a quotation mark). The clean text is repaired; offsets point into the text as it is.",
    remedy: "Have the scraper read the encoding that the page declares.",
  },
  "undecodable-bytes": {
    why: "Some bytes mean nothing in the encoding of the file and became U+FFFD.",
    remedy: "Give the right --encoding, or fetch the article again.",
  },
  "guessed-encoding": {
    why: "The file is not UTF-8 and does not say what it is; its encoding was guessed from its bytes.",
    remedy: "Give --encoding if the guess is wrong.",
  },
  "no-creation-time": {
    why: 'Neither page nor record nor file name tells when the article was written, so "on Tuesday" can\'t be resolved.',
    remedy: "Give the day by --published, a column or field published, a sidecar, or --name-pattern.",
  },
  "not-english": {
    why: "The rules and models are for English; in other languages most names, dates and quotations are missed.",
    remedy: "Leave the document out, or translate it first.",
  },
  "unclosed-quote": {
    why: "A quotation mark opens and none closes before the paragraph ends, so the bounds of the quotation are a guess.",
    remedy: "Compare with the original page: the paragraph may have been cut.",
  },
  "duplicate-id": {
    why: "Two documents have the same id. Both were kept; the second got #2 behind its id.",
    remedy: "Give each record an id of its own, or remove the copy.",
  },
};
