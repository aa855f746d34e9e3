/** One line of a bench: a time, and its ratio to another of the same run. Ratios carry over between machines, times do not. */
export interface Timing {
  readonly name: string;
  readonly ms: number;
  readonly ratio: number;
  readonly of: string;
  /** The ratio that the project holds itself to, where there is one. */
  readonly limit: number | undefined;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** Milliseconds that some work takes. */
export function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Median times of pieces of work, done in turn so that a noisy machine disturbs all alike, and once before for nothing. */
export function interleaved(rounds: number, ...works: (() => unknown)[]): number[] {
  const times = works.map((): number[] => []);
  for (const work of works) work();
  for (let round = 0; round < rounds; round++) works.forEach((work, at) => times[at].push(time(work)));
  return times.map(median);
}

/** Prints a table, and returns whether every ratio keeps its limit. */
export function report(timings: readonly Timing[]): boolean {
  let kept = true;
  for (const { name, ms, ratio, of, limit } of timings) {
    const within = limit === undefined || ratio <= limit;
    kept &&= within;
    const bound = limit === undefined ? '' : `   at most ${limit} x: ${within ? 'kept' : 'MISSED'}`;
    console.log(`${name.padEnd(58)} ${ms.toFixed(1).padStart(9)} ms   ${ratio.toFixed(2).padStart(6)} x ${of}${bound}`);
  }
  return kept;
}
