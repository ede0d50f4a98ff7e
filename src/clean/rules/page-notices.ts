import { like } from "./rule.ts";

/** A line by which a page tells that it isn't an article, or not all of one. */
export interface PageNotice {
  /** The diagnostic that it gives. */
  readonly kind: "error-page" | "needs-script" | "paywalled" | "video-page";
  readonly test: (text: string) => boolean;
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

// Notices are lines of their own; a long paragraph only mentions them.
const LONGEST = 320;

/** The notices, most telling first. */
export const pageNotices: readonly PageNotice[] = [
  {
    kind: "needs-script",
    test: like(
      LONGEST,
      /\b(?:please |must |need to |have to )?(?:enable|turn on|activate|allow) (?:javascript|js)\b/iu,
      /\bjavascript (?:is|must be|has to be) (?:disabled|required|enabled|turned off|switched off|not enabled)/iu,
      /\b(?:requires?|needs?) javascript\b|\b(?:doesn['’]t|does not|won['’]t|will not) work (?:properly )?without javascript/iu,
    ),
    matches: [
      "You need to enable JavaScript to run this app.",
      "Please turn on JavaScript in your browser and reload the page.",
      "JavaScript is disabled",
      "This site requires JavaScript.",
    ],
    rejects: ["The attackers used JavaScript to read cookies.", "JavaScript turns thirty"],
  },
  {
    kind: "error-page",
    test: like(
      LONGEST,
      /^(?:error|http)[ :]*(?:403|404|410|429|50[0234])\b.{0,40}$|^(?:403|404|410|429|50[0234])(?: error)?[.!]?$/iu,
      /^(?:(?:error )?(?:40[34]|410|429|50\d)[ :–—|-]*)?(?:oops[,.!:]* )?(?:the )?(?:page|article|story|content)? ?(?:was |is |could )?(?:not (?:be )?found|cannot be found|no longer (?:available|exists)|not available)(?: error)?[.!]?$/iu,
      /^(?:access denied|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error|too many requests|request (?:blocked|timed out))[.!]?$/iu,
      /^(?:we(?:['’]re| are) )?(?:sorry,? )?(?:but )?(?:the|this|that) (?:page|article|story|content|link) (?:that )?(?:you (?:requested|are looking for|followed)|you(?:['’]re| are) looking for|can(?:no|['’])t be found|does(?: not|n['’]t) exist|(?:has been|was) (?:removed|deleted|moved)|is no longer available)\b/iu,
      /^we (?:can['’]t|cannot|could(?:n['’]t| not)) find (?:the|that|this) page\b/iu,
      /^you (?:do not|don['’]t) have permission to (?:access|view)\b/iu,
      /^(?:checking (?:your browser|if the site connection is secure)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot\?|attention required!)/iu,
    ),
    matches: [
      "404",
      "Error 404: nothing here",
      "404 - Page not found",
      "Access Denied",
      "Sorry, the page you are looking for has moved.",
      "This article is no longer available.",
      "We couldn’t find that page",
      "You don’t have permission to access this server.",
      "Checking your browser before you go on",
    ],
    rejects: [
      "Remains of the aircraft were not found.",
      "The page turned on 404 years of rule.",
      "Inspectors were denied access, and the plant is forbidden ground.",
    ],
  },
  {
    kind: "paywalled",
    test: like(
      LONGEST,
      /\b(?:subscribe|sign[ -]?up|register|log ?in|sign[ -]?in|join|become an? (?:\w+ )?(?:subscriber|member)|buy a subscription|start (?:a|your) (?:free )?(?:trial|subscription)|create an? (?:free )?account|subscription|upgrade)\b.{0,80}\b(?:to|and|for) (?:continue|keep|finish|read|unlock|access|view)\b.{0,40}\b(?:reading|article|story|full|content|rest|more)\b/iu,
      /\bto (?:continue|keep|finish) reading\b.{0,80}\b(?:subscri\w+|register|sign|log|account|member\w*|trial)\b/iu,
      /\b(?:this|the) (?:full |rest of (?:this|the) )?(?:article|story|content|page|post|piece|report) is (?:only |exclusively )?(?:(?:available|accessible|open) (?:only )?(?:to|for)|for|reserved for|exclusive (?:to|for)) (?:paying |paid |premium |registered |our |digital )*(?:subscribers|members)\b/iu,
      /^(?:subscriber|member|premium)s?[- ](?:only|exclusive)(?: (?:content|article|story))?\W*$/iu,
      /\byou(?:['’]ve| have) (?:reached|read|used|hit|viewed) (?:your|all|the) .{0,30}\b(?:free|monthly|limit|last)\b.{0,30}\b(?:articles?|stor(?:y|ies))\b/iu,
      /\b(?:unlock|get access to|read) (?:this|the full|the rest of th(?:is|e)) (?:article|story)\b.{0,60}\b(?:subscri\w+|member\w*|trial|account|free|for \W?\d)/iu,
      /^(?:want to read (?:more|on)\?|continue reading (?:this (?:article|story) )?with (?:a|an|your) \w+(?: \w+)? (?:subscription|account|membership))/iu,
    ),
    matches: [
      "Subscribe now to continue reading this article.",
      "To continue reading, log in or create an account.",
      "This article is only available to paying subscribers.",
      "This story is for members",
      "Subscribers only",
      "You have reached your limit of free articles this month.",
      "Unlock the full article with a subscription",
      "Continue reading with a Gazette subscription",
    ],
    rejects: [
      "Subscribe to our newsletter",
      "Already a subscriber? Log in",
      "The articles of the treaty were read to the members.",
      "He signed in 2014 to keep the story out of the papers.",
    ],
  },
  {
    kind: "video-page",
    test: like(
      LONGEST,
      /^video player(?: is loading)?\b|^this (?:video|is a modal window|video (?:is|can(?:no|['’])t be)) .{0,40}\b(?:unavailable|played|not available|loading)/iu,
      /^(?:watch|video|live)\s?[:|–—]\s?\S|^(?:watch|play) (?:the )?(?:full )?video\b|^(?:now playing|up next|unmute|play video|autoplay)\b.{0,20}$/iu,
    ),
    matches: [
      "Video Player is loading.",
      "WATCH: Minister arrives in Oslo",
      "Watch the full video",
      "Now playing",
      "This video is not available",
    ],
    rejects: ["Watch your step in the capital", "The video shows the minister leaving.", "Live music returns to Oslo"],
  },
];
