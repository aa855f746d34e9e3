import { Button } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { Actions } from '../parts/Actions';
import { Title } from '../parts/Title';
import { WorkView } from '../parts/WorkView';
import type { Working } from './machine';
import type { CloseFlow } from './use-close';

/** Work that goes on. It can be cancelled until cells are written; a run can be paused at any time. */
export function WorkStep({ flow, state }: { flow: CloseFlow; state: Working }) {
  const { texts } = usePane();
  const { task, progress, stopping, pausing, writing, cellEdit } = state;
  return (
    <>
      <Title focus intro={writing ? texts.work.writing : texts.work.notWritten}>
        {texts.work.titles[task]}
      </Title>
      <WorkView progress={progress} cellEdit={cellEdit} />
      {task === 'run' && <p>{texts.work.working}</p>}
      {(task === 'run' || !writing) && (
        <Actions>
          {task === 'run' && (
            <Button onClick={flow.pause} disabledFocusable={pausing || stopping}>
              {pausing ? texts.work.pausing : texts.work.pause}
            </Button>
          )}
          {!writing && (
            <Button onClick={flow.stop} disabledFocusable={stopping}>
              {stopping ? texts.work.stopping : texts.common.cancel}
            </Button>
          )}
        </Actions>
      )}
    </>
  );
}
