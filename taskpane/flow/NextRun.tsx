import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import type { SurveyState } from '../start/use-survey';
import { defaultOptions } from './default-options';
import type { RunName } from './options';
import type { Flow } from './use-flow';

/** Leads from a run that has ended to the next: the close that is due then, or another choice. */
export function NextRun({ flow, name, survey }: { flow: Flow; name: RunName; survey: SurveyState }) {
  const { texts } = usePane();
  const contents = survey.at === 'found' ? survey.survey.contents : undefined;
  if (name !== 'close') return <Button onClick={() => flow.send({ type: 'leave' })}>{texts.more.another}</Button>;
  if (!contents || contents.unfinished) return null;
  return (
    <Button onClick={() => flow.send({ type: 'open', name, options: defaultOptions(contents) })}>
      {texts.done.next}
    </Button>
  );
}
