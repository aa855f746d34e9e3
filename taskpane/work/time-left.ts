/** How far a phase of work is: its word, what is done of what, and the moments (milliseconds) of its start and of now. */
export interface PhaseProgress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
  readonly began: number;
  readonly now: number;
}

/** Nothing is said before so many milliseconds, nor of what is over at once. */
const TOO_EARLY = 2000;
const TOO_LITTLE = 0.05;

/** The milliseconds that a phase still needs at the pace it had; undefined while that is a guess. */
export function timeLeft({ done, total, began, now }: PhaseProgress): number | undefined {
  const elapsed = now - began;
  if (total <= 0 || elapsed < TOO_EARLY || done / total < TOO_LITTLE || done >= total) return undefined;
  return (elapsed * (total - done)) / done;
}

/** Goes on from one report of progress to the next: a new phase begins its own clock. */
export function nextPhase(
  before: PhaseProgress | undefined,
  phase: string,
  done: number,
  total: number,
  now: number,
): PhaseProgress {
  const same = before !== undefined && before.phase === phase && before.total === total;
  return { phase, done, total, began: same ? before.began : now, now };
}
