import { check, writeReports } from '../../src/runs/check';
import type { Environment, Unpaused } from '../../src/runs/environment';
import type { WorkbookPort } from '../../src/workbook/port';
import { refused } from '../work/failure';
import type { FlowEvent, Resting, Task } from './machine';
import { optionsOf } from './machine';
import { carriedOut, previewed } from './operate';

type Run = (port: WorkbookPort, before: Resting, env: Unpaused, pausable: Environment) => Promise<FlowEvent>;

/** What each piece of work does; it ends in the event that tells of it. */
export const TASKS: Readonly<Record<Task, Run>> = {
  check: async (port, before, env) => {
    const options = optionsOf(before);
    if (options?.name !== 'close') return { type: 'stopped' };
    const checked = await check(port, options, env);
    return checked.ok ? { type: 'checked', checked } : { type: 'failed', failure: refused(checked.problems) };
  },
  reports: async (port, before, env) => {
    if (before.at !== 'check' || before.options.name !== 'close') return { type: 'stopped' };
    await writeReports(port, before.checked, before.options.upTo, env);
    return { type: 'reports written' };
  },
  preview: async (port, before, env) => {
    const options = optionsOf(before);
    if (!options) return { type: 'stopped' };
    const found = await previewed(port, options, env);
    if ('problems' in found) return { type: 'failed', failure: refused(found.problems) };
    return { type: 'previewed', previewed: found };
  },
  run: async (port, before, env, pausable) => {
    if (before.at !== 'confirm') return { type: 'stopped' };
    const done = await carriedOut(port, before.options, before.previewed, env, pausable);
    if ('problems' in done) return { type: 'failed', failure: refused(done.problems) };
    return 'paused' in done ? { type: 'paused', paused: done } : { type: 'finished', finished: done };
  },
};
