import { round } from 'numfmt';
import { BAD_NUMBER, DIVIDED_BY_ZERO } from '../../model/values';
import type { FormulaFunction } from '../call';

/** Cuts or rounds at a number of decimals by a rule for whole numbers, on the digits that Excel shows (15). */
function atPlaces(number: number, places: number, rule: (whole: number) => number): number {
  const factor = 10 ** places;
  return rule(Number((number * factor).toPrecision(15))) / factor;
}
const awayFromZero = (whole: number): number => Math.sign(whole) * Math.ceil(Math.abs(whole));

function date(year: number, month: number, day: number): number {
  const serial = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / 86400000 + 25569;
  return serial < 61 ? serial - 1 : serial;
}
const calendar = (serial: number): Date => new Date((Math.floor(serial < 61 ? serial + 1 : serial) - 25569) * 86400000);

export const NUMBERS: Readonly<Record<string, FormulaFunction>> = {
  ABS: (call) => Math.abs(call.number(0)),
  SIGN: (call) => Math.sign(call.number(0)),
  INT: (call) => Math.floor(call.number(0)),
  SQRT: (call) => {
    if (call.number(0) < 0) throw BAD_NUMBER;
    return Math.sqrt(call.number(0));
  },
  POWER: (call) => call.number(0) ** call.number(1),
  MOD: (call) => {
    const divisor = call.number(1);
    if (divisor === 0) throw DIVIDED_BY_ZERO;
    return call.number(0) - divisor * Math.floor(call.number(0) / divisor);
  },
  ROUND: (call) => round(call.number(0), Math.trunc(call.number(1, 0))),
  ROUNDUP: (call) => atPlaces(call.number(0), Math.trunc(call.number(1, 0)), awayFromZero),
  ROUNDDOWN: (call) => atPlaces(call.number(0), Math.trunc(call.number(1, 0)), Math.trunc),
  TRUNC: (call) => atPlaces(call.number(0), Math.trunc(call.number(1, 0)), Math.trunc),
  PI: () => Math.PI,
  DATE: (call) => date(call.number(0), call.number(1), call.number(2)),
  YEAR: (call) => calendar(call.number(0)).getUTCFullYear(),
  MONTH: (call) => calendar(call.number(0)).getUTCMonth() + 1,
  DAY: (call) => calendar(call.number(0)).getUTCDate(),
  EOMONTH: (call) => {
    const start = calendar(call.number(0));
    return date(start.getUTCFullYear(), start.getUTCMonth() + 2 + Math.trunc(call.number(1)), 0);
  },
};
