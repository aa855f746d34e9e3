import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { type Verification, verify } from '../../src/runs/verify';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { CopyText } from '../parts/CopyText';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { useAnswer } from '../work/use-answer';
import { DifferenceList } from './DifferenceList';
import { findingsOf } from './findings';
import { VerifiedRuns } from './VerifiedRuns';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Do the results follow from the input? Every run is computed again, and each cell compared. */
export function VerifyPage() {
  const { texts } = usePane();
  const t = texts.verify;
  const { state, ask, stop } = useAnswer<Verification>();
  const start = () => ask(verify);
  return (
    <>
      {state.at === 'done' ? (
        <Found found={state.value} />
      ) : (
        <Title key={state.at} focus={state.at !== 'idle'} intro={t.intro}>
          {t.title}
        </Title>
      )}
      <Waiting state={state} stop={stop} title={t.failed} />
      {state.at !== 'working' && (
        <Actions>
          <Button appearance="primary" onClick={start}>
            {state.at === 'idle' ? t.start : t.again}
          </Button>
        </Actions>
      )}
    </>
  );
}

function Found({ found }: { found: Verification }) {
  const pane = usePane();
  const { texts, format } = pane;
  const styles = useStyles();
  const t = texts.verify;
  const { verified, runs, differences, problems } = found;
  if (runs.length === 0 && verified) {
    return (
      <Title focus intro={t.none}>
        {t.title}
      </Title>
    );
  }
  const unfinished = runs.some(({ manner }) => manner === 'unfinished');
  const told = verified
    ? t.sound(format.count(runs.length))
    : t.differ(format.count(differences.length + problems.length));
  return (
    <>
      <Title focus>{t.title}</Title>
      <MessageBar layout="multiline" intent={verified ? (unfinished ? 'warning' : 'success') : 'error'}>
        <MessageBarBody role="status">
          <strong>{verified ? t.verified : t.notVerified}</strong>: {told}
        </MessageBarBody>
      </MessageBar>
      {unfinished && <p className={styles.text}>{t.unfinished}</p>}
      <DifferenceList differences={differences} />
      <ProblemGroups title={t.input} color="danger" problems={problems} />
      <VerifiedRuns runs={runs} />
      {runs.some(({ manner }) => manner === 'checked') && <p className={styles.text}>{t.notComputed}</p>}
      <CopyText label={t.copy} text={findingsOf(found, pane)} />
    </>
  );
}
