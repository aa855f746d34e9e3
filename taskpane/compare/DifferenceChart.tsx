import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  chart: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, auto) minmax(64px, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
  },
  // The bars of all rows stand on one axis.
  row: { display: 'contents' },
  name: { overflowWrap: 'anywhere' },
  figure: { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  bars: { display: 'block', width: '100%', height: '20px' },
  axis: {
    stroke: tokens.colorNeutralStroke1,
    strokeWidth: 1,
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
  more: { fill: tokens.colorPaletteMarigoldBackground3, '@media (forced-colors: active)': { fill: 'Highlight' } },
  less: {
    fill: tokens.colorPaletteTealBackground2,
    stroke: tokens.colorPaletteTealBorderActive,
    '@media (forced-colors: active)': { fill: 'Canvas', stroke: 'CanvasText' },
  },
});

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** Half of the width of a row, in units of the drawing. */
const HALF = 50;

/**
 * Bars to the right of an axis for what is more, to the left for what is less. Names and figures stand beside them as text
 * in a list, so that nothing is told by length or colour alone.
 */
export function DifferenceChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const styles = useStyles();
  const largest = Math.max(1, ...bars.map(({ value }) => Math.abs(value)));
  return (
    <div role="list" aria-label={label} className={styles.chart}>
      {bars.map(({ name, value, text }) => {
        const width = (Math.abs(value) / largest) * (HALF - 1);
        return (
          <div key={name} role="listitem" className={styles.row}>
            <span className={styles.name}>{name}</span>
            <svg className={styles.bars} viewBox={`0 0 ${2 * HALF} 20`} preserveAspectRatio="none" aria-hidden="true">
              <rect
                x={value < 0 ? HALF - width : HALF}
                y={4}
                width={width}
                height={12}
                className={value < 0 ? styles.less : styles.more}
              />
              <line x1={HALF} x2={HALF} y1={0} y2={20} className={styles.axis} />
            </svg>
            <span className={styles.figure}>{text}</span>
          </div>
        );
      })}
    </div>
  );
}
