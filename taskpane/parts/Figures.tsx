import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} 0`,
    paddingRight: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    overflowWrap: 'anywhere',
  },
  figure: { textAlign: 'right', paddingRight: 0, paddingLeft: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  total: { fontWeight: tokens.fontWeightSemibold, borderBottomStyle: 'none' },
  head: { color: tokens.colorNeutralForeground2, verticalAlign: 'bottom' },
});

interface Props {
  /** What the table is about, for who can not see it. */
  readonly label: string;
  readonly headers: readonly string[];
  /** Columns from this one on hold figures and are aligned to the right. */
  readonly figuresFrom: number;
  readonly rows: readonly (readonly ReactNode[])[];
  /** The row below the line. */
  readonly total?: readonly ReactNode[];
}

/** A small table: texts at the left, figures at the right. */
export function Figures({ label, headers, figuresFrom, rows, total }: Props) {
  const styles = useStyles();
  const cell = (column: number) => mergeClasses(styles.cell, column >= figuresFrom && styles.figure);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {headers.map((header, column) => (
            <th key={header} scope="col" className={mergeClasses(cell(column), styles.head)}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>
            {row.map((content, column) =>
              column === 0 ? (
                <th key={column} scope="row" className={cell(column)}>
                  {content}
                </th>
              ) : (
                <td key={column} className={cell(column)}>
                  {content}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            {total.map((content, column) =>
              column === 0 ? (
                <th key={column} scope="row" className={mergeClasses(cell(column), styles.total)}>
                  {content}
                </th>
              ) : (
                <td key={column} className={mergeClasses(cell(column), styles.total)}>
                  {content}
                </td>
              ),
            )}
          </tr>
        </tfoot>
      )}
    </table>
  );
}
