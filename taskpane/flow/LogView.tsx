import { makeStyles, tokens } from '@fluentui/react-components';
import type { Summary } from '../../src/runs/summary';
import { usePane } from '../app/context';
import { Groups } from '../parts/Groups';
import { Section } from '../parts/Section';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  message: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What a run would note in its log, warnings first, by kind. */
export function LogView({ log, isWritten }: { log: Summary['log']; isWritten: boolean }) {
  const { texts } = usePane();
  const styles = useStyles();
  if (log.length === 0) {
    return (
      <Section title={isWritten ? texts.done.log : texts.preview.log}>
        <p className={styles.text}>{texts.preview.logNone}</p>
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
      {({ message }) => (
        <p className={styles.message} lang="en">
          {message}
        </p>
      )}
    </Groups>
  );
}
