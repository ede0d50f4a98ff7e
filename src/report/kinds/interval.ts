/** A calendar interval as ISO 8601 has it: "2024-06-18", or "2024-06-18/2024-06-19". */
export const intervalOf = (earliest: string, latest: string): string =>
  earliest === latest ? earliest : `${earliest}/${latest}`;

const LAST = {
  "01": 31,
  "03": 31,
  "04": 30,
  "05": 31,
  "06": 30,
  "07": 31,
  "08": 31,
  "09": 30,
  "10": 31,
  "11": 30,
  "12": 31,
};

/** The shortest form of an interval: "2024-06-18/19", "2024-06", "2024"; of TIMEX3's decade "197": "1970s". */
export function shortened(interval: string): string {
  if (/^\d{3}$/u.test(interval)) return `${interval}0s`;
  const match = /^(\d{4})-(\d\d)-(\d\d)\/\1-(\d\d)-(\d\d)$/u.exec(interval);
  if (!match) return interval;
  const [, year, month, day, lastMonth, lastDay] = match as unknown as [
    string,
    string,
    keyof typeof LAST,
    string,
    string,
    string,
  ];
  if (month === "01" && day === "01" && lastMonth === "12" && lastDay === "31") return year;
  if (month !== lastMonth) return `${year}-${month}-${day}/${lastMonth}-${lastDay}`;
  const isWhole = day === "01" && (Number(lastDay) === LAST[month] || (!(month in LAST) && Number(lastDay) >= 28));
  return isWhole ? `${year}-${month}` : `${year}-${month}-${day}/${lastDay}`;
}
