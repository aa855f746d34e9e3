import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { FlowState } from './machine';
import type { Flow } from './use-flow';
import { wordsFor } from './words';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', rowGap: tokens.spacingVerticalS },
});

/** The last question before cells are written. */
export function ConfirmStep({ flow, state }: { flow: Flow; state: Extract<FlowState, { at: 'preview' | 'confirm' }> }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const words = wordsFor(state.options, state.previewed, texts, format).confirm;
  return (
    <>
      <Title focus>{words.title}</Title>
      <ul className={styles.list}>
        {words.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>{texts.confirm.undo}</MessageBarBody>
      </MessageBar>
      <Actions>
        <Button appearance="primary" onClick={() => flow.begin('run')}>
          {words.button}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
