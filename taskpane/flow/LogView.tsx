import { makeStyles, tokens } from '@fluentui/react-components';
import type { Summary } from '../../src/runs/summary';
import { usePane } from '../app/context';
import { Groups } from '../parts/Groups';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  message: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

interface Props {
  readonly log: Summary['log'];
  readonly isWritten: boolean;
  /** Whether the run settles: only then an empty log says that all is settled. */
  readonly settles: boolean;
}

/** What a run would note in its log, or has noted, warnings first, by kind. */
export function LogView({ log, isWritten, settles }: Props) {
  const { texts, say } = usePane();
  const styles = useStyles();
  if (log.length === 0) {
    return (
      <Section title={isWritten ? texts.done.log : texts.preview.log}>
        <p className={styles.text}>{settles ? texts.preview.logNone : texts.preview.logEmpty}</p>
      </Section>
    );
  }
  const isLoud = ({ severity }: Summary['log'][number]) => severity !== 'Info';
  const rows = [...log.filter(isLoud), ...log.filter((entry) => !isLoud(entry))];
  return (
    <Groups
      title={isWritten ? texts.done.log : texts.preview.log}
      color={rows.some(isLoud) ? 'warning' : 'informative'}
      rows={rows}
    >
      {({ message }) => <p className={styles.message}>{say(message)}</p>}
    </Groups>
  );
}
