import { Badge, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { PastEntry, PastRun } from '../../src/runs/history';
import { usePane } from '../app/context';
import { ShowInSheet } from '../parts/ShowInSheet';
import { ActionLink } from '../parts/ActionLink';
import { GoTo } from '../parts/GoTo';
import { MoreList } from '../parts/MoreList';
import { Section } from '../parts/Section';
import { termOf } from '../texts';
import { filterLog } from './filter';

const useStyles = makeStyles({
  filters: { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: tokens.spacingHorizontalS },
  filter: { minWidth: 0 },
  wide: { gridColumn: '1 / -1' },
  select: { minWidth: 0, '& > select': { minWidth: 0 } },
  text: { margin: 0 },
  shown: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  top: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  badge: { flexShrink: 0 },
  kind: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  message: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  remedy: { color: tokens.colorNeutralForeground2 },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly runs: readonly PastRun[];
  readonly log: readonly PastEntry[];
  readonly closing: string;
  readonly setClosing: (closing: string) => void;
}

/** What the runs have noted: by run, by severity, by word. */
export function LogList({ runs, log, closing, setClosing }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const [severity, setSeverity] = useState('');
  const [text, setText] = useState('');
  const t = texts.history;
  const shown = filterLog(log, { closing, severity, text });
  return (
    <Section title={t.log}>
      <div className={styles.filters}>
        <Field label={t.filterRun} className={styles.filter}>
          <Select className={styles.select} value={closing} onChange={(_, { value }) => setClosing(value)}>
            <option value="">{t.allRuns}</option>
            {runs.map((run) => (
              <option key={run.closing}>{run.closing}</option>
            ))}
          </Select>
        </Field>
        <Field label={t.filterSeverity} className={styles.filter}>
          <Select className={styles.select} value={severity} onChange={(_, { value }) => setSeverity(value)}>
            <option value="">{t.allSeverities}</option>
            {Object.entries(texts.terms.severities).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.search} hint={t.searchHint} className={styles.wide}>
          <Input type="search" value={text} onChange={(_, { value }) => setText(value)} />
        </Field>
      </div>
      <p className={styles.shown} role="status">
        {shown.length === 0 ? t.noEntries : t.shown(format.count(shown.length), format.count(log.length))}
      </p>
      {shown.length > 0 && (
        <MoreList key={`${closing} ${severity} ${text}`} rows={shown} step={10}>
          {(entry) => <Entry entry={entry} />}
        </MoreList>
      )}
    </Section>
  );
}

function Entry({ entry }: { entry: PastEntry }) {
  const { texts, explain, say } = usePane();
  const styles = useStyles();
  const { severity, code, transaction, message, remedy, address, closing } = entry;
  return (
    <>
      <div className={styles.top}>
        <Badge
          className={styles.badge}
          appearance="tint"
          color={severity === 'Info' ? 'informative' : severity === 'Error' ? 'danger' : 'warning'}
        >
          {termOf(texts.terms.severities, severity)}
        </Badge>
        <span className={styles.kind}>{termOf(texts.codes, code)}</span>
      </div>
      <p className={styles.message}>{say(message)}</p>
      <p className={`${styles.message} ${styles.remedy}`}>{say(remedy)}</p>
      <div className={styles.links}>
        {transaction !== '' && <ShowInSheet transaction={transaction} />}
        {transaction !== '' && (
          <ActionLink label={texts.history.explain(transaction)} onClick={() => explain(transaction)}>
            {texts.history.explain(transaction)}
          </ActionLink>
        )}
        <GoTo address={address}>{closing}</GoTo>
      </div>
    </>
  );
}
