import { expectAgreement, type Kind } from '../support/oracle-agreement';

const AVERAGES = ['Weighted average', 'Weighted average date'] as const;

const KINDS: readonly Kind[] = [
  { books: 'all models', maxItems: 3, runs: 150 },
  { books: 'averages', models: AVERAGES, span: 10, runs: 150 },
  { books: 'flows of cost', flows: true, maxItems: 3, maxRows: 16, runs: 200 },
  { books: 'circles', flows: true, models: ['FIFO', 'Weighted average'], maxItems: 1, span: 6, runs: 150 },
];

describe('the engine and the oracle agree to the cent, through recalculations and closes with minimums of their own', () => {
  test.each(KINDS)('$books', (kind) => expectAgreement({ ...kind, recalculations: true }));
});
