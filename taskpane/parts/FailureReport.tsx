import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import type { Failure } from '../work/failure';
import { CopyText } from './CopyText';
import { MoreList } from './MoreList';
import { ProblemRow } from './ProblemRow';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  text: { margin: 0 },
  title: { display: 'block' },
});

interface Props {
  readonly title: string;
  readonly failure: Failure;
  /** What may have been changed where writing had begun; else that of a run. */
  readonly begun?: string;
}

/** Says what failed, what that did to the workbook, and what to do; the details can be copied. */
export function FailureReport({ title, failure, begun }: Props) {
  const { texts, host, machinery } = usePane();
  const styles = useStyles();
  const details = detailsOf(title, failure, `${host.openedIn.platform}, ${machinery.version}`);
  const changed = failure.changed === 'nothing' ? texts.failure.nothingChanged : (begun ?? texts.failure.begun);
  return (
    <div className={styles.page} role="alert">
      <MessageBar layout="multiline" intent={failure.changed === 'nothing' ? 'warning' : 'error'}>
        <MessageBarBody>
          <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>
          {changed}
        </MessageBarBody>
      </MessageBar>
      {failure.problems.length > 0 && (
        <MoreList rows={failure.problems} step={10}>
          {(problem) => <ProblemRow problem={problem} />}
        </MoreList>
      )}
      {failure.problems.length === 0 && (
        <p className={styles.text}>
          {failure.notLoaded ? texts.failure.notLoaded : `${texts.failure.fault} ${texts.failure.faultRemedy}`}
        </p>
      )}
      <CopyText label={texts.failure.copy} text={details} shown={failure.fault !== ''} />
      <p className={styles.text}>{texts.failure.noData}</p>
    </div>
  );
}

function detailsOf(title: string, { problems, fault, changed }: Failure, place: string): string {
  const lines = problems.map(({ code, cell, content, message, remedy }) =>
    [code, cell, content, message, remedy].filter((part) => part !== '').join(' | '),
  );
  return [title, place, `changed: ${changed}`, ...lines, fault].filter((line) => line !== '').join('\n');
}
