/**
 * Days are whole numbers: the serial of the 1900 date system, which counts 1900-03-01 as 61.
 * Earlier dates are not used: Excel believes in a 29 February 1900.
 */
export type Day = number;

/** Stands in day columns for a blank cell. */
export const NO_DAY: Day = 0;

export const FIRST_DAY: Day = 61;
export const LAST_DAY: Day = 2958465; // 9999-12-31
/** What the 1904 date system counts less than the 1900 one. */
export const DAYS_1904 = 1462;

const UNIX_EPOCH = 25569; // 1970-01-01
const MS_A_DAY = 86_400_000;

/** Year, month (1 to 12) and day of month to a day; undefined where there is no such date. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  const moment = new Date(Date.UTC(2000, 0, 1));
  moment.setUTCFullYear(year, month - 1, date);
  if (moment.getUTCFullYear() !== year || moment.getUTCMonth() !== month - 1 || moment.getUTCDate() !== date) {
    return undefined;
  }
  const day = moment.getTime() / MS_A_DAY + UNIX_EPOCH;
  return day >= FIRST_DAY && day <= LAST_DAY ? day : undefined;
}

/** "2026-01-31" to a day; undefined where the text is no ISO date. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : undefined;
}

/** A day as ISO text, "2026-01-31"; a blank day as "". */
export function isoDay(day: Day): string {
  return day === NO_DAY ? '' : new Date((day - UNIX_EPOCH) * MS_A_DAY).toISOString().slice(0, 10);
}

/** The last day of the month that a day lies in. */
export function endOfMonth(day: Day): Day {
  const moment = new Date((day - UNIX_EPOCH) * MS_A_DAY);
  return Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth() + 1, 0) / MS_A_DAY + UNIX_EPOCH;
}

/** A moment (milliseconds since 1970, UTC) as a serial with a fraction for the time of day. */
export function serialOf(milliseconds: number): number {
  return milliseconds / MS_A_DAY + UNIX_EPOCH;
}

/** Whether a date, where there is one, has come by a day. */
export function isBy(date: Day, day: Day): boolean {
  return date !== NO_DAY && date <= day;
}
