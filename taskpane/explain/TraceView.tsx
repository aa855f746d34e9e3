import { makeStyles, tokens } from '@fluentui/react-components';
import type { TraceLine } from '../../src/runs/explain/trace';
import { MoreList } from '../parts/MoreList';
import { Section } from '../parts/Section';

/** Deeper lines are not moved further to the right: there is no room for it in a narrow pane. */
const DEEPEST = 4;

const useStyles = makeStyles({
  line: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});

/** Where a cost comes from or went, step by step; what is further away stands further to the right. */
export function TraceView({ title, lines }: { title: string; lines: readonly TraceLine[] }) {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return (
    <Section title={title}>
      <MoreList rows={lines} step={12}>
        {({ depth, text }) => (
          <p
            className={styles.line}
            lang="en"
            style={{ paddingLeft: `calc(${Math.min(depth, DEEPEST)} * ${tokens.spacingHorizontalM})` }}
          >
            {text}
          </p>
        )}
      </MoreList>
    </Section>
  );
}
