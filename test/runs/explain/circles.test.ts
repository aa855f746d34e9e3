import { explain } from '../../../src/runs/explain/explain';
import { HardCase, parameters, sites } from '../../support/hard-case';
import { day, ENV } from '../../support/workbooks';

/** A23 of circles (A14), and of what was expensed (A13). */

const MOVED = 'Transaction | Item | Quantity | Financial date | Financial cost | Type | Cost source | Site';

async function told(book: HardCase, id: string, upTo?: string): Promise<string> {
  const found = await explain(book.port, id, upTo === undefined ? undefined : day(upTo), ENV);
  if (!found.ok) throw new Error(found.problems.map(({ message }) => message).join('\n'));
  return found.sentences.join(' ');
}

/** XA leaves site A and comes to B as YB, XB comes back as YA; nothing enters from outside. */
const circle = (posted: string) =>
  new HardCase(
    `${MOVED}
     YA | A | 5 | 2026-01-03 | 50 | Transfer | XB | A
     XA | A | -5 | 2026-01-04 | ${posted} | Transfer | | A
     YB | A | 5 | 2026-01-05 | 50 | Transfer | XA | B
     XB | A | -5 | 2026-01-06 | -50 | Transfer | | B`,
    sites('A'),
  );

test('a circle that fits is solved, one that does not is said to have no solution, at each of its members', async () => {
  const fits = await circle('-50').close('2026-01-31');
  expect(await told(fits, 'YB')).toContain('in a circle with XA, YA, XB: their costs are solved together.');

  const none = circle('-55');
  expect(await told(none, 'YB', '2026-01-31')).toContain('has no single solution');
  await none.close('2026-01-31');
  for (const id of ['YA', 'XA', 'YB', 'XB']) {
    expect(await told(none, id)).toMatch(
      /Its cost depends on itself, in a circle with .*, which has no single solution: /,
    );
    expect(await told(none, id)).not.toContain('solved together');
  }

  // YA is made 55.00 by hand: now it fits, and February has nothing to say of it.
  await none.revalue('2026-02-03', { transaction: 'YA', value: 55 });
  await none.close('2026-02-28');
  expect(await told(none, 'YB')).toContain('their costs are solved together');
});

test('a receipt of which all was expensed costs what it was posted at', async () => {
  const book = new HardCase(
    `${MOVED}
     P | A | 1 | 2026-01-01 | 10.02 | Purchase | | 1
     X | A | -1 | 2026-01-05 | -10 | Transfer | | 1
     Y | A | 1 | 2026-01-06 | 10 | Transfer | X | 2`,
    sites('A'),
    parameters('Minimum throughput adjustment | 0.05'),
  );
  await book.close('2026-01-31');
  expect(await told(book, 'Y')).toMatch(
    /It costs 10\.00, as it was posted\. .* expensed \+0\.02 for it to the rounding account/,
  );
});
