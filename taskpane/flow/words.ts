import type { Format } from '../format';
import type { Texts } from '../texts';
import type { Task } from './machine';
import type { FlowOptions, RunName } from './options';
import type { FlowResult } from './results';

/** What the steps of a run are called, for one kind of run. */
export interface RunWords {
  readonly title: string;
  readonly working: Readonly<Record<Task, string>>;
  readonly failed: Readonly<Record<Task, string>>;
}

/** What is said of a run once its options are known. */
export interface ChosenWords {
  readonly preview: { readonly title: string; readonly next: string };
  readonly confirm: { readonly title: string; readonly points: readonly string[]; readonly button: string };
  readonly done: string;
}

export function wordsOf(name: RunName, texts: Texts): RunWords {
  const { work, failure, more } = texts;
  if (name === 'close') return { title: texts.close.title, working: work.titles, failed: failure.titles };
  const { title, doing, failed } = more.operations[name];
  return {
    title,
    working: { ...work.titles, run: doing },
    failed: { ...failure.titles, run: failed },
  };
}

/** `previewed` says how many rows would be written. */
export function wordsFor(options: FlowOptions, previewed: FlowResult, texts: Texts, format: Format): ChosenWords {
  if (options.name !== 'close') {
    const { more, confirm } = texts;
    const { title } = more.operations[options.name];
    return {
      preview: { title, next: more.confirm },
      confirm: {
        title: more.confirmTitle(title),
        points: [more.confirmRows, confirm.reads],
        button: more.confirmRun(title),
      },
      done: more.done(title),
    };
  }
  const { preview, confirm, done } = texts;
  const day = format.day(options.upTo);
  const filled = previewed.kind === 'run' ? previewed.rows.filter(({ rows }) => rows > 0) : [];
  const rows = filled.reduce((sum, one) => sum + one.rows, 0);
  return {
    preview: { title: preview.title(day), next: preview.next },
    confirm: {
      title: confirm.title(day),
      points: [confirm.locks(day), confirm.writes(format.count(rows), format.count(filled.length)), confirm.reads],
      button: confirm.confirm(day),
    },
    done: done.title(day),
  };
}
