import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode, useState } from 'react';
import { usePane } from '../app/context';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
  },
  row: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottomStyle: 'none' },
    overflowWrap: 'anywhere',
  },
  more: { alignSelf: 'flex-start' },
});

interface Props<T> {
  readonly rows: readonly T[];
  readonly children: (row: T, at: number) => ReactNode;
  /** How many are shown first, and how many more each time. */
  readonly step?: number;
}

/** A list that shows its first rows, and more where they are wanted: ten thousand rows are no page. */
export function MoreList<T>({ rows, children, step = 5 }: Props<T>) {
  const styles = useStyles();
  const { texts, format } = usePane();
  const [shown, setShown] = useState(step);
  const rest = rows.length - shown;
  return (
    <>
      <ul className={styles.list}>
        {rows.slice(0, shown).map((row, at) => (
          <li key={at} className={styles.row}>
            <Fragment>{children(row, at)}</Fragment>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <Button
          className={styles.more}
          appearance="subtle"
          size="small"
          onClick={() => setShown(shown + Math.max(step, 20))}
        >
          {texts.common.showMore(format.count(Math.min(rest, Math.max(step, 20))))}
        </Button>
      )}
    </>
  );
}
