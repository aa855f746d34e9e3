import { Button, Spinner } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Steps } from '../flow/Steps';
import type { Flow } from '../flow/use-flow';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import type { SurveyState } from '../start/use-survey';
import { CheckStep } from './CheckStep';
import { ChooseStep } from './ChooseStep';
import { StepTrail } from './StepTrail';

interface Props {
  readonly flow: Flow;
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
    case 'idle':
      return <NothingYet survey={survey} />;
    case 'choose':
      return state.options?.name === 'close' ? (
        <ChooseStep flow={flow} options={state.options} stopped={state.stopped} survey={survey} />
      ) : null;
    case 'check':
      return state.options.name === 'close' ? <CheckStep flow={flow} state={state} options={state.options} /> : null;
    default:
      return <Steps flow={flow} state={state} survey={survey} />;
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
