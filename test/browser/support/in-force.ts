import { RESULT_TABLES } from '../../../src/workbook/tables/results';
import type { Scene } from './scene';

/** The rows that count, by table, as texts. */
export type Tables = Readonly<Record<string, readonly string[]>>;

const amount = (text: string): number => Number(text.replaceAll(',', '').replace(/^\((.*)\)$/, '-$1') || 0);

/**
 * What is in force in a workbook: the rows that count, without the numbers of rows and runs, and without times. The sum of all
 * settled quantities, whatever was taken back, is that of the rows that count.
 */
export async function inForce(scene: Scene): Promise<Tables> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, columns, links } of RESULT_TABLES) {
    const rows = await scene.table(name);
    const counting = rows.filter(({ Status }) => Status === 'Active' || Status === 'Completed');
    const left = new Set([columns[0]?.name, 'Started', 'Finished', ...links.map(({ column }) => column)]);
    const kept = columns
      .map((column) => column.name)
      .filter((column) => !left.has(column) && !column.endsWith('print'));
    found[name] = counting
      .map((row) => kept.map((column) => (row[column] ?? '').replace(/\b(IC|V)-\d+/g, '$1')).join(' | '))
      .sort();
    const sum = (of: typeof rows): number => of.reduce((total, row) => total + amount(row.Quantity ?? ''), 0);
    expect([name, sum(rows).toFixed(6)]).toEqual([name, sum(counting).toFixed(6)]);
  }
  return found;
}
