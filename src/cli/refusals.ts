import type { Problem } from '../book/problem';

/** How many problems are printed; scripts get them all. */
const SHOWN = 50;

/** Problems as a person reads them: where, what, and what to do. */
export function problemText({ cell, message, remedy }: Problem): string {
  return `  ${cell === '' ? '' : `${cell}: `}${message}\n      ${remedy}`;
}

/** Why a command was refused, for the standard error. */
export function refusalText(problems: readonly Problem[], kept: string): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  const lines = problems.slice(0, SHOWN).map(problemText);
  if (problems.length > SHOWN) lines.push(`  … and ${problems.length - SHOWN} more: --json lists them all`);
  return `Refused because of ${count}. ${kept}\n${lines.join('\n')}\n`;
}

/** The same for scripts, for the standard output. */
export function refusalJson(problems: readonly Problem[]): string {
  return JSON.stringify({ refused: true, problems }, null, 2);
}
