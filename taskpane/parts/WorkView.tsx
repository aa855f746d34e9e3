import { makeStyles, MessageBar, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import { termOf } from '../texts';
import { type PhaseProgress, timeLeft } from '../work/time-left';

const useStyles = makeStyles({
  work: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  phase: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  line: {
    margin: 0,
    minHeight: tokens.lineHeightBase300,
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
});

interface Props {
  readonly progress: PhaseProgress | undefined;
  /** Somebody is typing into a cell. */
  readonly cellEdit: boolean;
}

/** How far a piece of work is. Each phase is read out when it begins; the figures are there for who looks. */
export function WorkView({ progress, cellEdit }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const phase = progress ? termOf(texts.work.phases, progress.phase) : texts.work.begins;
  const left = progress && timeLeft(progress);
  const known = progress !== undefined && progress.total > 0;
  return (
    <div className={styles.work}>
      {cellEdit && (
        <MessageBar layout="multiline" intent="warning" politeness="assertive">
          <MessageBarBody>{texts.work.cellEdit}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.phase} role="status">
        {phase}
      </p>
      <ProgressBar
        thickness="large"
        aria-label={texts.work.progress}
        {...(known ? { value: progress.done, max: progress.total } : {})}
      />
      <p className={styles.line}>
        <span>{known ? texts.common.of(format.count(progress.done).text, format.count(progress.total).text) : ''}</span>
        <span>{left === undefined ? '' : texts.work.left(durationOf(left, texts.work, format))}</span>
      </p>
    </div>
  );
}

/** Seconds up to a minute and a half, then minutes: nobody needs it finer. */
function durationOf(
  milliseconds: number,
  words: ReturnType<typeof usePane>['texts']['work'],
  format: ReturnType<typeof usePane>['format'],
): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  return seconds < 90 ? words.seconds(format.count(seconds)) : words.minutes(format.count(Math.round(seconds / 60)));
}
