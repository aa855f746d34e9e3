import type { Verification } from '../../src/runs/verify';
import type { Pane } from '../app/context';
import { termOf } from '../texts';
import { whatDiffers } from './DifferenceList';

/** What a verification found as plain text, all of it: for the working papers of who verified. */
export function findingsOf(
  { verified, runs, differences, problems }: Verification,
  { texts, format, machinery }: Pick<Pane, 'texts' | 'format' | 'machinery'>,
): string {
  const t = texts.verify;
  const moment = new Date(machinery.now()).toISOString();
  return [
    `${texts.name} ${machinery.version}, ${moment}`,
    verified
      ? `${t.verified}: ${t.sound(format.count(runs.length))}`
      : `${t.notVerified}: ${t.differences(format.count(differences.length + problems.length))}`,
    ...runs.map(({ closing, type, day, manner, differences: own }) =>
      [
        closing,
        termOf(texts.terms.runTypes, type),
        format.day(day),
        t.manners[manner],
        own > 0 ? t.differences(format.count(own)) : manner === 'unfinished' ? '' : t.noDifference,
      ].join('\t'),
    ),
    ...differences.map((one) =>
      [
        one.cell || one.table,
        one.closing,
        whatDiffers(one, t),
        `${t.expected}: ${one.expected}`,
        `${t.found}: ${one.found}`,
      ].join('\t'),
    ),
    ...problems.map(({ cell, message }) => [cell, message].join('\t')),
  ].join('\n');
}
