/** The forms of a verb that spelling tells apart. */
export type Form = "base" | "third" | "past" | "participle" | "ing";

// lemma past participle, where they aren't regular; own list.
const IRREGULAR = new Map(
  `say said said|tell told told|write wrote written|speak spoke spoken|go went gone|begin began begun|swear swore sworn
  |read read read|foretell foretold foretold|hear heard heard|find found found|sing sang sung|lie lied lied|shoot shot shot
  |break broke broken|forecast forecast forecast|broadcast broadcast broadcast|hit hit hit|cast cast cast|bid bid bid
  |seek sought sought|undertake undertook undertaken|forbid forbade forbidden|beseech besought besought|spell spelt spelt
  |misstate misstated misstated|overstate overstated overstated|show showed shown|prove proved proven|slam slammed slammed
  |rip ripped ripped|quip quipped quipped|brag bragged bragged|beg begged begged|dub dubbed dubbed|rap rapped rapped
  |snap snapped snapped|tip tipped tipped|grin grinned grinned|jab jabbed jabbed|chat chatted chatted|ban banned banned
  |pan panned panned|slap slapped slapped|sob sobbed sobbed|quiz quizzed quizzed|kid kidded kidded|aver averred averred
  |refer referred referred|rebut rebutted rebutted|admit admitted admitted|permit permitted permitted|commit committed committed
  |submit submitted submitted|concur concurred concurred|demur demurred demurred|recap recapped recapped|extol extolled extolled
  |nod nodded nodded|shrug shrugged shrugged|blog blogged blogged|jot jotted jotted|pen penned penned|fib fibbed fibbed
  |unveil unveiled unveiled|be was been|have had had|do did done|get got got|make made made|take took taken|come came come
  |see saw seen|know knew known|think thought thought|give gave given|leave left left|feel felt felt|put put put|bring brought brought
  |keep kept kept|hold held held|let let let|meet met met|run ran run|pay paid paid|sit sat sat|stand stood stood|lose lost lost
  |win won won|set set set|lead led led|understand understood understood|become became become|grow grew grown|send sent sent
  |build built built|fall fell fallen|cut cut cut|draw drew drawn|spend spent spent|rise rose risen|drive drove driven|buy bought bought
  |wear wore worn|choose chose chosen|throw threw thrown|fight fought fought|teach taught taught|catch caught caught|sell sold sold
  |deal dealt dealt|lay laid laid|shake shook shaken|strike struck struck|fly flew flown|sleep slept slept|eat ate eaten|forget forgot forgotten
  |mean meant meant|steal stole stolen|hide hid hidden|ride rode ridden|sweep swept swept|beat beat beaten|quit quit quit|split split split
  |spread spread spread|hurt hurt hurt|shut shut shut|bear bore borne|withdraw withdrew withdrawn|overcome overcame overcome|arise arose arisen
  |freeze froze frozen|stick stuck stuck|swing swung swung|tear tore torn|wake woke woken|blow blew blown|bind bound bound|lend lent lent
  |stop stopped stopped|plan planned planned|drop dropped dropped|prefer preferred preferred|occur occurred occurred|step stepped stepped
  |regret regretted regretted|transfer transferred transferred|control controlled controlled|equip equipped equipped|grab grabbed grabbed
  |rub rubbed rubbed|fret fretted fretted|deadpan deadpanned deadpanned|outrun outran outrun|foresee foresaw foreseen|withhold withheld withheld|uphold upheld upheld`
    .split("|")
    .map((row) => row.trim().split(" ") as [string, string, string])
    .map(([lemma, past, participle]) => [lemma, { past, participle }]),
);

const DOUBLED = /[aeiou]([bdgklmnprtz])\1ed$/u;

function regularPast(lemma: string): string {
  if (lemma.endsWith("e")) return `${lemma}d`;
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return lemma.endsWith("c") ? `${lemma}ked` : `${lemma}ed`;
}

function third(lemma: string): string {
  if (/[^aeiou]y$/u.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  if (lemma === "have") return "has";
  return /(?:s|x|z|ch|sh|[^aeiou]o|^go|^do)$/u.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

function gerund(lemma: string, past: string): string {
  if (lemma.endsWith("ie")) return `${lemma.slice(0, -2)}ying`;
  if (/(?:[^eoy]e|[^aeiou]ye)$/u.test(lemma) && lemma !== "be") return `${lemma.slice(0, -1)}ing`;
  if (DOUBLED.test(past) && past.length === lemma.length + 3) return `${past.slice(0, -2)}ing`;
  if (DOUBLING_IN_ING.has(lemma)) return `${lemma}${lemma.at(-1)}ing`;
  return lemma.endsWith("c") ? `${lemma}king` : `${lemma}ing`;
}
const DOUBLING_IN_ING = new Set("begin hit bid forbid get put let run sit win set cut quit split shut stop".split(" "));

/** Every spelling of a verb with its form; spellings that serve several forms come once for each. */
export function inflect(lemma: string): [spelling: string, form: Form][] {
  const { past, participle } = IRREGULAR.get(lemma) ?? { past: regularPast(lemma), participle: regularPast(lemma) };
  const forms: [string, Form][] = [
    [lemma, "base"],
    [third(lemma), "third"],
    [past, "past"],
    [participle, "participle"],
    [gerund(lemma, past), "ing"],
  ];
  // British spelling: labelled, signalling.
  if (/[^aeiou][ae]l$/u.test(lemma))
    forms.push([`${lemma}led`, "past"], [`${lemma}led`, "participle"], [`${lemma}ling`, "ing"]);
  return forms;
}
