import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    margin: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
  },
  frame: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly strong?: boolean;
}

/** Figures with their names, one below the other. */
export function Facts({ facts, inCard = false }: { facts: readonly Fact[]; inCard?: boolean }) {
  const styles = useStyles();
  return (
    <dl className={mergeClasses(styles.list, !inCard && styles.frame)}>
      {facts.map(({ label, value, strong }) => (
        <Fragment key={label}>
          <dt className={styles.term}>{label}</dt>
          <dd className={strong ? `${styles.value} ${styles.strong}` : styles.value}>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
