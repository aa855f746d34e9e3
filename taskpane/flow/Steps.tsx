import type { SurveyState } from '../start/use-survey';
import { ConfirmStep } from './ConfirmStep';
import { DoneStep } from './DoneStep';
import { FailedStep } from './FailedStep';
import type { FlowState } from './machine';
import { PausedStep } from './PausedStep';
import { PreviewStep } from './PreviewStep';
import type { Flow } from './use-flow';
import { WorkStep } from './WorkStep';

interface Props {
  readonly flow: Flow;
  readonly state: Exclude<FlowState, { at: 'idle' | 'choose' | 'check' }>;
  readonly survey: SurveyState;
}

/** The steps that all runs have in common, from the preview to the result: one state of the machine, one step. */
export function Steps({ flow, state, survey }: Props) {
  switch (state.at) {
    case 'working':
      return <WorkStep flow={flow} state={state} />;
    case 'preview':
      return <PreviewStep flow={flow} state={state} />;
    case 'confirm':
      return <ConfirmStep flow={flow} state={state} />;
    case 'paused':
      return <PausedStep flow={flow} state={state} survey={survey} />;
    case 'failed':
      return <FailedStep flow={flow} state={state} />;
    case 'done':
      return <DoneStep flow={flow} state={state} survey={survey} />;
  }
}
