import { Button, makeStyles, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useCallback, useEffect } from 'react';
import { checkPeriods, type PeriodCheck } from '../../src/runs/check-periods';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { ProblemGroups } from '../parts/ProblemGroups';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { useAnswer } from '../work/use-answer';
import { PeriodList } from './PeriodList';

const useStyles = makeStyles({ text: { margin: 0 } });

/** What was done to closed rows since they were closed, and which periods are closed. */
export function PeriodsPage() {
  const { texts } = usePane();
  const t = texts.periods;
  const { state, ask, stop } = useAnswer<PeriodCheck>();
  const start = useCallback(() => ask(checkPeriods), [ask]);
  useEffect(start, [start]);
  return (
    <>
      <Title key={state.at} focus={state.at === 'done'} intro={t.intro}>
        {t.title}
      </Title>
      <Waiting state={state} stop={stop} title={t.failed} />
      {state.at === 'done' && <Found check={state.value} />}
      {state.at !== 'working' && (
        <Actions>
          <Button onClick={start}>{t.again}</Button>
        </Actions>
      )}
    </>
  );
}

function Found({ check: { changes, found } }: { check: PeriodCheck }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.periods;
  const last = found?.lastClose;
  return (
    <>
      {found && <p className={styles.text}>{last ? t.locked(format.day(last.day), last.id) : t.neverClosed}</p>}
      {(changes.length > 0 || last) && (
        <MessageBar layout="multiline" intent={changes.length > 0 ? 'error' : 'success'}>
          <MessageBarBody role="status">
            {changes.length > 0 ? t.changed(format.count(changes.length)) : t.sound}
          </MessageBarBody>
        </MessageBar>
      )}
      <ProblemGroups title={texts.check.errors} color="danger" problems={changes} />
      {found ? <PeriodList periods={found.periods} /> : <p className={styles.text}>{t.unread}</p>}
    </>
  );
}
