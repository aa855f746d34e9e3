import { Steps } from '../flow/Steps';
import type { Flow } from '../flow/use-flow';
import type { SurveyState } from '../start/use-survey';
import { ChooseOperation } from './ChooseOperation';
import { OperationList } from './OperationList';

interface Props {
  readonly flow: Flow;
  readonly survey: SurveyState;
}

/** What can be run besides a close: choose, preview, confirm, run, done. One state of the machine, one step. */
export function OperationPage({ flow, survey }: Props) {
  const { state } = flow;
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  switch (state.at) {
    case 'choose':
      return <ChooseOperation key={state.name} flow={flow} state={state} proposed={contents?.proposed ?? 0} />;
    case 'idle':
    case 'check':
      return <OperationList flow={flow} survey={survey} />;
    default:
      return <Steps flow={flow} state={state} survey={survey} />;
  }
}
