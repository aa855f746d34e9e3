import { format } from 'numfmt';
import { BAD_VALUE } from '../../model/values';
import type { Call, FormulaFunction } from '../call';
import { numberOf, textOf } from '../results';
import { wildcard } from './criteria';

function substitute(call: Call): string {
  const [text, old, fresh] = [call.text(0), call.text(1), call.text(2)];
  if (old === '') return text;
  if (call.count < 4) return text.split(old).join(fresh);
  const nth = Math.trunc(call.number(3));
  if (nth < 1) throw BAD_VALUE;
  let at = -1;
  for (let count = 0; count < nth; count++) {
    at = text.indexOf(old, at + 1);
    if (at < 0) return text;
  }
  return text.slice(0, at) + fresh + text.slice(at + old.length);
}

/** FIND (exact) and SEARCH (any case, wildcards): the place from 1. */
function place(call: Call, find: (text: string, wanted: string, from: number) => number): number {
  const from = Math.trunc(call.number(2, 1)) - 1;
  const at = from < 0 ? -1 : find(call.text(1), call.text(0), from);
  if (at < 0) throw BAD_VALUE;
  return at + 1;
}

function search(text: string, wanted: string, from: number): number {
  const pattern = wildcard(`${wanted}*`);
  for (let at = from; at <= text.length; at++) if (pattern.test(text.slice(at))) return at;
  return -1;
}

const allTexts = (call: Call): string =>
  Array.from({ length: call.count }, (_part, index) => call.matrix(index).flat().map(textOf).join('')).join('');

export const TEXT: Readonly<Record<string, FormulaFunction>> = {
  CONCATENATE: allTexts,
  CONCAT: allTexts,
  TEXTJOIN: (call) => {
    const parts: string[] = [];
    for (let index = 2; index < call.count; index++) parts.push(...call.matrix(index).flat().map(textOf));
    return (call.logical(1) ? parts.filter((part) => part !== '') : parts).join(call.text(0));
  },
  SUBSTITUTE: substitute,
  REPLACE: (call) => {
    const start = call.number(1) - 1;
    return call.text(0).slice(0, start) + call.text(3) + call.text(0).slice(start + call.number(2));
  },
  LEN: (call) => call.text(0).length,
  LEFT: (call) => call.text(0).slice(0, call.number(1, 1)),
  RIGHT: (call) => {
    const count = call.number(1, 1);
    return count === 0 ? '' : call.text(0).slice(-count);
  },
  MID: (call) => call.text(0).slice(call.number(1) - 1, call.number(1) - 1 + call.number(2)),
  TRIM: (call) => call.text(0).trim().replace(/ +/g, ' '),
  UPPER: (call) => call.text(0).toUpperCase(),
  LOWER: (call) => call.text(0).toLowerCase(),
  REPT: (call) => call.text(0).repeat(Math.trunc(call.number(1))),
  EXACT: (call) => call.text(0) === call.text(1),
  FIND: (call) => place(call, (text, wanted, from) => text.indexOf(wanted, from)),
  SEARCH: (call) => place(call, search),
  CHAR: (call) => String.fromCharCode(call.number(0)),
  VALUE: (call) => numberOf(call.value(0)),
  TEXT: (call) => {
    const content = call.value(0);
    return typeof content === 'string' ? content : format(call.text(1), numberOf(content));
  },
};
