// A club or national team is another in every sport that goes by the name of the same place.

const WORDS: Readonly<Record<string, string>> = {
  cricket: "cricket cricketer wicket wickets innings batsman batsmen bowler lbw overs test-match spinner",
  rugby: "rugby scrum scrums lineout fullback flyhalf scrumhalf wallabies springboks try-line six-nations tri-nations",
  football:
    "soccer goalkeeper midfielder striker fifa uefa world-cup penalty-kick own-goal premier-league first-division second-division champions-league qualifier bundesliga relegation",
  tennis: "tennis atp wta seeded backhand forehand grand-slam fed-cup davis-cup wimbledon unseeded straight-sets",
  baseball:
    "baseball inning homer homers pitcher shortstop rbi rbis home-run american-league national-league bullpen major-league",
  "ice hockey": "hockey nhl puck goaltender power-play stanley-cup hat-trick",
  basketball: "basketball nba rebounds rebound layup three-pointer point-guard",
  "american football": "nfl quarterback touchdown touchdowns interception fumble linebacker super-bowl",
  volleyball: "volleyball",
  handball: "handball",
};

const SPORTS = new Map<string, string>();
for (const [sport, words] of Object.entries(WORDS))
  for (const word of words.split(" ")) SPORTS.set(word.replace("-", " "), sport);

const ENOUGH = 2;

/** The sport that an article reports on, or an empty string. */
export function sportOf(text: string): string {
  const counts = new Map<string, number>();
  let before = "";
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    const sport = SPORTS.get(word) ?? SPORTS.get(`${before} ${word}`);
    if (sport) counts.set(sport, (counts.get(sport) ?? 0) + 1);
    before = word;
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= ENOUGH && first[1] > (second?.[1] ?? 0) ? first[0] : "";
}
