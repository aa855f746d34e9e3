import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { usePane } from '../app/context';
import { termOf } from '../texts';
import { MoreList } from './MoreList';
import { Section } from './Section';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props<T extends { readonly code: string }> {
  readonly title: string;
  readonly color: 'danger' | 'warning' | 'informative';
  readonly rows: readonly T[];
  readonly children: (row: T) => ReactNode;
}

/** What problems and log entries have in common: they come in kinds, by their code. Each kind with its number. */
export function Groups<T extends { readonly code: string }>({ title, color, rows, children }: Props<T>) {
  const { texts, format } = usePane();
  const styles = useStyles();
  if (rows.length === 0) return null;
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const name = Object.hasOwn(texts.codes, row.code) ? termOf(texts.codes, row.code) : texts.otherCode;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return (
    <Section title={title} count={format.count(rows.length).text} color={color}>
      {[...groups].map(([name, members]) => (
        <div key={name} className={styles.group}>
          <h3 className={styles.heading}>
            {name} ({format.count(members.length).text})
          </h3>
          <MoreList rows={members} step={3}>
            {children}
          </MoreList>
        </div>
      ))}
    </Section>
  );
}
