import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowResetRegular, ArrowUndoRegular, PlayRegular } from '@fluentui/react-icons';
import { type ReactElement, useState } from 'react';
import type { Beforehand } from '../../src/runs/beforehand';
import type { Closing } from '../../src/book/book';
import { isByHand } from '../../src/book/outcome';
import { usePane } from '../app/context';
import { FailureReport } from '../parts/FailureReport';
import { Section } from '../parts/Section';
import { WorkView } from '../parts/WorkView';
import { termOf } from '../texts';
import { useWork } from '../work/use-work';
import { AheadView } from './AheadView';
import { TaskCard } from './TaskCard';
import type { WayOut, WentOut } from './ways-out';

const WAYS: readonly (readonly [WayOut, ReactElement])[] = [
  ['resume', <PlayRegular key="resume" />],
  ['rollBack', <ArrowUndoRegular key="rollBack" />],
  ['startOver', <ArrowResetRegular key="startOver" />],
];

/**
 * A run that began and never ended, and the ways out of it: each is shown before it is gone. Nothing else can run before one of
 * them was.
 */
export function UnfinishedRun({ run, readAgain }: { run: Closing; readAgain: () => void }) {
  const { texts, tell } = usePane();
  const t = texts.start;
  const byHand = isByHand(run);
  const [way, setWay] = useState<WayOut>('resume');
  const ahead = useWork<Beforehand<WentOut>>();
  const going = useWork<void>();
  const look = (next: WayOut) => {
    setWay(next);
    going.reset();
    ahead.start(async (port, env) => (await import('./ways-out')).lookAhead(next, port, env));
  };
  const go = () => {
    ahead.reset();
    going.start(async (port, env) => {
      const { closings } = await (await import('./ways-out')).goOut(way, port, env);
      const names = closings.join(', ');
      tell(way === 'rollBack' ? t.rolledBack(names) : t.resumed(names));
      readAgain();
    });
  };
  const working = [ahead.state, going.state].find((state) => state.at === 'working');
  const failed = [ahead.state, going.state].find((state) => state.at === 'failed');
  if (working?.at === 'working') {
    return (
      <Section title={t.unfinishedTitle(run.id)}>
        <WorkView progress={working.progress} cellEdit={working.cellEdit} />
        {ahead.state.at === 'working' && (
          <div>
            <Button onClick={ahead.reset}>{texts.common.cancel}</Button>
          </div>
        )}
      </Section>
    );
  }
  if (ahead.state.at === 'done') {
    return <AheadView way={way} closing={run.id} ahead={ahead.state.value} confirm={go} back={ahead.reset} />;
  }
  return (
    <Section title={t.unfinishedTitle(run.id)}>
      <MessageBar layout="multiline" intent="error">
        <MessageBarBody>
          {t.unfinished(run.id, termOf(texts.terms.runStatuses, run.status))} {byHand && t.unfinishedByHand}
        </MessageBarBody>
      </MessageBar>
      {failed?.at === 'failed' && <FailureReport title={t.notGoneOn} failure={failed.failure} />}
      {WAYS.filter(([name]) => name === 'rollBack' || !byHand).map(([name, icon]) => (
        <TaskCard key={name} icon={icon} title={t[name]} text={t[`${name}Why`]} onClick={() => look(name)} />
      ))}
    </Section>
  );
}
