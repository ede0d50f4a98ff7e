import type { Captures } from "../pattern-nodes.ts";
import { type DateRule, timeOf } from "../rule.ts";

const zoneOnly = (caught: Captures) => (caught.zone?.senses.ZONE ? { zone: String(caught.zone.senses.ZONE) } : {});

/** Dates written in figures: "2024-06-11 16:51 KST", "03/04/2024", "6月11日". */
export const figureRules: readonly DateRule[] = [
  {
    id: "stamp",
    type: "DATE",
    pattern: "( weekday:WEEKDAY ,? )? stamp:STAMP ,? ( ( at | - )? $clock )? $zone?",
    read: (caught) => {
      const stamp = String(caught.stamp!.senses.STAMP);
      if (stamp === "impossible") return { kind: "fixed", value: null };
      const [year, month, day] = stamp.split("-").map(Number);
      const own = caught.stamp!.senses.TIME;
      const offset = caught.stamp!.senses.OFFSET;
      const time = own
        ? { clock: String(own), ...(offset ? { zone: String(offset) } : {}), ...zoneOnly(caught) }
        : timeOf(caught);
      return {
        kind: "calendar",
        year: year!,
        month: month!,
        ...(day ? { day } : {}),
        time: time?.clock ? time : undefined,
      };
    },
    matches: [
      "Posted on : [2024-06-11 16:51 KST = 2024-06-11T16:51+09:00]",
      "입력 [2024.06.11 = 2024-06-11]",
      "[2024年6月11日 = 2024-06-11]",
      "due [2024-02-31 = null]",
      "due [2024-13-45 = null]",
    ],
    rejects: ["Call 02-2024-061 now."],
  },
  {
    id: "date-of-figures",
    type: "DATE",
    pattern: "( weekday:WEEKDAY ,? )? figures:FIGURES ,? ( at? $clock )? $zone?",
    read: (caught) => {
      const [order, a, b, y] = String(caught.figures!.senses.FIGURES).split(" ");
      const [month, day] = order === "dmy" || order === "dotted" ? [Number(b), Number(a)] : [Number(a), Number(b)];
      const short = y!.length === 2;
      const time = timeOf(caught);
      return {
        kind: "calendar",
        year: Number(y),
        ...(short ? { shortYear: true } : {}),
        month,
        day,
        figures: [Number(a), Number(b), Number(y)] as const,
        ...(order === "mdy" || order === "dmy"
          ? { order }
          : order === "dotted"
            ? {}
            : { otherwise: [day, month] as const }),
        time: time?.clock ? time : undefined,
      };
    },
    matches: [
      "Filed [05/06/2024 = 2024-05-06] in court.",
      "Filed [11/06/2024 = 2024-06-11] in court.",
      "Filed [13/06/2024 = 2024-06-13] in court.",
      "Stand: [09.10.2024 = 2024-10-09]",
      "on [7/8/07 = 2007-07-08]",
    ],
    rejects: ["It rose 3/4 of a point."],
  },
  {
    id: "month-day-of-figures",
    type: "DATE",
    pattern: "monthday:MONTHDAY",
    read: (caught) => {
      const [month, day] = String(caught.monthday!.senses.MONTHDAY).split("-").map(Number);
      return { kind: "calendar", month: month!, day: day! };
    },
    matches: ["会议于 [6月11日 = 2024-06-11] 举行"],
  },
];
