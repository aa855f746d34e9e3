import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_CODES } from '../../src/book/log-codes';
import { TRANSACTION_TYPES } from '../../src/book/transaction-types';
import { INPUT_TABLES } from '../../src/workbook/tables/input';
import { MAPPING } from '../../src/workbook/tables/mapping';
import { PARAMETER_SPECS } from '../../src/workbook/tables/parameters';
import { ALL_RESULT_TABLES } from '../../src/workbook/tables/results';

/** People build workbooks to the documents: they must name what the code names, where the code has it. */
const page = (name: string) => readFileSync(join(__dirname, '..', '..', 'docs', name), 'utf8');

/** The section of a heading, to the next heading of its level or above; "" where there is none. */
function section(text: string, heading: string): string {
  const level = heading.slice(0, heading.indexOf(' ') + 1);
  const start = text.split('\n').findIndex((line) => line === heading || line.startsWith(`${heading} (`));
  if (start < 0) return '';
  const rest = text.split('\n').slice(start + 1);
  const end = rest.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') < level.length);
  return rest.slice(0, end < 0 ? undefined : end).join(' ');
}

/** Whether a name stands in a text as a name: not as a part of a longer one, whatever the line breaks. */
function names(text: string, name: string): boolean {
  const words = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+');
  return new RegExp(`(^|[|,:;(\\s])${words}(?=\\s*([|,.;:(→)]|$| ))`).test(text);
}

describe('docs/workbook.md', () => {
  const text = page('workbook.md');

  it.each([...INPUT_TABLES, MAPPING, ...ALL_RESULT_TABLES].map((table) => [table.name, table] as const))(
    'names every column of %s and every text that a cell may hold',
    (name, table) => {
      const found = section(text, `### ${name}`);
      expect(found).not.toBe('');
      const wanted = table.columns.flatMap((column) => [column.name, ...(column.choices ?? [])]);
      const told = ELSEWHERE.get(name) ?? STATUSES;
      expect(wanted.filter((one) => !told.includes(one) && !names(found, one))).toEqual([]);
    },
  );

  it('gives every parameter with its default', () => {
    const found = section(text, '### Parameters');
    const missing = PARAMETER_SPECS.filter(({ name, defaultText }) => !found.includes(`| ${name} | ${defaultText} |`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

/** The texts of Status, which all result tables share, and the types of transactions are told once. */
const STATUSES: readonly string[] = ['Active', 'Reversed', 'Reversal'];
const ELSEWHERE = new Map<string, readonly string[]>([
  ['Posting', TRANSACTION_TYPES],
  ['Closings', []],
]);

describe('docs/domain.md', () => {
  it('lists every code of the log and of refusals', () => {
    const found = section(page('domain.md'), '## The log');
    expect(Object.keys(LOG_CODES).filter((code) => !names(found, code))).toEqual([]);
  });
});
