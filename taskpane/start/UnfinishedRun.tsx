import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { ArrowResetRegular, ArrowUndoRegular, PlayRegular } from '@fluentui/react-icons';
import type { Closing } from '../../src/book/book';
import { isByHand } from '../../src/book/outcome';
import { WorkbookRefusal } from '../../src/workbook/refusal';
import { usePane } from '../app/context';
import { FailureReport } from '../parts/FailureReport';
import { Section } from '../parts/Section';
import { WorkView } from '../parts/WorkView';
import { termOf } from '../texts';
import { useWork } from '../work/use-work';
import { TaskCard } from './TaskCard';

/** A run that began and never ended, and the ways out of it. Nothing else can run before one of them was gone. */
export function UnfinishedRun({ run, readAgain }: { run: Closing; readAgain: () => void }) {
  const { texts, host, tell } = usePane();
  const t = texts.start;
  const { state, start } = useWork<void>();
  const { readOnly } = host.openedIn;
  const byHand = isByHand(run);
  const goOn = (startOver: boolean) =>
    start(async (port, env) => {
      const { resume } = await import('../../src/runs/resume');
      const done = await resume(port, { startOver }, env);
      if (!done.ok) throw new WorkbookRefusal(done.problems);
      tell(t.resumed(done.closing));
      readAgain();
    });
  const takeBack = () =>
    start(async (port, env) => {
      const { rollback } = await import('../../src/runs/rollback');
      const { closings } = await rollback(port, env);
      tell(t.rolledBack(closings.join(', ')));
      readAgain();
    });
  if (state.at === 'working') {
    return (
      <Section title={t.unfinishedTitle(run.id)}>
        <WorkView progress={state.progress} cellEdit={state.cellEdit} />
      </Section>
    );
  }
  return (
    <Section title={t.unfinishedTitle(run.id)}>
      <MessageBar layout="multiline" intent="error">
        <MessageBarBody>
          {t.unfinished(run.id, termOf(texts.terms.runStatuses, run.status))} {byHand && t.unfinishedByHand}
        </MessageBarBody>
      </MessageBar>
      {state.at === 'failed' && <FailureReport title={t.notGoneOn} failure={state.failure} />}
      {!byHand && (
        <TaskCard
          icon={<PlayRegular />}
          title={t.resume}
          text={t.resumeWhy}
          disabled={readOnly}
          onClick={() => !readOnly && goOn(false)}
        />
      )}
      <TaskCard
        icon={<ArrowUndoRegular />}
        title={t.rollBack}
        text={t.rollBackWhy}
        disabled={readOnly}
        onClick={() => !readOnly && takeBack()}
      />
      {!byHand && (
        <TaskCard
          icon={<ArrowResetRegular />}
          title={t.startOver}
          text={t.startOverWhy}
          disabled={readOnly}
          onClick={() => !readOnly && goOn(true)}
        />
      )}
    </Section>
  );
}
