import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { Beforehand } from '../../src/runs/beforehand';
import { usePane } from '../app/context';
import { Models, Totals, Voucher } from '../flow/SummaryView';
import { Figures } from '../parts/Figures';
import { Section } from '../parts/Section';
import type { WayOut, WentOut } from './ways-out';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  small: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly way: WayOut;
  /** The run that did not end. */
  readonly closing: string;
  readonly ahead: Beforehand<WentOut>;
  readonly confirm: () => void;
  readonly back: () => void;
}

/** What a way out of a run that did not end would do, before anything is written: its figures, and the rows of each sheet. */
export function AheadView({ way, closing, ahead, confirm, back }: Props) {
  const { texts, format, host } = usePane();
  const styles = useStyles();
  const t = texts.start;
  const { readOnly } = host.openedIn;
  const { summary } = ahead.done;
  return (
    <>
      <Section focus title={t.ahead[way].title(closing)}>
        <p className={styles.text}>{texts.preview.nothingWritten}</p>
      </Section>
      {summary && (
        <>
          <Totals summary={summary} />
          {summary.type === 'Close' && <Models summary={summary} />}
          <Voucher summary={summary} />
        </>
      )}
      <Section title={t.ahead[way].changes}>
        <Figures
          label={t.ahead[way].changes}
          headers={[texts.preview.sheet, t.added, t.marked]}
          figuresFrom={1}
          rows={ahead.changes.map(({ sheet, isNew, added, marked }) => [
            <>
              {sheet}
              {isNew && <span className={styles.small}> · {texts.preview.newSheet}</span>}
            </>,
            format.count(added).text,
            format.count(marked).text,
          ])}
        />
        <p className={styles.text}>
          {t.markedWhy} {texts.preview.untouched}
        </p>
      </Section>
      <MessageBar layout="multiline" intent="warning">
        <MessageBarBody>{readOnly ? texts.common.readOnly : texts.confirm.undo}</MessageBarBody>
      </MessageBar>
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={readOnly} onClick={() => !readOnly && confirm()}>
          {t.ahead[way].confirm}
        </Button>
        <Button onClick={back}>{texts.common.back}</Button>
      </div>
    </>
  );
}
