import type { Checked } from '../../src/runs/check';
import type { PausedRun } from '../../src/runs/pause-run';
import { type FlowEvent, flowReducer, type FlowState, type Task } from '../../taskpane/flow/machine';
import type { CloseOptions, OperationOptions } from '../../taskpane/flow/options';
import type { Known } from '../../taskpane/flow/outdated';
import type { FlowResult } from '../../taskpane/flow/results';
import { optionsFrom, typedOf } from '../../taskpane/operations/typed';
import type { Failure } from '../../taskpane/work/failure';

const options = { name: 'close', upTo: 46053 } as CloseOptions;
const other = { name: 'close', upTo: 46081 } as CloseOptions;
const reversal: OperationOptions = { name: 'reverse', closing: 'IC-0001', note: '' };
const checked = {} as Checked;
const previewed: FlowResult = { kind: 'reversal', runs: [], warnings: [], written: undefined };
const finished = previewed;
const closed: FlowResult = { ...previewed, written: { closing: 'IC-0001', voucher: '', sheets: [] } };
const paused = { closing: 'IC-0001', share: 0.5 } as PausedRun;
const harmless: Failure = { problems: [], fault: 'x', changed: 'nothing' };
const harmful: Failure = { ...harmless, changed: 'begun' };

/** What a close starts from, once the workbook was read. */
const open: Known = { lastClose: '', unfinished: '' };
const offer: FlowEvent = { type: 'read', now: open, before: undefined, options };
/** The workbook was read again; the close that is due now is another one. */
const readAgain = (now: Partial<Known>, before: Partial<Known> = {}): FlowEvent => ({
  type: 'read',
  now: { ...open, ...now },
  before: { ...open, ...before },
  options: other,
});
const began = (task: Task): FlowEvent => ({ type: 'began', task });
const failed = (failure: Failure): FlowEvent => ({ type: 'failed', failure });
const progress: FlowEvent = { type: 'progress', phase: 'Reading', done: 1, total: 4, now: 100 };

const toCheck: FlowEvent[] = [offer, began('check'), { type: 'checked', checked }];
const toPreview: FlowEvent[] = [...toCheck, began('preview'), { type: 'previewed', previewed }];
const toConfirm: FlowEvent[] = [...toPreview, { type: 'confirm' }];
const toRun: FlowEvent[] = [...toConfirm, began('run')];
const toDone: FlowEvent[] = [...toRun, { type: 'finished', finished }];

const toClosed: FlowEvent[] = [...toRun, { type: 'finished', finished: closed }];
const toPaused: FlowEvent[] = [...toRun, { type: 'paused', paused }];

const after = (events: FlowEvent[]) => events.reduce(flowReducer, { at: 'idle' } as FlowState);
/** "preview", or for work "run (confirm)": the task and what it goes back to. */
const place = (state: FlowState) =>
  state.at === 'working' || state.at === 'failed' ? `${state.at} ${state.task} (${state.before.at})` : state.at;

describe('the way of a close', () => {
  test.each<[string, FlowEvent[], string]>([
    ['begins with reading', [], 'idle'],
    ['then the date is chosen', [offer], 'choose'],
    ['a check', [offer, began('check')], 'working check (choose)'],
    ['is shown', toCheck, 'check'],
    ['and may be done again', [...toCheck, began('check')], 'working check (check)'],
    ['its reports may be written', [...toCheck, began('reports'), { type: 'reports written' }], 'check'],
    ['a preview follows the check', toPreview, 'preview'],
    ['or comes without one', [offer, began('preview'), { type: 'previewed', previewed }], 'preview'],
    ['a question follows the preview', toConfirm, 'confirm'],
    ['the run follows the question', toRun, 'working run (confirm)'],
    ['and is done', toDone, 'done'],
    ['or is paused', [...toRun, { type: 'paused', paused }], 'paused'],
    ['then the next close begins', [...toDone, { type: 'open', name: 'close', options: other }], 'choose'],
  ])('%s', (_, events, expected) => {
    expect(place(after(events))).toBe(expected);
  });
});

describe('ways back', () => {
  const back: FlowEvent = { type: 'back' };
  test.each<[string, FlowEvent[], string]>([
    ['from the check to the date', [...toCheck, back], 'choose'],
    ['from the preview to the date', [...toPreview, back], 'choose'],
    ['from the question to the preview', [...toConfirm, back], 'preview'],
    ['from a check that was stopped', [offer, began('check'), { type: 'stop' }, { type: 'stopped' }], 'choose'],
    ['from a run that was stopped', [...toRun, { type: 'stop' }, { type: 'stopped' }], 'confirm'],
    ['from a failed check', [offer, began('check'), failed(harmless), back], 'choose'],
    ['from a failed run that wrote nothing', [...toRun, failed(harmless), back], 'confirm'],
    ['from lists that were written in part', [...toCheck, began('reports'), failed(harmful), back], 'check'],
    ['not from a run that had begun to write', [...toRun, failed(harmful), back], 'failed run (confirm)'],
    ['and what failed may be tried again', [...toRun, failed(harmless), began('run')], 'working run (confirm)'],
  ])('%s', (_, events, expected) => {
    expect(place(after(events))).toBe(expected);
  });
});

describe('what does not fit changes nothing', () => {
  test.each<[string, FlowEvent[], FlowEvent]>([
    ['a run without a question', toPreview, began('run')],
    ['a run straight from the date', [offer], began('run')],
    ['a second click on Check', [offer, began('check')], began('check')],
    ['reading again while a date is chosen already', [offer], readAgain({})],
    ['reading again while the preview shows', toPreview, readAgain({})],
    ['reading after the close that is shown', toClosed, readAgain({ lastClose: 'IC-0001' })],
    [
      'reading after a recalculation followed it',
      toClosed,
      readAgain({ lastClose: 'IC-0001' }, { lastClose: 'IC-0001' }),
    ],
    ['reading after the pause that is shown', toPaused, readAgain({ unfinished: 'IC-0001' })],
    ['reading while a close runs', toRun, readAgain({ lastClose: 'IC-0001' })],
    ['reading after a failure that left nothing behind', [...toRun, failed(harmful)], readAgain({})],
    ['the answer of a check to a preview', [...toCheck, began('preview')], { type: 'checked', checked }],
    ['progress of nothing', toPreview, progress],
    ['a result that comes after the work was stopped', [...toConfirm], { type: 'finished', finished }],
    ['the next close while one is running', toRun, { type: 'open', name: 'close', options: other }],
    ['stopping what writes already', [...toRun, { type: 'writing' }], { type: 'stop' }],
  ])('%s', (_, events, event) => {
    const state = after(events);
    expect(flowReducer(state, event)).toBe(state);
  });
});

describe('what is true no longer makes way for the close that is due', () => {
  test.each<[string, FlowEvent[], FlowEvent]>([
    ['a close that was reversed', toClosed, readAgain({}, { lastClose: 'IC-0001' })],
    ['a close that another one followed', toClosed, readAgain({ lastClose: 'IC-0003' }, { lastClose: 'IC-0001' })],
    ['a date before a reversal', [offer], readAgain({}, { lastClose: 'IC-0001' })],
    ['a check before a reversal', toCheck, readAgain({}, { lastClose: 'IC-0001' })],
    ['a preview before a reversal', toPreview, readAgain({}, { lastClose: 'IC-0001' })],
    ['the question before a close of somebody else', toConfirm, readAgain({ lastClose: 'IC-0001' })],
    ['a pause that was resumed', toPaused, readAgain({ lastClose: 'IC-0001' }, { unfinished: 'IC-0001' })],
    ['a pause that was taken back', toPaused, readAgain({}, { unfinished: 'IC-0001' })],
    ['a failure whose run was taken back', [...toRun, failed(harmful)], readAgain({}, { unfinished: 'IC-0001' })],
  ])('%s', (_, events, event) => {
    expect(flowReducer(after(events), event)).toEqual({ at: 'choose', name: 'close', options: other, stopped: false });
  });

  test('and another run for nothing', () => {
    const left: FlowEvent = { type: 'read', now: open, before: { lastClose: '', unfinished: 'IC-0001' } };
    expect(flowReducer(after(toPaused), left)).toEqual({ at: 'idle' });
  });
});

test('what was typed is kept when the work is stopped, and the page says so', () => {
  const state = after([offer, { type: 'began', task: 'check', options: other }, { type: 'stopped' }]);
  expect(state).toEqual({ at: 'choose', name: 'close', options: other, stopped: true });
});

test('work knows its progress, that it writes, and that somebody edits a cell', () => {
  const state = after([...toRun, progress, { type: 'writing' }, { type: 'cell edit', editing: true }]);
  expect(state).toMatchObject({
    at: 'working',
    progress: { phase: 'Reading', done: 1, total: 4, began: 100, now: 100 },
    writing: true,
    cellEdit: true,
  });
});

describe('the way of another run', () => {
  const open: FlowEvent = { type: 'open', name: 'reverse' };
  const previewing: FlowEvent = { type: 'began', task: 'preview', options: reversal };
  const back: FlowEvent = { type: 'back' };
  const toPreview: FlowEvent[] = [open, previewing, { type: 'previewed', previewed }];
  const toRun: FlowEvent[] = [...toPreview, { type: 'confirm' }, began('run')];
  test.each<[string, FlowEvent[], string]>([
    ['begins with a list', [], 'idle'],
    ['an operation is opened', [open], 'choose'],
    ['and previewed', [open, previewing], 'working preview (choose)'],
    ['the preview is shown', toPreview, 'preview'],
    ['a question follows', [...toPreview, { type: 'confirm' }], 'confirm'],
    ['then it runs', toRun, 'working run (confirm)'],
    ['and is done', [...toRun, { type: 'finished', finished }], 'done'],
    ['back from the preview', [...toPreview, back], 'choose'],
    ['back from the fields', [open, back], 'idle'],
    ['back from the question', [...toPreview, { type: 'confirm' }, back], 'preview'],
    ['stopped', [open, previewing, { type: 'stop' }, { type: 'stopped' }], 'choose'],
    ['failed and back', [...toRun, { type: 'failed', failure: harmless }, back], 'confirm'],
    [
      'failed and tried again',
      [...toRun, { type: 'failed', failure: harmless }, began('run')],
      'working run (confirm)',
    ],
    [
      'no way back from what was written',
      [...toRun, { type: 'failed', failure: { ...harmless, changed: 'begun' } }, back],
      'failed run (confirm)',
    ],
    ['no run without a question', [...toPreview, began('run')], 'preview'],
    ['no second preview', [open, previewing, previewing], 'working preview (choose)'],
    ['nothing else while it runs', [...toRun, open, { type: 'leave' }], 'working run (confirm)'],
    ['a preview of nothing', [open, { type: 'began', task: 'preview' }], 'choose'],
  ])('%s', (_, events, expected) => {
    expect(place(after(events))).toBe(expected);
  });
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
  ['a reversal', reversal],
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
