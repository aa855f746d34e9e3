import { Button, Link, makeStyles } from '@fluentui/react-components';
import type { Compared } from '../../src/runs/compare';
import { writeComparison } from '../../src/runs/compare-sheet';
import { COMPARISON } from '../../src/workbook/sheets/comparison';
import { usePane } from '../app/context';
import { Waiting } from '../parts/Waiting';
import { useWork } from '../work/use-work';

const useStyles = makeStyles({ text: { margin: 0 }, button: { alignSelf: 'flex-start' } });

/** Writes the comparison that is shown as a sheet, in place of the one before: to be filed, or sent to somebody. */
export function WriteSheet({ found }: { found: Compared }) {
  const { texts, host, goTo } = usePane();
  const styles = useStyles();
  const t = texts.compare;
  const { state, start, reset } = useWork<true>();
  const { readOnly } = host.openedIn;
  if (state.at === 'done') {
    return (
      <p className={styles.text} role="status">
        {t.sheetWritten} <Link onClick={() => goTo(`'${COMPARISON.sheet}'!A1`)}>{COMPARISON.sheet}</Link>
      </p>
    );
  }
  return (
    <>
      <Waiting state={state} stop={reset} title={t.sheetFailed} begun={t.sheetBegun} />
      {state.at !== 'working' && (
        <Button
          className={styles.button}
          disabledFocusable={readOnly}
          onClick={() => !readOnly && start((port) => writeComparison(port, found).then(() => true as const))}
        >
          {t.writeSheet}
        </Button>
      )}
      {readOnly && <p className={styles.text}>{texts.common.readOnly}</p>}
    </>
  );
}
