import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Proposal } from '../../src/runs/mapping';
import { usePane } from '../app/context';
import { shownCell } from './shown-cell';

const useStyles = makeStyles({
  scroll: {
    overflowX: 'auto',
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  table: {
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    maxWidth: '160px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  head: { fontWeight: tokens.fontWeightSemibold, borderBottomStyle: 'none' },
  ours: { color: tokens.colorBrandForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
  figure: { textAlign: 'right' },
});

interface Props {
  readonly proposal: Proposal;
  readonly chosen: ReadonlyMap<string, string>;
}

/** The first rows as they stand in the sheet, with our name below each header. */
export function FirstRowsTable({ proposal, chosen }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  const ours = new Map([...chosen].flatMap(([column, header]) => (header === '' ? [] : [[header, column] as const])));
  const shownBy = { date1904: proposal.date1904, format };
  return (
    <div className={styles.scroll} role="region" tabIndex={0} aria-label={texts.map.firstRows}>
      <table className={styles.table}>
        <thead>
          <tr>
            {proposal.headers.map((header, at) => (
              <th key={at} scope="col" className={mergeClasses(styles.cell, styles.head)}>
                {header}
              </th>
            ))}
          </tr>
          <tr>
            {proposal.headers.map((header, at) => {
              const column = ours.get(header);
              return (
                <td key={at} className={mergeClasses(styles.cell, column === undefined ? styles.none : styles.ours)}>
                  {column ?? texts.map.notUsed}
                </td>
              );
            })}
          </tr>
        </thead>
        <tbody>
          {proposal.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <td key={column} className={mergeClasses(styles.cell, typeof cell === 'number' && styles.figure)}>
                  {shownCell(cell, ours.get(proposal.headers[column]), shownBy)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
