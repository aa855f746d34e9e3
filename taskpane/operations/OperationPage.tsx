import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import type { SurveyState } from '../start/use-survey';
import { ChooseOperation } from './ChooseOperation';
import { optionsOf, type OperationState } from './machine';
import { OperationList } from './OperationList';
import type { OperationName } from './options';
import type { OperationResult } from './results';
import { ResultView } from './ResultView';
import type { OperationFlow } from './use-operation';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, display: 'grid', rowGap: tokens.spacingVerticalS },
  text: { margin: 0 },
});

interface Props {
  readonly flow: OperationFlow;
  readonly survey: SurveyState;
}

/** What can be run besides a close: choose, preview, confirm, run, done. One state of the machine, one step. */
export function OperationPage({ flow, survey }: Props) {
  const { state } = flow;
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  switch (state.at) {
    case 'list':
      return <OperationList flow={flow} survey={survey} />;
    case 'choose':
      return <ChooseOperation key={state.name} flow={flow} state={state} proposed={contents?.proposed ?? 0} />;
    case 'working':
      return <WorkingStep flow={flow} state={state} />;
    case 'preview':
      return <PreviewStep flow={flow} state={state} />;
    case 'confirm':
      return <ConfirmStep flow={flow} state={state} />;
    case 'failed':
      return <FailedStep flow={flow} state={state} />;
    case 'done':
      return <DoneStep flow={flow} state={state} />;
  }
}

const nameOf = (state: Extract<OperationState, { at: 'working' | 'failed' }>): OperationName =>
  optionsOf(state.before)?.name ?? 'recalculate';

function WorkingStep({ flow, state }: { flow: OperationFlow; state: Extract<OperationState, { at: 'working' }> }) {
  const { texts } = usePane();
  const { task, progress, stopping, writing, cellEdit } = state;
  const t = texts.more.operations[nameOf(state)];
  return (
    <>
      <Title focus intro={writing ? texts.work.writing : texts.work.notWritten}>
        {task === 'preview' ? texts.more.computing : t.doing}
      </Title>
      <WorkView progress={progress} cellEdit={cellEdit} />
      {!writing && (
        <Actions>
          <Button onClick={flow.stop} disabledFocusable={stopping}>
            {stopping ? texts.work.stopping : texts.common.cancel}
          </Button>
        </Actions>
      )}
    </>
  );
}

function PreviewStep({
  flow,
  state,
}: {
  flow: OperationFlow;
  state: Extract<OperationState, { at: 'preview' | 'confirm' }>;
}) {
  const { texts, host } = usePane();
  const styles = useStyles();
  const { readOnly } = host.openedIn;
  return (
    <>
      <Title focus intro={texts.more.nothingWritten}>
        {texts.more.operations[state.options.name].title}
      </Title>
      <ResultView result={state.previewed} />
      {readOnly && <p className={styles.text}>{texts.common.readOnly}</p>}
      <Actions>
        <Button appearance="primary" disabledFocusable={readOnly} onClick={() => flow.send({ type: 'confirm' })}>
          {texts.more.confirm}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}

/** The last question before cells are written. */
function ConfirmStep({
  flow,
  state,
}: {
  flow: OperationFlow;
  state: Extract<OperationState, { at: 'preview' | 'confirm' }>;
}) {
  const { texts } = usePane();
  const styles = useStyles();
  const t = texts.more;
  const { title } = t.operations[state.options.name];
  return (
    <>
      <Title focus>{t.confirmTitle(title)}</Title>
      <ul className={styles.list}>
        <li>{t.confirmRows}</li>
        <li>{t.confirmReads}</li>
      </ul>
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>{t.confirmUndo}</MessageBarBody>
      </MessageBar>
      <Actions>
        <Button appearance="primary" onClick={() => flow.begin('run')}>
          {t.confirmRun(title)}
        </Button>
        <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
      </Actions>
    </>
  );
}

function FailedStep({ flow, state }: { flow: OperationFlow; state: Extract<OperationState, { at: 'failed' }> }) {
  const { texts } = usePane();
  const t = texts.more;
  const { title, failed } = t.operations[nameOf(state)];
  const { failure, task } = state;
  return (
    <>
      <Title focus>{title}</Title>
      <FailureReport title={task === 'preview' ? t.previewFailed : failed} failure={failure} />
      {failure.changed === 'nothing' && (
        <Actions>
          <Button appearance="primary" onClick={() => flow.begin(task)}>
            {texts.common.tryAgain}
          </Button>
          <Button onClick={() => flow.send({ type: 'back' })}>{texts.common.back}</Button>
        </Actions>
      )}
    </>
  );
}

function DoneStep({ flow, state }: { flow: OperationFlow; state: Extract<OperationState, { at: 'done' }> }) {
  const { texts, open } = usePane();
  const styles = useStyles();
  const t = texts.more;
  return (
    <>
      <Title focus intro={<Outcome result={state.finished} />}>
        {t.done(t.operations[state.options.name].title)}
      </Title>
      <ResultView result={state.finished} />
      <p className={styles.text}>{t.save}</p>
      <Actions>
        <Button appearance="primary" onClick={() => open('history')}>
          {texts.done.history}
        </Button>
        <Button onClick={() => flow.send({ type: 'list' })}>{t.another}</Button>
      </Actions>
    </>
  );
}

function Outcome({ result }: { result: OperationResult }) {
  const { texts, format } = usePane();
  const t = texts.more;
  return result.kind === 'reversal' ? t.doneReversal(format.count(result.runs.length)) : t.doneRun(result.closing);
}
