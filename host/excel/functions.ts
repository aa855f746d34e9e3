import type { Specs } from './targets';
import { of } from './targets';

const DAYS_BEFORE_1904 = 1462;

/** Day serial of a date in the 1900 date system; parts beyond their month or year run on. */
const serialOf = (year: number, month: number, day: number): number => {
  const serial = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / 86400000 + 25569;
  return serial < 61 ? serial - 1 : serial;
};

/** Worksheet functions that an add-in calls by name. Dates count as the workbook counts them. */
export const FUNCTIONS: Specs<'Functions' | 'FunctionResult'> = {
  Functions: {
    methods: {
      Date: ({ date1904 }, args) => {
        const serial = serialOf(args.count(0), args.count(1), args.count(2));
        const value = date1904 ? serial - DAYS_BEFORE_1904 : serial;
        return of('FunctionResult', value < 0 ? { value: 0, error: '#NUM!' } : { value, error: '' });
      },
    },
  },
  FunctionResult: {
    properties: { Value: { get: ({ value }) => value }, Error: { get: ({ error }) => error } },
  },
};
