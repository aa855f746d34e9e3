import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Title } from '../parts/Title';
import { LogView } from './LogView';
import type { CloseState } from './machine';
import { PlannedRowsView } from './PlannedRowsView';
import { Largest, Models, Totals, Voucher } from './SummaryView';
import type { CloseFlow } from './use-close';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** What the close would do, before anything is written. */
export function PreviewStep({
  flow,
  state,
}: {
  flow: CloseFlow;
  state: Extract<CloseState, { at: 'preview' | 'confirm' }>;
}) {
  const { texts, format, host } = usePane();
  const styles = useStyles();
  const { previewed, options } = state;
  const { summary } = previewed;
  const { readOnly } = host.openedIn;
  return (
    <>
      <Title focus intro={texts.preview.nothingWritten}>
        {texts.preview.title(format.day(options.upTo))}
      </Title>
      <Totals summary={summary} />
      <Models summary={summary} />
      <Voucher summary={summary} />
      <Largest summary={summary} upTo={options.upTo} />
      <LogView log={summary.log} />
      <ProblemGroups title={texts.preview.inputWarnings} color="warning" problems={previewed.preview.warnings} />
      <PlannedRowsView rows={previewed.rows} />
      {readOnly && <p className={styles.text}>{texts.preview.readOnly}</p>}
      <Actions>
        <Button appearance="primary" disabledFocusable={readOnly} onClick={() => flow.send({ type: 'confirm' })}>
          {texts.preview.next}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
