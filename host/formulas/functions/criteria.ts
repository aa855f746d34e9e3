import { type CellContent, errorFromText } from '../../model/values';
import { compare } from '../results';

const OPERATOR = /^(<=|>=|<>|<|>|=)?(.*)$/s;
const WILDCARD = /[*?~]/;

/** A pattern with * ? and ~ as a regular expression over the whole text. */
export function wildcard(pattern: string): RegExp {
  let source = '';
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at];
    const next = pattern[at + 1];
    if (letter === '~' && next !== undefined && WILDCARD.test(next)) {
      source += `\\${next}`;
      at++;
    } else if (letter === '*') source += '.*';
    else if (letter === '?') source += '.';
    else source += letter.replace(/[\\^$.|+()[\]{}/-]/g, '\\$&');
  }
  return new RegExp(`^${source}$`, 'isu');
}

export const hasWildcard = (text: string): boolean => WILDCARD.test(text);

/** The test of a criterion as COUNTIFS and SUMIFS take it: 5, "Active", ">=10", "<>", "A*". */
export function criterion(wanted: CellContent): (content: CellContent) => boolean {
  if (typeof wanted !== 'string') {
    return wanted === undefined ? (content) => content === 0 : (content) => content === wanted;
  }
  const [, operator = '=', operand] = OPERATOR.exec(wanted) ?? [];
  const number = operand.trim() === '' ? NaN : Number(operand);
  if (!Number.isNaN(number)) return numeric(operator, number);
  if (operand === '') {
    if (operator === '<>') return (content) => content !== undefined;
    return wanted === '' ? (content) => content === undefined || content === '' : (content) => content === undefined;
  }
  const logical = /^(true|false)$/i.test(operand) ? operand.toLowerCase() === 'true' : null;
  const error = errorFromText(operand);
  const pattern = hasWildcard(operand) ? wildcard(operand) : null;
  const key = operand.toLowerCase();
  const equals = (content: CellContent): boolean => {
    if (logical !== null) return content === logical;
    if (error) return content === error;
    return typeof content === 'string' && (pattern ? pattern.test(content) : content.toLowerCase() === key);
  };
  if (operator === '=') return equals;
  if (operator === '<>') return (content) => !equals(content);
  return (content) => typeof content === 'string' && holds(operator, compare(content, operand));
}

function numeric(operator: string, number: number): (content: CellContent) => boolean {
  const asNumber = (content: CellContent): number | null => {
    if (typeof content === 'number') return content;
    const reads = typeof content === 'string' && content.trim() !== '' ? Number(content) : NaN;
    return Number.isNaN(reads) ? null : reads;
  };
  if (operator === '=') return (content) => asNumber(content) === number;
  if (operator === '<>') return (content) => asNumber(content) !== number;
  return (content) => typeof content === 'number' && holds(operator, content - number);
}

function holds(operator: string, difference: number): boolean {
  if (operator === '<') return difference < 0;
  if (operator === '>') return difference > 0;
  return operator === '<=' ? difference <= 0 : difference >= 0;
}
