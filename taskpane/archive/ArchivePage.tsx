import { Button, makeStyles } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import { type Archivable, archivable } from '../../src/runs/archive/archivable';
import { archive, type Archived } from '../../src/runs/archive/archive';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import { Waiting } from '../parts/Waiting';
import { useAnswer } from '../work/use-answer';
import { ArchivableRows } from './ArchivableRows';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Which rows are closed in full; and, when that is confirmed, the run that keeps them so that they may leave their table. */
export function ArchivePage() {
  const { texts } = usePane();
  const t = texts.archive;
  const { state, ask, stop } = useAnswer<Archivable>();
  const run = useAnswer<Archived>();
  const [confirming, confirm] = useState(false);
  const look = useCallback(() => ask((port, env) => archivable(port, {}, env)), [ask]);
  useEffect(look, [look]);
  if (run.state.at === 'done') return <Done archived={run.state.value} />;
  const isRunning = run.state.at === 'working';
  if (confirming && state.at === 'done' && run.state.at === 'idle') {
    const archiveNow = () => run.ask((port, env) => archive(port, {}, env));
    return <Confirm rows={state.value.rows.length} archiveNow={archiveNow} back={() => confirm(false)} />;
  }
  return (
    <>
      <Title key={`${state.at} ${run.state.at}`} focus={state.at === 'done'} intro={isRunning ? t.writes : t.intro}>
        {isRunning ? t.doing : t.title}
      </Title>
      <Waiting state={state} stop={stop} title={t.failed} />
      <Waiting state={run.state} stop={run.stop} title={t.notArchived} />
      {state.at === 'done' && run.state.at === 'idle' && <Found found={state.value} confirm={() => confirm(true)} />}
      {(state.at === 'failed' || run.state.at === 'failed') && (
        <Actions>
          <Button
            onClick={() => {
              run.stop();
              confirm(false);
              look();
            }}
          >
            {t.again}
          </Button>
        </Actions>
      )}
    </>
  );
}

/** The last question before the rows are kept. */
function Confirm({ rows, archiveNow, back }: { rows: number; archiveNow: () => void; back: () => void }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const t = texts.archive;
  return (
    <>
      <Title focus intro={t.writes}>
        {t.confirm(format.count(rows))}
      </Title>
      <p className={styles.text}>{t.afterwards}</p>
      <Actions>
        <Button appearance="primary" onClick={archiveNow}>
          {t.now}
        </Button>
        <Button onClick={back}>{t.back}</Button>
      </Actions>
    </>
  );
}

/** The rows as a preview; they are archived in a second step. */
function Found({ found, confirm }: { found: Archivable; confirm: () => void }) {
  const { texts, format, host } = usePane();
  const styles = useStyles();
  const t = texts.archive;
  const { readOnly } = host.openedIn;
  const rows = format.count(found.rows.length);
  return (
    <>
      <ArchivableRows found={found} />
      {readOnly && <p className={styles.text}>{texts.common.readOnly}</p>}
      {rows.value > 0 && (
        <Actions>
          <Button appearance="primary" disabledFocusable={readOnly} onClick={() => !readOnly && confirm()}>
            {t.start(rows)}
          </Button>
        </Actions>
      )}
    </>
  );
}

function Done({ archived }: { archived: Archived }) {
  const { texts, format, open } = usePane();
  const styles = useStyles();
  const t = texts.archive;
  return (
    <>
      <Title focus intro={t.doneIntro(format.count(archived.rows.length), archived.ids.closing)}>
        {t.done}
      </Title>
      <p className={styles.text}>{t.afterwards}</p>
      {archived.warnings.map(({ message }) => (
        <p key={message} className={styles.text}>
          {message}
        </p>
      ))}
      <Actions>
        <Button onClick={() => open('verify')}>{t.toVerify}</Button>
      </Actions>
    </>
  );
}
