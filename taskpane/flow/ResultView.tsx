import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { ProblemGroups } from '../parts/ProblemGroups';
import { parseIsoDay } from '../../src/book/days';
import { ByHandView } from './ByHandView';
import { LogView } from './LogView';
import type { FlowOptions } from './options';
import { PlannedRowsView } from './PlannedRowsView';
import type { ComputedRun, FlowResult } from './results';
import { ReversalView } from './ReversalView';
import { Largest, Models, Totals, Voucher } from './SummaryView';

const useStyles = makeStyles({ text: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** What a run would do, or has done. */
export function ResultView({ result, options }: { result: FlowResult; options: FlowOptions }) {
  const { texts } = usePane();
  return (
    <>
      {result.kind === 'run' && <RunView result={result} isClose={options.name === 'close'} />}
      {result.kind === 'reversal' && <ReversalView result={result} />}
      {result.kind === 'by hand' && <ByHandView result={result} />}
      <ProblemGroups title={texts.preview.inputWarnings} color="warning" problems={result.warnings} />
      {result.kind === 'run' && !result.written && <PlannedRowsView rows={result.rows} sheets={result.sheets} />}
    </>
  );
}

function RunView({ result, isClose }: { result: ComputedRun; isClose: boolean }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { summary, written } = result;
  return (
    <>
      {!isClose && summary.adjustments === 0 && <p className={styles.text}>{texts.more.unchanged}</p>}
      <Totals summary={summary} />
      {isClose && <Models summary={summary} />}
      <Voucher summary={summary} />
      <Largest summary={summary} upTo={written ? undefined : parseIsoDay(summary.upTo)} />
      <LogView log={summary.log} isWritten={written !== undefined} />
    </>
  );
}
