import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { CloseState } from './machine';
import type { CloseFlow } from './use-close';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** The last question before cells are written. */
export function ConfirmStep({
  flow,
  state,
}: {
  flow: CloseFlow;
  state: Extract<CloseState, { at: 'preview' | 'confirm' }>;
}) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const day = format.day(state.options.upTo);
  const { rows } = state.previewed;
  const filled = rows.filter((one) => one.rows > 0);
  const total = format.count(state.previewed.rowsInAll);
  return (
    <>
      <Title focus>{texts.confirm.title(day)}</Title>
      <ul className={styles.list}>
        <li>{texts.confirm.locks(day)}</li>
        <li>{texts.confirm.writes(total, format.count(filled.length))}</li>
        <li>{texts.confirm.reads}</li>
      </ul>
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>{texts.confirm.undo}</MessageBarBody>
      </MessageBar>
      <Actions>
        <Button appearance="primary" onClick={() => flow.begin('run')}>
          {texts.confirm.confirm(day)}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
