import { Button, makeStyles } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { FlowState } from './machine';
import { ResultView } from './ResultView';
import type { Flow } from './use-flow';
import { wordsFor } from './words';

const useStyles = makeStyles({ text: { margin: 0 } });

/** What a run would do, before anything is written. */
export function PreviewStep({ flow, state }: { flow: Flow; state: Extract<FlowState, { at: 'preview' | 'confirm' }> }) {
  const { texts, format, host } = usePane();
  const styles = useStyles();
  const { previewed, options } = state;
  const words = wordsFor(options, previewed, texts, format).preview;
  const { readOnly } = host.openedIn;
  return (
    <>
      <Title focus intro={texts.preview.nothingWritten}>
        {words.title}
      </Title>
      <ResultView result={previewed} options={options} />
      {readOnly && <p className={styles.text}>{texts.common.readOnly}</p>}
      <Actions>
        <Button appearance="primary" disabledFocusable={readOnly} onClick={() => flow.send({ type: 'confirm' })}>
          {words.next}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}
