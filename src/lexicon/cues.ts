import type { CueClass } from "../document.ts";
import { hashText } from "../tagger/feature.ts";
import { type Form, inflect } from "./inflect.ts";

/**
 * What may stand beside a reporting verb:
 * `c` a clause, with or without "that"; `q` a quotation; `i` its subject behind it ("said Smith"); `a` an addressee before the
 * content ("told reporters that"); `o` an object that is itself the content ("praised the deal"); `t` an infinitive ("vowed to
 * leave"); `p` a preposition before the content ("called for talks").
 */
export type Frame = "c" | "q" | "i" | "a" | "o" | "t" | "p";

/** A verb that reports what somebody said, wrote or asked. */
export interface ReportingVerb {
  readonly lemma: string;
  readonly class: CueClass;
  readonly frames: string;
}

/** One inflected spelling of a reporting verb. */
export interface CueForm extends ReportingVerb {
  readonly forms: ReadonlySet<Form>;
  /** The spelling as a number that stays the same when the list of verbs grows. */
  readonly code: number;
}

// lemma:frames, by class; own list.
const VERBS: Partial<Record<CueClass, string>> = {
  speech: `
    say:cqi tell:cqa add:cqi note:cqi explain:cqi announce:cqi report:cqi argue:cqi claim:cqit insist:cqi
    continue:q suggest:cqi state:cqi declare:cqi maintain:cqi acknowledge:cqi admit:cqi recall:cqi conclude:cqi warn:cqiap
    caution:cqiap reply:cqi respond:cqi answer:cqi retort:qi counter:cqi observe:cqi remark:cqi comment:cqip mention:cqi
    point:cqip reveal:cqi disclose:cqi divulge:co confirm:cqi affirm:cqi reaffirm:co reiterate:cqi repeat:cqi stress:cqi
    emphasize:cqi emphasise:cqi underline:co underscore:co highlight:o assert:cqi contend:cqi allege:cqi aver:cqi avow:c
    concede:cqi confess:cqi grant:c assure:ca reassure:ca inform:ca notify:ca remind:ca brief:a advise:caqt
    predict:cqi forecast:co foretell:c prophesy:c project:c estimate:c speculate:cqi theorize:cqi theorise:cqi posit:c
    hypothesize:c postulate:c opine:cqi quip:qi joke:cqi muse:qi reflect:q gush:qi rave:qi enthuse:qi boast:cqip brag:cqip
    crow:qip gloat:qi lament:cqi bemoan:o complain:cqip grumble:cqi gripe:cqi moan:cqi whine:cqi groan:qi grouse:cqi carp:qi
    exclaim:cqi shout:cqi yell:qi scream:qi cry:qi shriek:qi bellow:qi roar:qi thunder:qi bark:qi snap:qi growl:qi snarl:qi
    fume:qi rage:qi rant:qip whisper:cqi murmur:qi mutter:qi mumble:qi stammer:qi sigh:qi sob:qi laugh:q chuckle:qi
    chant:q sing:q intone:qi recite:qo pronounce:qo proclaim:cqi herald:o testify:cqi swear:cqt vouch:p attest:cp
    speak:pq talk:p chat:p discuss:o elaborate:qp expound:qp clarify:cqi specify:cq detail:o outline:o describe:oq relate:cq
    recount:cqi narrate:oq summarize:oq summarise:oq characterize:o characterise:o portray:o depict:o define:o
    quote:oqa cite:oc reference:o refer:p allude:p hint:cqip imply:c intimate:c indicate:cqi signal:c insinuate:c
    interject:qi interrupt:qi chime:q begin:qi start:qi open:q close:q finish:q end:q go:qi break:q jump:q
    volunteer:cqi venture:cqi offer:qo share:oq convey:oc relay:oc communicate:oc express:o voice:o utter:oq vent:q
    apologize:qip apologise:qip thank:oq congratulate:oq greet:oq welcome:oq wish:a toast:o introduce:o salute:o
    promote:o tout:o hype:o trumpet:o hail:o laud:o deadpan:qi drawl:qi purr:qi coo:qi croak:qi gasp:qi pant:q hiss:qi
    read:qi air:o broadcast:oc televise:o release:o publish:oc stipulate:c spell:p concur:cqi
    preach:cq lecture:aq plead:qt beg:qat implore:qat beseech:qat riff:q ad-lib:q rejoin:qi parry:q fire:q shoot:q
    echo:oq parrot:o second:o recap:oq rehash:o regale:a confide:cqi spill:o leak:co tip:a rumor:c hear:c profess:ct
    misstate:oc overstate:oc exaggerate:cq fib:cq lie:cp perjure:q dictate:oq translate:oq paraphrase:oq verbalize:o
    rationalize:cq generalize:cq philosophize:qi moralize:q wisecrack:qi jest:qi kid:qi tease:qoi scoff:qip sniff:qi harrumph:qi
    beam:qi grin:qi smile:q nod:q shrug:q agree:cqi put:q sum:q address:q`,
  writing: `
    write:cqip tweet:cqip retweet:o post:cqi blog:cqp email:caq e-mail:caq text:caq message:aq cable:cq scrawl:q scribble:q
    pen:o author:o jot:q print:o editorialize:cq headline:q caption:q inscribe:q sign:o document:oc record:oc list:o
    issue:o petition:at subtweet:o livetweet:q instagram:q dm:aq telegraph:c wire:c fax:a`,
  belief: `
    believe:c think:cqi feel:cq hope:ct fear:c worry:cp doubt:c suspect:c expect:c assume:c reckon:cqi guess:cq imagine:c realize:c
    realise:c recognize:co recognise:co understand:c know:c consider:o view:o see:o regard:o remember:cq regret:co trust:c
    conceive:c presume:c surmise:cqi figure:c marvel:qi`,
  denial: `
    deny:coqi dispute:oc refute:o rebut:oq reject:o dismiss:oq disavow:o disown:o repudiate:o renounce:o contradict:oc
    discount:o debunk:o disclaim:o recant:o retract:o gainsay:o contest:oc downplay:o play:p brush:o shrug:o rebuff:o
    refuse:t decline:t balk:p demur:qi object:cqip protest:cqip negate:o`,
  question: `
    ask:qaictp question:oqc inquire:qcp enquire:qcp query:qoc wonder:cqi quiz:oa grill:oap press:ap probe:o interrogate:o
    pose:o challenge:oat interview:o poll:o survey:o`,
  evaluation: `
    call:oqp label:o brand:o dub:o deem:o term:o style:o name:o accuse:op blame:op charge:ocp criticize:oqi criticise:oqi condemn:o
    denounce:o decry:o deplore:o deride:oq mock:oq ridicule:o blast:oq slam:oq rip:oq bash:o attack:o assail:o lambaste:oq
    lambast:o skewer:o slap:o knock:o hit:op lash:p rail:p inveigh:p castigate:o chastise:o chide:oq admonish:oqa rebuke:o
    reprimand:o reproach:o reprove:o scold:oqa upbraid:o berate:o excoriate:o pillory:o savage:o pan:o trash:o torch:o scorch:o
    slate:o censure:o fault:o impugn:o malign:o vilify:o smear:o disparage:o belittle:o insult:o taunt:oq jeer:qo heckle:qo needle:o jab:p swipe:p
    praise:o applaud:o commend:o compliment:o credit:op celebrate:o cheer:qo extol:o endorse:o back:o support:o defend:oq oppose:o
    champion:o justify:o admire:o honor:o honour:o liken:op compare:op equate:op contrast:op paint:op cast:op frame:o rate:o rank:o
    judge:oc rule:cq find:c assess:oc evaluate:o analyze:oc analyse:oc review:o diagnose:co interpret:o misrepresent:o
    rap:o roast:o troll:o flay:o hammer:o pummel:o dismiss:oq fret:cqi invoke:o target:o single:o scorn:o`,
  commitment: `
    promise:cqati pledge:cqti vow:cqti propose:coqti guarantee:cot commit:tp undertake:t threaten:tcq urge:oatqi recommend:cotqi
    advocate:op demand:coqti request:cotq order:oatc command:oatc instruct:atc direct:atc require:ct appeal:p exhort:atq
    encourage:at counsel:atq call:op invite:at advise:atq seek:o agree:t swear:tcq plead:pt press:ap lobby:ap push:p
    campaign:p crusade:p argue:p nominate:o mandate:c decree:c legislate:c ban:o forbid:at suggest:cqi dare:at bid:t
    enjoin:at insist:cqip warn:cqiap clamor:p clamour:p motion:c move:c resolve:ct authorize:ot vote:tp envision:oc envisage:oc
    pitch:op float:o outline:o unveil:o present:o submit:co table:o tender:o`,
  evidence: `
    show:co prove:c demonstrate:c illustrate:co establish:c document:oc suggest:c attribute:op credit:op ascribe:op
    calculate:c determine:c discover:c uncover:co expose:o detect:c verify:c corroborate:co substantiate:o validate:o
    certify:c chronicle:o trace:o`,
};

function readVerbs(): ReportingVerb[] {
  const verbs = new Map<string, ReportingVerb>();
  for (const [cueClass, rows] of Object.entries(VERBS) as [CueClass, string][])
    for (const row of rows.split(/\s+/).filter(Boolean)) {
      const [lemma, frames] = row.split(":") as [string, string];
      const known = verbs.get(lemma);
      if (known) verbs.set(lemma, { ...known, frames: [...new Set(known.frames + frames)].join("") });
      else verbs.set(lemma, { lemma, class: cueClass, frames });
    }
  return [...verbs.values()];
}

/** "according to X", which takes its speaker like a preposition. */
export const accordingTo: CueForm = { lemma: "according to", class: "speech", frames: "cq", forms: new Set(), code: 1 };

/** Reporting verbs whose base form is as often a noun: "the claim", "critics claim". */
export const nounVerbs: ReadonlySet<string> = new Set(
  `claim report call comment charge demand offer promise pledge vow attack praise question answer reply quote tweet post email
  e-mail text message note state request order command challenge warning advise boast brag joke quip cry shout scream whisper laugh
  sigh complaint appeal push press campaign vote show record document issue list poll survey interview signal hint project estimate
  forecast broadcast release blog cable fax sign hit rap roast slap knock blame credit honor honour support back target review judge
  frame rank rate cast pitch table motion bid counter protest object contest dispute probe query quiz pose label brand term style name
  blast slam rip bash fault insult taunt jeer swipe cheer compliment welcome toast salute wish thank lecture tip leak rumor lie
  fire shoot start open close finish end break jump grin smile nod shrug beam echo talk chat share air vent sing chant rant rage
  thunder bark snap growl shriek moan whine groan gripe grouse carp snarl bellow roar fret sniff purr coo pant gasp hiss detail outline
  brief rebuke reprimand reproach mandate decree ban invite discount contrast trace mention remark reference promote power stress spill`
    .split(/\s+/)
    .filter(Boolean),
);

/** Every reporting verb, each lemma once; the class that lists it first is its class. */
export const reportingVerbs: readonly ReportingVerb[] = readVerbs();

function readForms(): Map<string, CueForm> {
  const forms = new Map<string, { verb: ReportingVerb; forms: Set<Form> }>();
  for (const verb of reportingVerbs)
    for (const [spelling, form] of inflect(verb.lemma)) {
      const known = forms.get(spelling);
      if (!known) forms.set(spelling, { verb, forms: new Set([form]) });
      else if (known.verb === verb) known.forms.add(form);
    }
  return new Map(
    [...forms].map(([spelling, found]) => [spelling, { ...found.verb, forms: found.forms, code: hashText(spelling) }]),
  );
}

/** Lower-case spelling to reporting verb and the forms that it may be. */
export const cueForms: ReadonlyMap<string, CueForm> = readForms();
