/** A shape of names of events. The words of a name are capitals in one run; the rule says which word makes them an event. */
export interface EventRule {
  readonly id: string;
  readonly reason: string;
  /** The last word, or with `opens` the first. */
  readonly head: RegExp;
  readonly opens?: true;
  /** Fewest words of the name. */
  readonly words: number;
  /** Words one of which must stand before ("at the X Forum"): without it the name is that of a body. */
  readonly after?: RegExp;
  /** The name before the head must be that of a city: "Hanoi summit", not "Korea summit". */
  readonly city?: true;
  /** Examples, the event in brackets. */
  readonly matches: readonly string[];
  readonly rejects: readonly string[];
}

export const EVENT_RULES: readonly EventRule[] = [
  {
    id: "world-war",
    reason: "wars that are numbered",
    head: /^(?:I|II|III)$/u,
    words: 3,
    after: /^War$/u,
    matches: ["She was born before [World War II] ended."],
    rejects: ["Pope Paul II spoke."],
  },
  {
    id: "named-gathering",
    reason: "gatherings and contests end in what they are",
    head: /^(?:Summit|Conference|Games|Olympics|Paralympics|Cup|Championships?|Festival|Expo|Biennale|Marathon|Prix|Carnival|Olympiad)$/u,
    words: 2,
    matches: [
      "Leaders left the [Geneva Peace Conference] early.",
      "He won the [Davis Cup] twice.",
      "Delegates of the [Hanoi Peace Conference] left.",
    ],
    rejects: ["The conference ended.", "Cup holders were sold."],
  },
  {
    id: "attended-forum",
    reason: "a forum that one attends is an event, one that says something a body",
    head: /^(?:Forum|Dialogue|Convention)$/u,
    words: 2,
    after:
      /^(?:at|during|attend|attended|attending|attends|join|joined|joining|hosted|hosts|hosting|opened|sidelines)$/u,
    matches: ["They met at the [Northern Energy Forum] in Oslo."],
    rejects: ["The Citizens Forum said it would sue."],
  },
  {
    id: "named-war",
    reason: "wars and risings end in what they are",
    head: /^(?:War|Wars|Revolution|Uprising|Intifada|Genocide|Massacre|Rebellion|Mutiny|Insurrection)$/u,
    words: 2,
    matches: ["His father fought in the [Crimean War].", "The [Orange Revolution] began in Kyiv."],
    rejects: ["War broke out.", "The revolution failed."],
  },
  {
    id: "named-vote",
    reason: "elections with a name in capitals",
    head: /^(?:Elections?|Referendum)$/u,
    words: 2,
    matches: ["Turnout in the [General Election] was low."],
    rejects: ["The election was close."],
  },
  {
    id: "named-storm",
    reason: "storms have a word before their name",
    head: /^(?:Typhoon|Hurricane|Cyclone)$/u,
    opens: true,
    words: 2,
    matches: ["[Hurricane Katrina] flooded the city."],
    rejects: ["A hurricane hit."],
  },
  {
    id: "named-operation",
    reason: "military operations have a word before their name",
    head: /^Operation$/u,
    opens: true,
    words: 2,
    matches: ["France ended [Operation Barkhane] last year."],
    rejects: ["The operation ended."],
  },
  {
    id: "battle-of",
    reason: "battles are called after places",
    head: /^(?:Battle|Siege)$/u,
    opens: true,
    words: 3,
    matches: ["He died in the [Battle of Verdun]."],
    rejects: ["The battle for the town went on."],
  },
  {
    id: "city-summit",
    reason: "summits are called after their city",
    head: /^(?:summit|Olympics)$/u,
    words: 2,
    city: true,
    matches: ["Talks stalled after the [Hanoi summit] in 2019."],
    rejects: ["The Russia summit is off.", "A summit is planned."],
  },
];
