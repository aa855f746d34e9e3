import { CompoundButton, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const useStyles = makeStyles({
  card: { justifyContent: 'flex-start', textAlign: 'left', width: '100%', maxWidth: 'none', overflowWrap: 'anywhere' },
  text: { lineHeight: tokens.lineHeightBase200, marginTop: tokens.spacingVerticalXXS },
});

interface Props {
  readonly icon: ReactElement;
  readonly title: string;
  readonly text: string;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** Something that one can begin, with one sentence about it. */
export function TaskCard({ icon, title, text, disabled = false, onClick }: Props) {
  const styles = useStyles();
  return (
    <CompoundButton
      className={styles.card}
      icon={icon}
      secondaryContent={{ children: text, className: styles.text }}
      disabledFocusable={disabled}
      onClick={onClick}
    >
      {title}
    </CompoundButton>
  );
}
