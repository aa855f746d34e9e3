/** What is said of each kind of transaction, in files to be read: test/golden/explain. UPDATE_GOLDEN=1 writes them anew. */
import { LEG } from '../../../src/book/book';
import { explainIn } from '../../../src/runs/explain/explain';
import { type Explorer, openExplorer } from '../../../src/runs/explain/explorer';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import { expectGolden } from '../../support/golden';
import { closed, day, ENV, NOW } from '../../support/workbooks';
import { STORIES } from './stories';

const seen: Record<string, Explorer> = {};

async function explorerOf(bytes: Uint8Array, upTo?: string): Promise<Explorer> {
  const found = await openExplorer(openXlsx(bytes, 'book.xlsx'), upTo === undefined ? undefined : day(upTo), ENV);
  if (!found.ok) throw new Error(found.problems[0].message);
  return found.explorer;
}

beforeAll(async () => {
  const january = (await closed(STORIES, '2026-01-31')).bytes;
  const february = (await closed(january, '2026-02-28')).bytes;
  const port = openXlsx(february, 'book.xlsx');
  const taken = await reverse(port, { withLater: false, dryRun: false, note: '' }, ENV);
  if (!taken.ok) throw new Error(taken.problems[0].message);
  seen['AS A PREVIEW OF JANUARY'] = await explorerOf(STORIES, '2026-01-31');
  seen['AFTER JANUARY'] = await explorerOf(january);
  seen['AS A PREVIEW OF FEBRUARY'] = await explorerOf(january, '2026-02-28');
  seen['AFTER FEBRUARY'] = await explorerOf(february);
  seen['AFTER FEBRUARY WAS REVERSED'] = await explorerOf(port.toBytes(new Date(NOW)));
}, 30_000);

const JANUARY = ['AS A PREVIEW OF JANUARY', 'AFTER JANUARY'];
const FEBRUARY = ['AFTER JANUARY', 'AS A PREVIEW OF FEBRUARY', 'AFTER FEBRUARY'];

test.each<[string, readonly string[], readonly string[]]>([
  ['lifo-date', ['L3', 'L4'], JANUARY],
  ['weighted-average-two-months', ['W5', 'W2'], FEBRUARY],
  ['weighted-average-date', ['D2', 'D4'], JANUARY],
  ['transfer-and-return', ['T2', 'T3', 'T4', 'T5'], FEBRUARY],
  ['production', ['M2', 'M3', 'M4'], JANUARY],
  ['late-cost', ['C1', 'C2', 'C3'], FEBRUARY],
  ['kept-cost', ['S1', 'S2', 'V2'], JANUARY],
  ['uncovered', ['U1'], JANUARY],
  ['slip', ['P1', 'P2'], JANUARY],
  ['mark-by-the-receipt', ['K1', 'K3'], JANUARY],
  ['reversed', ['C1', 'C3', 'W5'], ['AFTER FEBRUARY', 'AFTER FEBRUARY WAS REVERSED']],
])('%s', (name, ids, times) => {
  const told = times.map((time) => {
    const explorer = seen[time];
    const parts = ids.map((id) => explainIn(explorer, explorer.find(id)!).sentences.join('\n'));
    return `${time}\n${parts.join('\n\n')}`;
  });
  expectGolden(`explain/${name}.txt`, `${told.join('\n\n\n')}\n`);
});

test('a preview before the first close says what would be, and never what is', () => {
  const explorer = seen['AS A PREVIEW OF JANUARY'];
  for (const [, position] of explorer.loaded.read.positions) {
    for (const sentence of explainIn(explorer, position).sentences) {
      expect(sentence).not.toMatch(
        /^It costs|^It is settled|^[\d.]+ of [\d.]+ (is|are) open|^It gave|(adjusts|changed) it/,
      );
    }
  }
});

test('what runs adjust an issue by makes up the difference between what it was posted at and what it costs', () => {
  for (const { evidence } of Object.values(seen)) {
    const { count } = evidence.book.transactions;
    for (let position = 0; position < count; position++) {
      const pairs = evidence.pairsOfIssue(position).reduce((sum, { adjustment }) => sum + adjustment, 0);
      const others = evidence.othersOf(position).reduce((sum, { amount }) => sum + amount, 0);
      if (evidence.legOf(position) === LEG.none) expect(pairs + others).toBe(evidence.adjustedOf(position));
    }
  }
});
