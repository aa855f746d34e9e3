import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { CopyRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { usePane } from '../app/context';
import type { Failure } from '../work/failure';
import { MoreList } from './MoreList';
import { ProblemRow } from './ProblemRow';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  text: { margin: 0 },
  title: { display: 'block' },
  copy: { alignSelf: 'flex-start' },
  details: { fontFamily: tokens.fontFamilyMonospace },
});

/** Says what failed, what that did to the workbook, and what to do; the details can be copied. */
export function FailureReport({ title, failure }: { title: string; failure: Failure }) {
  const { texts, host, machinery } = usePane();
  const styles = useStyles();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const area = useRef<HTMLTextAreaElement>(null);
  const details = detailsOf(title, failure, `${host.openedIn.platform}, ${machinery.version}`);
  const copy = () => {
    copyText(details, area.current).then(setCopied, () => setCopied('failed'));
  };
  const changed = failure.changed === 'nothing' ? texts.failure.nothingChanged : texts.failure.begun;
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
          {texts.failure.fault} {texts.failure.faultRemedy}
        </p>
      )}
      <Button className={styles.copy} size="small" icon={<CopyRegular />} onClick={copy}>
        {copied === 'yes' ? texts.failure.copied : texts.failure.copy}
      </Button>
      {(failure.fault !== '' || copied === 'failed') && (
        <>
          {copied === 'failed' && <p className={styles.text}>{texts.failure.copyFailed}</p>}
          <Textarea
            readOnly
            rows={5}
            className={styles.details}
            textarea={{ ref: area }}
            aria-label={texts.common.details}
            value={details}
          />
        </>
      )}
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

/** Panes may not be allowed to use the clipboard; then the text is shown and selected. */
async function copyText(text: string, area: HTMLTextAreaElement | null): Promise<'yes' | 'failed'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'yes';
  } catch {
    area?.select();
    return 'failed';
  }
}
