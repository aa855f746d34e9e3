import { type OperationEvent, operationReducer, type OperationState } from '../../taskpane/operations/machine';
import type { OperationOptions } from '../../taskpane/operations/options';
import type { OperationResult } from '../../taskpane/operations/results';
import { optionsFrom, typedOf } from '../../taskpane/operations/typed';
import type { Failure } from '../../taskpane/work/failure';

const options: OperationOptions = { name: 'reverse', closing: 'IC-0001', note: '' };
const result: OperationResult = { kind: 'reversal', runs: [] };
const harmless: Failure = { problems: [], fault: 'x', changed: 'nothing' };
const open: OperationEvent = { type: 'open', name: 'reverse' };
const previewing: OperationEvent = { type: 'began', task: 'preview', options };
const run: OperationEvent = { type: 'began', task: 'run' };
const toPreview: OperationEvent[] = [open, previewing, { type: 'previewed', previewed: result }];
const toRun: OperationEvent[] = [...toPreview, { type: 'confirm' }, run];
const back: OperationEvent = { type: 'back' };

const after = (events: OperationEvent[]) => events.reduce(operationReducer, { at: 'list' } as OperationState);
const place = (state: OperationState) =>
  state.at === 'working' || state.at === 'failed' ? `${state.at} ${state.task} (${state.before.at})` : state.at;

test.each<[string, OperationEvent[], string]>([
  ['begins with a list', [], 'list'],
  ['an operation is opened', [open], 'choose'],
  ['and previewed', [open, previewing], 'working preview (choose)'],
  ['the preview is shown', toPreview, 'preview'],
  ['a question follows', [...toPreview, { type: 'confirm' }], 'confirm'],
  ['then it runs', toRun, 'working run (confirm)'],
  ['and is done', [...toRun, { type: 'finished', finished: result }], 'done'],
  ['back from the preview', [...toPreview, back], 'choose'],
  ['back from the fields', [open, back], 'list'],
  ['back from the question', [...toPreview, { type: 'confirm' }, back], 'preview'],
  ['stopped', [open, previewing, { type: 'stop' }, { type: 'stopped' }], 'choose'],
  ['failed and back', [...toRun, { type: 'failed', failure: harmless }, back], 'confirm'],
  ['failed and tried again', [...toRun, { type: 'failed', failure: harmless }, run], 'working run (confirm)'],
  [
    'no way back from what was written',
    [...toRun, { type: 'failed', failure: { ...harmless, changed: 'begun' } }, back],
    'failed run (confirm)',
  ],
  ['no run without a question', [...toPreview, run], 'preview'],
  ['no second preview', [open, previewing, previewing], 'working preview (choose)'],
  ['nothing else while it runs', [...toRun, open, { type: 'list' }], 'working run (confirm)'],
  ['a preview of nothing', [open, { type: 'began', task: 'preview' }], 'choose'],
])('%s', (_, events, expected) => {
  expect(place(after(events))).toBe(expected);
});

test.each<[string, OperationOptions]>([
  [
    'a recalculation',
    {
      name: 'recalculate',
      upTo: 46053,
      selection: { items: ['A, B', 'C'], itemGroups: [], dimensions: {} },
      note: 'n',
    },
  ],
  ['a reversal', options],
  [
    'stock to a unit cost',
    {
      name: 'on-hand',
      selection: { items: [], itemGroups: ['G'], dimensions: { Site: '1' } },
      fill: { method: 'Unit cost', unitCost: 1.5 },
      note: '',
    },
  ],
  [
    'stock by a percentage',
    {
      name: 'on-hand',
      selection: { items: ['A'], itemGroups: [], dimensions: {} },
      fill: { method: 'Percent', percent: -10 },
      note: '',
    },
  ],
  ['receipts', { name: 'receipts', values: [{ transaction: 'R1', value: 12.5 }], note: '' }],
  [
    'a revaluation',
    { name: 'revalue', selection: { items: ['A'], itemGroups: [], dimensions: {} }, unitCost: 2, note: '' },
  ],
])('%s, typed and taken back, is what it was', (_, given) => {
  expect(optionsFrom(given.name, typedOf(given, 0))).toEqual({ options: given });
});
