import { makeStyles, tokens } from '@fluentui/react-components';
import type { Summary } from '../../src/runs/summary';
import { usePane } from '../app/context';
import { MoreList } from '../parts/MoreList';
import { Section } from '../parts/Section';
import { termOf } from '../texts';

const useStyles = makeStyles({
  text: { margin: 0, color: tokens.colorNeutralForeground2 },
  kind: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  message: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** What a run would note in its log, warnings first. */
export function LogView({ log }: { log: Summary['log'] }) {
  const { texts, format } = usePane();
  const styles = useStyles();
  if (log.length === 0) {
    return (
      <Section title={texts.preview.log}>
        <p className={styles.text}>{texts.preview.logNone}</p>
      </Section>
    );
  }
  const loudFirst = [
    ...log.filter(({ severity }) => severity !== 'Info'),
    ...log.filter(({ severity }) => severity === 'Info'),
  ];
  return (
    <Section title={texts.preview.log} count={format.count(log.length).text}>
      <MoreList rows={loudFirst}>
        {({ severity, code, message }) => (
          <>
            <p className={styles.kind}>
              {termOf(texts.terms.severities, severity)}: {termOf(texts.codes, code)}
            </p>
            <p className={styles.message} lang="en">
              {message}
            </p>
          </>
        )}
      </MoreList>
    </Section>
  );
}
