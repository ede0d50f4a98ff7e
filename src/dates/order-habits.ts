import type { Has } from "../document.ts";

/** What of a page may tell the country of its outlet. */
export type Page = Partial<
  Pick<Has<"meta" | "markup" | "language" | "outlet">, "meta" | "markup" | "language" | "outlet">
>;

/** The order in which a page writes dates of figures, and what says so. */
export interface Habit {
  readonly order: "mdy" | "dmy";
  readonly because: string;
}

// Countries whose papers write the month first, by top-level domain. In Canada, Kenya and South Africa both orders are common; in
// East Asia, Hungary and Iran the year comes first, which tells nothing of 03/04/2024. (Unicode CLDR, short date formats.)
const MONTH_FIRST = new Set("us gov mil ph fm pw mh gu as pr vi mp".split(" "));
const DAY_FIRST = new Set(
  "uk ie fr de at ch it es pt nl be lu dk no fi is pl cz sk si hr rs ba me mk al bg ro gr cy mt ru ua by md ge am az tr il lb jo eg ma dz tn ly sa ae qa kw bh om ye iq in pk bd lk np mm th vn la kh my sg id bn au nz fj pg br ar cl uy py bo pe ec co ve mx gt hn sv ni cr pa cu do jm tt gy bb ng gh tz ug zm zw mw bw na mz ao et sn ci cm kz kg uz tj tm".split(
    " ",
  ),
);
const DAY_FIRST_LANGUAGES = new Set(
  "fr de it es pt nl da nb no fi is pl cs sk sl hr sr bs mk sq bg ro el mt ru uk be hy ka az tr he ar hi bn ta te ur th vi id ms sw".split(
    " ",
  ),
);
const MONTH_FIRST_OUTLET =
  /\b(?:American?|USA|U\.S\.|New York|Washington|Los Angeles|Chicago|Boston|Philadelphia|Houston|Dallas|Texas|California|Florida|Philippines?|Manila)\b/;
const DAY_FIRST_OUTLET =
  /\b(?:British|UK|London|Manchester|Scots|Scottish|Scotland|Welsh|Irish|Ireland|Dublin|Australian?|Sydney|Melbourne|New Zealand|India|Indian|Hindustan|Delhi|Mumbai|Pakistan|Karachi|Dawn|Bangladesh|Dhaka|Sri Lanka|Nepal|Kathmandu|Singapore|Malaysia|Jakarta|Bangkok|Vietnam|Cambodia|Khmer|Nigerian?|Lagos|Ghana|Uganda|Tanzania|Zimbabwe|Jamaica|Trinidad|Gulf|Arab|Dubai|Israel|Jerusalem|Kyiv|Moscow|Paris|Berlin|Madrid|Rome)\b/;

/** How the outlet's country writes dates of figures; null where neither address, markup, language nor name tells the country. */
export function habitOf({ meta, markup, language, outlet }: Page): Habit | null {
  const statements = markup?.statements ?? [];
  const addresses = [meta?.url, ...statements.flatMap(({ field, value }) => (field === "url" ? [value] : []))];
  const tags = [...statements.flatMap(({ field, value }) => (field === "language" ? [value] : [])), language];
  return first(addresses, ofAddress) ?? first(tags, ofLanguage) ?? (outlet ? ofOutlet(outlet.text) : null);
}

function first(values: readonly unknown[], ask: (value: string) => Habit | null): Habit | null {
  for (const value of values) {
    const habit = typeof value === "string" ? ask(value) : null;
    if (habit) return habit;
  }
  return null;
}

function ofAddress(address: string): Habit | null {
  const domain = /^[a-z]+:\/\/[^/?#]*?\.([a-z]{2,3})(?::\d+)?(?:[/?#]|$)/i.exec(address)?.[1]?.toLowerCase();
  if (!domain) return null;
  const because = `address in .${domain}`;
  return MONTH_FIRST.has(domain) ? { order: "mdy", because } : DAY_FIRST.has(domain) ? { order: "dmy", because } : null;
}

// "en-GB", "en_US", "fr"; plain "en" is of both.
function ofLanguage(tag: string): Habit | null {
  const [language = "", region = ""] = tag.toLowerCase().split(/[-_]/);
  const because = `language ${tag}`;
  if (language === "en" && region !== "gb")
    return MONTH_FIRST.has(region)
      ? { order: "mdy", because }
      : DAY_FIRST.has(region)
        ? { order: "dmy", because }
        : null;
  return DAY_FIRST_LANGUAGES.has(language) || region === "gb" ? { order: "dmy", because } : null;
}

function ofOutlet(name: string): Habit | null {
  const because = `outlet ${name}`;
  if (MONTH_FIRST_OUTLET.test(name)) return { order: "mdy", because };
  return DAY_FIRST_OUTLET.test(name) ? { order: "dmy", because } : null;
}
