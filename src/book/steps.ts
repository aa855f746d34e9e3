/**
 * Work that stops now and then, so that whoever drives it can let others have their turn: a pane must not hold the thread that
 * draws it for longer than a person notices. What it does never depends on where it stops.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** After so many rows of a loop it is time to stop: some milliseconds of work. */
export const ROWS_A_STEP = 4096;

/** In a pane the browser gets its turn after so many milliseconds of work: a step and a collection of garbage may follow. */
export const TURN = 10;

/** Does the work in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Does the work, and asks between its steps whether others want their turn. */
export async function inTurns<T>(steps: Steps<T>, pause: (() => void | Promise<void>) | undefined): Promise<T> {
  if (!pause) return finish(steps);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}
