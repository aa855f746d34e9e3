import type { Steps } from '../../book/steps';
import { type CellValue, columnLetters } from '../cells';
import { verdictFormula } from '../write/result-layout';
import { accountChecks } from './account-checks';
import type { Audit } from './audit';
import { balanceChecks } from './balance-checks';
import { type CheckLine, type CheckSection, TICK_MARKS } from './check-line';
import { againstInput } from './input-checks';
import { type InputFacts, slipsBy } from './posted';
import type { Live } from './live';
import type { Page, PageCell, PageMark, PageRow } from './page';
import { runByRun } from './run-by-run';
import { RUNS_IN_SHEET, wholeWorkbook } from './whole-workbook';

/** The sheet by which an auditor sees whether the results hold together. */
export const CHECKS: PageMark = {
  sheet: 'Checks',
  about: 'Tie-outs of all results as live formulas: what is expected, what was found, and whether the two agree.',
};

const RESULTS = { ok: 'OK', differs: 'Difference', notTested: 'Not tested' } as const;
const COLUMN = {
  number: 1,
  what: 2,
  run: 3,
  expected: 4,
  found: 5,
  difference: 6,
  result: 7,
  mark: 8,
  how: 9,
} as const;
const WIDTHS = [7, 46, 11, 18, 18, 14, 12, 7, 74];
const HEADERS = ['No.', 'Check', 'Run', 'Expected', 'Found', 'Difference', 'Result', 'Mark', 'What is compared'];
/** Rows above the header: title, description, gap, verdict and four counts, gap. */
const HEADER_ROW = 10;

/** The sheet Checks as it should be now, in steps. Above all checks stands the verdict on them. */
export function* checksPageSteps(audit: Audit, input: InputFacts): Steps<Page> {
  const [accounts, ledger] = accountChecks(audit);
  yield;
  const whole = yield* wholeWorkbook(audit);
  yield;
  const against = yield* againstInput(audit, input);
  yield;
  const run = audit.inForce().at(-1);
  const balances = balanceChecks(audit, input, run, run ? slipsBy(audit, audit.day(run), input) : 'none');
  yield;
  const sections = [whole, against, balances, accounts, ledger, ...runByRun(audit)];
  const body = new Body(audit.formats);
  let number = 0;
  for (const section of sections) if (section.lines.length > 0) yield* body.add(section, ++number);
  return {
    ...CHECKS,
    widths: WIDTHS,
    headerRow: HEADER_ROW,
    renews: true,
    rows: [...head(body), ...body.rows, ...legend()],
  };
}

/** For how many runs the sheet Checks was written, from its cells, column by column; undefined where it is not ours. */
export function runsInChecks(cells: readonly (readonly CellValue[])[]): number | undefined {
  if (cells[0]?.[0] !== CHECKS.sheet || cells[0][1] !== CHECKS.about) return undefined;
  const runs = cells[COLUMN.found - 1]?.[cells[COLUMN.what - 1].indexOf(RUNS_IN_SHEET)];
  return typeof runs === 'number' ? runs : undefined;
}

/** Rows of checks as they are added, and how they came out. */
class Body {
  readonly rows: PageRow[] = [];
  readonly counts = { ok: 0, differs: 0, notTested: 0 };

  constructor(private readonly formats: Audit['formats']) {}

  get range(): (column: number) => string {
    const last = HEADER_ROW + this.rows.length;
    return (column) => `${columnLetters(column)}${HEADER_ROW + 1}:${columnLetters(column)}${last}`;
  }

  *add({ title, lines }: CheckSection, number: number): Steps<void> {
    this.rows.push({ cells: [{ column: COLUMN.number, look: 'section', value: `${number}` }, ...sectionCells(title)] });
    for (const [at, line] of lines.entries()) {
      this.addLine(line, `${number}.${String(at + 1).padStart(2, '0')}`);
      yield;
    }
  }

  private addLine(line: CheckLine, number: string): void {
    const row = HEADER_ROW + 1 + this.rows.length;
    const at = (column: number): string => `${columnLetters(column)}${row}`;
    const texts: PageCell[] = [
      { column: COLUMN.number, look: 'text', value: number },
      { column: COLUMN.what, look: 'text', value: line.what },
      { column: COLUMN.run, look: 'text', value: line.run },
    ];
    if ('notTested' in line.figures) {
      this.counts.notTested += 1;
      const blanks = [COLUMN.expected, COLUMN.found, COLUMN.difference, COLUMN.mark];
      this.rows.push({
        cells: [
          ...texts,
          ...blanks.map((column): PageCell => ({ column, look: 'text', value: null })),
          { column: COLUMN.result, look: 'result', value: RESULTS.notTested },
          { column: COLUMN.how, look: 'note', value: line.figures.notTested },
        ],
      });
      return;
    }
    const { expected, found } = line.figures(at(COLUMN.run));
    const decimals = this.decimals(line.kind);
    const difference = Math.round((found.value - expected.value) * 10 ** decimals) / 10 ** decimals;
    const isOk = difference === 0;
    this.counts[isOk ? 'ok' : 'differs'] += 1;
    const figure = (
      column: number,
      formula: string,
      result: number,
      kind: PageCell['kind'] = line.kind === 'amount' ? 'amount' : 'quantity',
    ): PageCell => ({
      ...{ column, look: 'amount', formula, result },
      kind,
    });
    // Sums of cents in binary are not quite exact: a dash must not become 0.00.
    const rounded = ({ formula }: Live): string => (line.kind === 'count' ? formula : `ROUND(${formula},${decimals})`);
    const kindOfDifference = line.kind === 'amount' ? 'check' : 'quantity';
    this.rows.push({
      cells: [
        ...texts,
        figure(COLUMN.expected, rounded(expected), tidy(expected.value, decimals)),
        figure(COLUMN.found, rounded(found), tidy(found.value, decimals)),
        figure(
          COLUMN.difference,
          `ROUND(${at(COLUMN.found)}-${at(COLUMN.expected)},${decimals})`,
          difference,
          kindOfDifference,
        ),
        {
          ...{ column: COLUMN.result, look: 'result' },
          formula: verdictFormula(at(COLUMN.difference)),
          result: isOk ? RESULTS.ok : RESULTS.differs,
        },
        {
          ...{ column: COLUMN.mark, look: 'mark' },
          formula: `IF(${at(COLUMN.result)}="${RESULTS.ok}","${line.mark}","")`,
          result: isOk ? line.mark : '',
        },
        { column: COLUMN.how, look: 'note', value: line.how },
      ],
    });
  }

  private decimals(kind: CheckLine['kind']): number {
    if (kind === 'count') return 0;
    return kind === 'amount' ? this.formats.amountDecimals : this.formats.quantityDecimals;
  }
}

const tidy = (value: number, decimals: number): number => Number(value.toFixed(decimals));

const sectionCells = (title: string): PageCell[] =>
  WIDTHS.slice(1).map((_, at): PageCell => ({ column: at + 2, look: 'section', value: at === 0 ? title : null }));

/** Title, verdict, counts, and the header of the list. */
function head({ counts, range }: Body): PageRow[] {
  const [results, numbers] = [range(COLUMN.result), range(COLUMN.number)];
  const all = counts.ok + counts.differs + counts.notTested;
  const line = (label: string, formula: string, result: OutFigure, look: 'figure' | 'verdict'): PageRow => ({
    cells: [
      { column: COLUMN.number, look: 'label', value: label },
      { column: COLUMN.run, look, formula, result, ...(look === 'figure' ? { kind: 'count' as const } : {}) },
    ],
  });
  const verdict = 'IF(C7=0,IF(C8=0,"All checks agree","All checks that were tested agree"),"There are differences")';
  const told =
    counts.differs > 0
      ? 'There are differences'
      : counts.notTested > 0
        ? 'All checks that were tested agree'
        : 'All checks agree';
  return [
    { cells: [{ column: 1, look: 'title', value: CHECKS.sheet }], height: 26.25 },
    { cells: [{ column: 1, look: 'about', value: CHECKS.about }], height: 15.75 },
    { cells: [], height: 7.5 },
    line('Verdict', verdict, told, 'verdict'),
    // Numbers of checks have a point, those of sections have none.
    line('Checks', `COUNTIF(${numbers},"*.*")`, all, 'figure'),
    line('Agree', `COUNTIF(${results},"${RESULTS.ok}")`, counts.ok, 'figure'),
    // What is neither, an error value say, is a difference.
    line('Differ', 'C5-C6-C8', counts.differs, 'figure'),
    line('Not tested', `COUNTIF(${results},"${RESULTS.notTested}")`, counts.notTested, 'figure'),
    { cells: [], height: 7.5 },
    {
      cells: HEADERS.map((value, at): PageCell => {
        const isFigure = at + 1 >= COLUMN.expected && at + 1 <= COLUMN.difference;
        const isCentered = at + 1 === COLUMN.result || at + 1 === COLUMN.mark;
        return {
          column: at + 1,
          look: isFigure ? 'header right' : isCentered ? 'header center' : 'header left',
          value,
        };
      }),
      height: 19.5,
    },
  ];
}

type OutFigure = number | string;

/** What the tick marks say. They are set only where a check agrees. */
function legend(): PageRow[] {
  return [
    { cells: [] },
    {
      cells: [
        { column: COLUMN.number, look: 'section', value: 'Mark' },
        ...sectionCells('What was done where it stands'),
      ],
    },
    ...Object.entries(TICK_MARKS).map(([mark, text]): PageRow => ({
      cells: [
        { column: COLUMN.number, look: 'mark', value: mark },
        { column: COLUMN.what, look: 'about', value: text },
      ],
    })),
  ];
}
