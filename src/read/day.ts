const ISO = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/u;

/** The day at the start of an ISO 8601 date or time, if it exists in the calendar. */
export function isoDay(text: string): string | null {
  const day = ISO.exec(text)?.[0];
  return day && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day : null;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

// Only forms with one reading: "03/04/2024" is a day in March or one in April, and is none of these.
const FORMS = [
  // "20240618", "20240618T1000"
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)(?!\d)/u,
  // "2024-06-18", "2024/6/18", "2024_06_18"
  /^(?<year>\d{4})(?<mark>[-/._])(?<month>\d\d?)\k<mark>(?<day>\d\d?)(?!\d)/u,
  // "18 June 2024", "Tue, 18 Jun 2024 10:00:00 GMT" (RFC 5322)
  /^(?:\p{L}{3,9},? )?(?<day>\d\d?)(?:st|nd|rd|th)? (?<name>\p{L}{3,9})\.?,? (?<year>\d{4})(?!\d)/u,
  // "June 18, 2024", "Tue Jun 18 2024"
  /^(?:\p{L}{3,9},? )?(?<name>\p{L}{3,9})\.? (?<day>\d\d?)(?:st|nd|rd|th)?,? (?<year>\d{4})(?!\d)/u,
];

/** The day that a cell or a file name gives, as ISO 8601; null where it is none, or could be two. */
export function calendarDay(text: string): string | null {
  const trimmed = text.trim();
  for (const form of FORMS) {
    const { year, month, name, day } = form.exec(trimmed)?.groups ?? {};
    const number = name ? MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1 : Number(month);
    const found = year && isoDay(`${year}-${pad(number)}-${pad(Number(day))}`);
    if (found) return found;
  }
  return null;
}

const pad = (n: number) => String(n).padStart(2, "0");
