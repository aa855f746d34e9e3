import { sampleWorkbook } from '../../samples';
import { explain } from '../../src/runs/explain/explain';
import { openXlsx } from '../../src/workbook/file';
import { dump } from '../support/dump';
import { expectGolden } from '../support/golden';
import { closed, day, ENV, NOW } from '../support/workbooks';

/** Files to be read in test/golden; UPDATE_GOLDEN=1 npx jest test/runs/golden writes them anew. */

test('every result table of the five-row workbook', async () => {
  const { bytes } = await closed(sampleWorkbook('smallest', new Date(NOW)), '2026-01-31', { note: 'First close' });
  expectGolden('smallest-2026-01.txt', await dump(bytes));
});

describe('the trading company', () => {
  const sample = sampleWorkbook('trading-company', new Date(NOW));
  let january: Uint8Array;
  beforeAll(async () => {
    january = (await closed(sample, '2026-01-31')).bytes;
  }, 30_000);

  test('the items to follow by hand', async () => {
    const text = await dump(january, (row) => /^HAND-(FIFO|LIFO|AVERAGE)$/.test(String(row['Item'] ?? '')));
    // Numbers of rows and transfers go with the other items, and the figures above the tables are those of all items.
    const own = text
      .split('\n')
      .filter((line) => !/^ {2}\S.*: /.test(line))
      .join('\n');
    expectGolden('by-hand-2026-01.txt', renumbered(own));
  });

  test.each([
    ['fifo-issue', 'FIFO-3'],
    ['fifo-receipt', 'FIFO-2'],
    ['lifo-issue', 'LIFO-5'],
    ['average-issue', 'AVG-3'],
    ['partly-covered', 'HEADSET-3'],
    ['marked', 'CARGO-6'],
    ['marked-later', 'CARGO-7'],
    ['physical-value', 'GRINDER-4'],
    ['not-invoiced', 'GRINDER-3'],
    ['order-line', 'ORDER-1'],
  ])('explains %s', async (name, id) => {
    const before = await sentences(sample, id, day('2026-01-31'));
    const after = await sentences(january, id, undefined);
    expectGolden(`explain/${name}.txt`, renumbered(`BEFORE THE CLOSE\n${before}\n\nAFTER THE CLOSE\n${after}\n`));
  });
});

async function sentences(bytes: Uint8Array, id: string, upTo: number | undefined): Promise<string> {
  const found = await explain(openXlsx(bytes, 'book.xlsx'), id, upTo, ENV);
  if (!found.ok) throw new Error(found.problems[0].message);
  return found.sentences.join('\n');
}

/** Numbers that go through all items, counted anew from 1, so that another item in the sample changes nothing here. */
function renumbered(text: string): string {
  const known = new Map<string, number>();
  const counts = new Map<string, number>();
  return text.replace(/\b([SAGNK]-)(\d{6})\b|((?:IC-0001|preview)\/)(\d+)/g, (whole, id, _n, transfer) => {
    const kind = (id ?? transfer) as string;
    if (!known.has(whole)) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
      known.set(whole, counts.get(kind) ?? 0);
    }
    return `${kind}${String(known.get(whole)).padStart(id === undefined ? 1 : 6, '0')}`;
  });
}
