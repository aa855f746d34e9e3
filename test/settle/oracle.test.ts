import { expectAgreement, type Kind } from '../support/oracle-agreement';

const KINDS: readonly Kind[] = [
  { books: 'FIFO', models: ['FIFO'], runs: 350 },
  { books: 'LIFO', models: ['LIFO'], runs: 350 },
  { books: 'LIFO date', models: ['LIFO date'], runs: 350 },
  { books: 'weighted average', models: ['Weighted average'], runs: 350 },
  { books: 'weighted average date', models: ['Weighted average date'], runs: 350 },
  { books: 'averages on few days', models: ['Weighted average', 'Weighted average date'], span: 6, runs: 350 },
  { books: 'all models together', maxItems: 5, runs: 300 },
  { books: 'models that change between closes', modelsChange: true, span: 8, runs: 350 },
  { books: 'flows of cost', flows: true, models: ['FIFO', 'LIFO', 'Standard cost'], runs: 300 },
  { books: 'many circles', flows: true, models: ['FIFO'], maxItems: 1, span: 6, runs: 300 },
  { books: 'flows of cost, all models', flows: true, maxItems: 3, maxRows: 16, runs: 300 },
  { books: 'very large amounts and quantities', large: true, maxRows: 12, runs: 300 },
];

describe('the engine and the oracle agree to the cent, through up to three closes', () => {
  test.each(KINDS)('$books', expectAgreement);
});
