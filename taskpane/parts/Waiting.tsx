import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import type { WorkState } from '../work/use-work';
import { FailureReport } from './FailureReport';
import { WorkView } from './WorkView';

interface Props {
  readonly state: WorkState<unknown>;
  readonly stop: () => void;
  /** What is said above the reasons where there is no answer. */
  readonly title: string;
  /** What may have been changed where writing had begun; else that of a run. */
  readonly begun?: string;
}

/** What stands in place of an answer: how far the work is, or why it failed. */
export function Waiting({ state, stop, title, begun }: Props) {
  const { texts } = usePane();
  if (state.at === 'failed') {
    return <FailureReport title={title} failure={state.failure} {...(begun === undefined ? {} : { begun })} />;
  }
  if (state.at !== 'working') return null;
  return (
    <>
      <WorkView progress={state.progress} cellEdit={state.cellEdit} />
      <div>
        <Button onClick={stop}>{texts.common.cancel}</Button>
      </div>
    </>
  );
}
