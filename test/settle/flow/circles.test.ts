import { afterRun, type BookRows, makeBook } from '../../support/book';
import { adjusted, close, FEBRUARY, site, SITES } from '../../support/flow-books';

describe('circles', () => {
  /** 1 piece at 100.00; half of site 1 goes to site 2 and half of that back, so cost goes round with a factor. */
  const CIRCLE: BookRows = {
    items: [{ id: 'A', model: 'Weighted average', financialDimensions: ['Site'] }],
    rows: [
      { id: 'PO', qty: 10, date: '2026-01-02', cost: '100.00', ...site('1') },
      { id: 'OUT', qty: -5, date: '2026-01-05', cost: '-40.00', type: 'Transfer', ...site('1') },
      { id: 'IN', qty: 5, date: '2026-01-05', cost: '40.00', type: 'Transfer', costSource: 'OUT', ...site('2') },
      { id: 'PO2', qty: 5, date: '2026-01-06', cost: '20.00', ...site('2') },
      { id: 'BACK', qty: -4, date: '2026-01-07', cost: '-30.00', type: 'Transfer', ...site('2') },
      { id: 'HOME', qty: 4, date: '2026-01-07', cost: '30.00', type: 'Transfer', costSource: 'BACK', ...site('1') },
    ],
  };

  test('a transfer there and back is solved exactly, rounded once, and the rest is expensed', () => {
    // Site 1: (100 + h) / 14 a piece, 5 of them leave; site 2: (20 + i) / 10 a piece, 4 go back.
    // i = 5 (100 + h) / 14, h = 4 (20 + i) / 10  =>  i = 45 gives h = 26, and 5 x 126 / 14 = 45.
    const book = makeBook(CIRCLE);
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual([
      'BACK Settlement +4.00',
      'HOME Transfer -4.00',
      'IN Transfer +5.00',
      'OUT Settlement -5.00',
    ]);
    const next = afterRun(book, outcome);
    expect(adjusted(next, close(next, FEBRUARY))).toEqual([]);
  });

  test('goods that only go round, without a purchase, have no single cost: nothing is passed on, and it is logged', () => {
    const hop = (from: string, to: string, out: string, into: string) => [
      { id: `${from}-out`, qty: -1, date: '2026-01-05', cost: out, type: 'Transfer' as const, ...site(from) },
      {
        id: `${to}-in`,
        qty: 1,
        date: '2026-01-05',
        cost: into,
        type: 'Transfer' as const,
        costSource: `${from}-out`,
        ...site(to),
      },
    ];
    const book = makeBook({
      ...SITES,
      rows: [...hop('1', '2', '-10.00', '11.00'), ...hop('2', '1', '-12.00', '13.00')],
    });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual(['1-out Settlement -3.00', '2-out Settlement +1.00']);
    const entry = outcome.log.find(({ code }) => code === 'CIRCULAR_LIMIT');
    expect(entry?.words.members).toBe('1-out, 2-in, 2-out, 1-in');
  });

  test('a return at the unit cost of its own sale has no single cost either, though thirds do not cancel to the last digit', () => {
    const book = makeBook({
      parameters: { uncoveredQuantity: 'Cost of covered part' },
      rows: [
        { id: 'I', qty: -4, date: '2026-01-01', cost: '0.00' },
        { id: 'S', qty: -6, date: '2026-01-02', cost: '0.00', type: 'Sale' },
        { id: 'R', qty: 6, date: '2026-01-03', cost: '9.13', type: 'Customer return', costSource: 'S' },
      ],
    });
    const outcome = close(book);
    expect(outcome.log.map(({ code }) => code)).toContain('CIRCULAR_LIMIT');
    expect(adjusted(book, outcome).filter((line) => line.startsWith('R '))).toEqual([]);
  });

  test('a ring of two thousand cost keys is solved, and a second close changes nothing', () => {
    const keys = Array.from({ length: 2000 }, (_, key) => key);
    const rows = keys.flatMap((key) => [
      { id: `P${key}`, qty: 1, date: '2026-01-02', cost: `${10 + (key % 7)}.00`, ...site(`${key}`) },
      { id: `O${key}`, qty: -9, date: '2026-01-05', cost: '-90.00', type: 'Transfer' as const, ...site(`${key}`) },
      {
        id: `I${key}`,
        qty: 9,
        date: '2026-01-05',
        cost: '90.00',
        type: 'Transfer' as const,
        costSource: `O${key}`,
        ...site(`${(key + 1) % 2000}`),
      },
    ]);
    const book = makeBook({ items: [{ id: 'A', model: 'Weighted average', financialDimensions: ['Site'] }], rows });
    const outcome = close(book);
    expect(outcome.adjustment).toBe(-outcome.adjustments.expensed.reduce((sum, one) => sum + one, 0) || 0);
    const next = afterRun(book, outcome);
    expect(adjusted(next, close(next, FEBRUARY))).toEqual([]);
  });

  test('twenty sites that move goods to each other in all directions are solved, and a second close changes nothing', () => {
    const next = numbers(11);
    const rows = [
      ...Array.from({ length: 20 }, (_, key) => ({
        id: `P${key}`,
        qty: 100,
        date: '2026-01-01',
        cost: `${1000 + 7 * key}.00`,
        ...site(`${key}`),
      })),
      ...Array.from({ length: 400 }, (_, i) => {
        const [from, on, qty] = [next(20), next(19), 1 + next(9)];
        const both = { date: `2026-01-${String(2 + Math.floor(i / 15)).padStart(2, '0')}`, type: 'Transfer' as const };
        return [
          { id: `O${i}`, qty: -qty, cost: `-${qty * 10}.00`, ...both, ...site(`${from}`) },
          {
            id: `I${i}`,
            qty,
            cost: `${qty * 10}.00`,
            costSource: `O${i}`,
            ...both,
            ...site(`${(from + 1 + on) % 20}`),
          },
        ];
      }).flat(),
    ];
    const book = makeBook({ items: [{ id: 'A', model: 'LIFO', financialDimensions: ['Site'] }], rows });
    const outcome = close(book);
    expect(outcome.log.map(({ code }) => code)).not.toContain('CIRCULAR_LIMIT');
    expect(Number(outcome.log.find(({ code }) => code === 'CIRCULAR_ROUNDED')?.words.count)).toBeGreaterThan(400);
    const after = afterRun(book, outcome);
    expect(adjusted(after, close(after, FEBRUARY))).toEqual([]);
  });

  test('a sale that is covered only by its own return has no single cost: its return gets nothing', () => {
    const book = makeBook({
      rows: [
        { id: 'SO', qty: -1, date: '2026-01-03', cost: '-10.00', type: 'Sale' },
        { id: 'RET', qty: 1, date: '2026-01-04', cost: '12.00', type: 'Customer return', costSource: 'SO' },
      ],
    });
    const outcome = close(book);
    expect(adjusted(book, outcome)).toEqual(['SO Settlement -2.00']);
    // The return has now got what the sale costs, so nothing is missing and nothing is logged.
    expect(outcome.log.map(({ code }) => code)).not.toContain('CIRCULAR_LIMIT');
  });
});

/** Whole numbers below a bound, the same ones each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}
