import {
  type CloseEvent,
  type CloseOptions,
  closeReducer,
  type CloseState,
  type Finished,
  type Previewed,
  type Task,
} from '../../taskpane/close/machine';
import type { Checked } from '../../src/runs/check';
import type { Failure } from '../../taskpane/work/failure';

const options = { upTo: 46053 } as CloseOptions;
const other = { upTo: 46081 } as CloseOptions;
const checked = {} as Checked;
const previewed = { rowsInAll: 3 } as Previewed;
const finished = {} as Finished;
const harmless: Failure = { problems: [], fault: 'x', changed: 'nothing' };
const harmful: Failure = { ...harmless, changed: 'begun' };

const survey: CloseEvent = { type: 'survey', options };
const began = (task: Task): CloseEvent => ({ type: 'began', task });
const failed = (failure: Failure): CloseEvent => ({ type: 'failed', failure });
const progress: CloseEvent = { type: 'progress', phase: 'Reading', done: 1, total: 4, now: 100 };

const toCheck: CloseEvent[] = [survey, began('check'), { type: 'checked', checked }];
const toPreview: CloseEvent[] = [...toCheck, began('preview'), { type: 'previewed', previewed }];
const toConfirm: CloseEvent[] = [...toPreview, { type: 'confirm' }];
const toRun: CloseEvent[] = [...toConfirm, began('run')];
const toDone: CloseEvent[] = [...toRun, { type: 'closed', finished }];

const after = (events: CloseEvent[]) => events.reduce(closeReducer, { at: 'read' } as CloseState);
/** "preview", or for work "run (confirm)": the task and what it goes back to. */
const place = (state: CloseState) =>
  state.at === 'working' || state.at === 'failed' ? `${state.at} ${state.task} (${state.before.at})` : state.at;

describe('the way of a close', () => {
  test.each<[string, CloseEvent[], string]>([
    ['begins with reading', [], 'read'],
    ['then the date is chosen', [survey], 'choose'],
    ['a check', [survey, began('check')], 'working check (choose)'],
    ['is shown', toCheck, 'check'],
    ['and may be done again', [...toCheck, began('check')], 'working check (check)'],
    ['its reports may be written', [...toCheck, began('reports'), { type: 'reports written' }], 'check'],
    ['a preview follows the check', toPreview, 'preview'],
    ['or comes without one', [survey, began('preview'), { type: 'previewed', previewed }], 'preview'],
    ['a question follows the preview', toConfirm, 'confirm'],
    ['the run follows the question', toRun, 'working run (confirm)'],
    ['and is done', toDone, 'done'],
    ['then the next close begins', [...toDone, { type: 'again', options: other }], 'choose'],
  ])('%s', (_, events, expected) => {
    expect(place(after(events))).toBe(expected);
  });
});

describe('ways back', () => {
  const back: CloseEvent = { type: 'back' };
  test.each<[string, CloseEvent[], string]>([
    ['from the check to the date', [...toCheck, back], 'choose'],
    ['from the preview to the date', [...toPreview, back], 'choose'],
    ['from the question to the preview', [...toConfirm, back], 'preview'],
    ['from a check that was stopped', [survey, began('check'), { type: 'stop' }, { type: 'stopped' }], 'choose'],
    ['from a run that was stopped', [...toRun, { type: 'stop' }, { type: 'stopped' }], 'confirm'],
    ['from a failed check', [survey, began('check'), failed(harmless), back], 'choose'],
    ['from a failed run that wrote nothing', [...toRun, failed(harmless), back], 'confirm'],
    ['not from a run that had begun to write', [...toRun, failed(harmful), back], 'failed run (confirm)'],
    ['and what failed may be tried again', [...toRun, failed(harmless), began('run')], 'working run (confirm)'],
  ])('%s', (_, events, expected) => {
    expect(place(after(events))).toBe(expected);
  });
});

describe('what does not fit changes nothing', () => {
  test.each<[string, CloseEvent[], CloseEvent]>([
    ['a run without a question', toPreview, began('run')],
    ['a run straight from the date', [survey], began('run')],
    ['a second click on Check', [survey, began('check')], began('check')],
    ['a survey while a date is chosen already', [survey], { type: 'survey', options: other }],
    ['a survey while the preview shows', toPreview, { type: 'survey', options: other }],
    ['the answer of a check to a preview', [...toCheck, began('preview')], { type: 'checked', checked }],
    ['progress of nothing', toPreview, progress],
    ['a result that comes after the work was stopped', [...toConfirm], { type: 'closed', finished }],
    ['the next close while one is running', toRun, { type: 'again', options: other }],
    ['stopping what writes already', [...toRun, { type: 'writing' }], { type: 'stop' }],
  ])('%s', (_, events, event) => {
    const state = after(events);
    expect(closeReducer(state, event)).toBe(state);
  });
});

test('what was typed is kept when the work is stopped, and the page says so', () => {
  const state = after([survey, { type: 'began', task: 'check', options: other }, { type: 'stopped' }]);
  expect(state).toEqual({ at: 'choose', options: other, stopped: true });
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
