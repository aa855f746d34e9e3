import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from '../app/context';
import type { FlowState } from '../flow/machine';

const STEPS = ['choose', 'check', 'preview', 'run'] as const;
type Step = (typeof STEPS)[number];

const useStyles = makeStyles({
  trail: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', columnGap: tokens.spacingHorizontalXS },
  step: {
    flex: '1 1 0',
    minWidth: 0,
    paddingTop: tokens.spacingVerticalXS,
    borderTop: `3px solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
    // Where colours are forced, all borders are alike otherwise.
    '@media (forced-colors: active)': { borderTopColor: 'GrayText' },
  },
  past: {
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
    borderTopColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground2,
  },
  current: {
    '@media (forced-colors: active)': { borderTopColor: 'Highlight' },
    borderTopColor: tokens.colorCompoundBrandStroke,
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});

/** Where in a close one is: date, check, preview, close. */
export function StepTrail({ state }: { state: FlowState }) {
  const { texts } = usePane();
  const styles = useStyles();
  const at = STEPS.indexOf(stepOf(state));
  return (
    <ol className={styles.trail} aria-label={texts.close.steps.label}>
      {STEPS.map((step, place) => (
        <li
          key={step}
          className={mergeClasses(styles.step, place < at && styles.past, place === at && styles.current)}
          aria-current={place === at ? 'step' : undefined}
        >
          {texts.close.steps[step]}
        </li>
      ))}
    </ol>
  );
}

function stepOf(state: FlowState): Step {
  switch (state.at) {
    case 'idle':
    case 'choose':
      return 'choose';
    case 'check':
      return 'check';
    case 'preview':
      return 'preview';
    case 'confirm':
    case 'paused':
    case 'done':
      return 'run';
    default:
      return state.task === 'reports' ? 'check' : state.task;
  }
}
