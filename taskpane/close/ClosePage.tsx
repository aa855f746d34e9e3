import { Button, Spinner } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { FailureReport } from '../parts/FailureReport';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { CheckStep } from './CheckStep';
import { ChooseStep } from './ChooseStep';
import { ConfirmStep } from './ConfirmStep';
import { DoneStep } from './DoneStep';
import type { CloseState } from './machine';
import { PausedStep } from './PausedStep';
import { PreviewStep } from './PreviewStep';
import { StepTrail } from './StepTrail';
import type { CloseFlow } from './use-close';
import { WorkStep } from './WorkStep';

interface Props {
  readonly flow: CloseFlow;
  readonly survey: SurveyState;
}

/** A close from its date to its result: one state of the machine, one step. */
export function ClosePage({ flow, survey }: Props) {
  return (
    <>
      <StepTrail state={flow.state} />
      <Step flow={flow} survey={survey} />
    </>
  );
}

function Step({ flow, survey }: Props) {
  const { state } = flow;
  switch (state.at) {
    case 'read':
      return <NothingYet survey={survey} />;
    case 'choose':
      return <ChooseStep flow={flow} state={state} survey={survey} />;
    case 'check':
      return <CheckStep flow={flow} state={state} />;
    case 'preview':
      return <PreviewStep flow={flow} state={state} />;
    case 'confirm':
      return <ConfirmStep flow={flow} state={state} />;
    case 'paused':
      return <PausedStep flow={flow} state={state} survey={survey} />;
    case 'done':
      return <DoneStep flow={flow} state={state} survey={survey} />;
    case 'working':
      return <WorkStep flow={flow} state={state} />;
    case 'failed':
      return <FailedStep flow={flow} state={state} />;
  }
}

function NothingYet({ survey }: { survey: SurveyState }) {
  const { texts, open } = usePane();
  if (survey.at === 'reading') return <Spinner size="small" label={texts.close.waiting} />;
  return (
    <>
      <Title intro={texts.close.nothing}>{texts.close.title}</Title>
      <Actions>
        <Button appearance="primary" onClick={() => open('start')}>
          {texts.close.toStart}
        </Button>
      </Actions>
    </>
  );
}

function FailedStep({ flow, state }: { flow: CloseFlow; state: Extract<CloseState, { at: 'failed' }> }) {
  const { texts } = usePane();
  const { failure, task } = state;
  return (
    <>
      <Title focus>{texts.close.title}</Title>
      <FailureReport title={texts.failure.titles[task]} failure={failure} />
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
