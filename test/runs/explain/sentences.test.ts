/** What is said of each kind of transaction, in files to be read: test/golden/explain. UPDATE_GOLDEN=1 writes them anew. */
import { LEG } from '../../../src/book/book';
import { explainIn } from '../../../src/runs/explain/explain';
import { type Explorer, openExplorer } from '../../../src/runs/explain/explorer';
import { adjustOnHand } from '../../../src/runs/adjust/on-hand';
import { adjustTransactions } from '../../../src/runs/adjust/transactions';
import { ENGLISH_SPEECH, type Speech } from '../../../src/runs/explain/speech';
import { close } from '../../../src/runs/close';
import { recalculate } from '../../../src/runs/recalculate';
import { reverse } from '../../../src/runs/reverse';
import { openXlsx } from '../../../src/workbook/file';
import { GERMAN_SPEECH } from '../../support/german';
import { expectGolden } from '../../support/golden';
import { closed, day, ENV, NOW } from '../../support/workbooks';
import { STORIES } from './stories';

const seen: Record<string, Explorer> = {};

/** As the command line says it, and as the pane does in German. */
const SPEECHES: readonly (readonly [folder: string, speech: Speech])[] = [
  ['explain', ENGLISH_SPEECH],
  ['explain-de', GERMAN_SPEECH],
];

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
  const recalculated = openXlsx(STORIES, 'book.xlsx');
  sound(await recalculate(recalculated, { upTo: day('2026-01-31') }, ENV));
  seen['AFTER A RECALCULATION OF JANUARY'] = await explorerOf(recalculated.toBytes(new Date(NOW)));
  await adjustByHand(january);
}, 60_000);

/** What is on hand of WAVG gets 50.00 in place of 45.00, and the purchase M1 of the rims 50.00 in place of 40.00; then February is closed. */
async function adjustByHand(january: Uint8Array): Promise<void> {
  const port = openXlsx(january, 'book.xlsx');
  const fill = { method: 'Total value', value: 50 } as const;
  sound(await adjustOnHand(port, { selection: { items: ['WAVG'] }, fill, dryRun: false }, ENV));
  sound(await adjustTransactions(port, { values: [{ transaction: 'M1', value: 50 }], dryRun: false }, ENV));
  seen['AFTER ADJUSTMENTS BY HAND'] = await explorerOf(port.toBytes(new Date(NOW)));
  sound(await close(port, { upTo: day('2026-02-28') }, ENV));
  seen['AFTER THE CLOSE THAT FOLLOWED THEM'] = await explorerOf(port.toBytes(new Date(NOW)));
}

function sound(found: { readonly ok: boolean; readonly problems?: readonly { readonly message: string }[] }): void {
  if (!found.ok) throw new Error(found.problems?.[0].message ?? 'paused');
}

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
  ['recalculation', ['L3', 'W3', 'T3', 'C3'], ['AFTER A RECALCULATION OF JANUARY']],
  [
    'adjustments-by-hand',
    ['M1', 'M2', 'M3', 'M4', 'W5'],
    ['AFTER ADJUSTMENTS BY HAND', 'AFTER THE CLOSE THAT FOLLOWED THEM'],
  ],
  ['reversed', ['C1', 'C3', 'W5'], ['AFTER FEBRUARY', 'AFTER FEBRUARY WAS REVERSED']],
])('%s', (name, ids, times) => {
  for (const [folder, speech] of SPEECHES) {
    const told = times.map((time) => {
      const explorer = seen[time];
      const parts = ids.map((id) => explainIn(explorer, explorer.find(id)!, speech).sentences.join('\n'));
      return `${time}\n${parts.join('\n\n')}`;
    });
    expectGolden(`${folder}/${name}.txt`, `${told.join('\n\n\n')}\n`);
  }
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
