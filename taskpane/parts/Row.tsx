import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    fontWeight: tokens.fontWeightSemibold,
  },
  right: { fontVariantNumeric: 'tabular-nums', marginLeft: 'auto', textAlign: 'right' },
  below: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  rest: {
    marginTop: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

interface Props {
  readonly left: ReactNode;
  readonly right?: ReactNode;
  readonly below?: ReactNode;
  readonly children?: ReactNode;
}

/** One row of a list: what it is at the left, its figure at the right, more about it below. */
export function Row({ left, right, below, children }: Props) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.top}>
        <span>{left}</span>
        {right !== undefined && <span className={styles.right}>{right}</span>}
      </div>
      {below !== undefined && <p className={styles.below}>{below}</p>}
      {children !== undefined && <div className={styles.rest}>{children}</div>}
    </>
  );
}
