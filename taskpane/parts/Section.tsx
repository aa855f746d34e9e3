import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, minWidth: 0 },
  heading: {
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props {
  readonly title: string;
  /** How many there are, as text; nothing where it is left out. */
  readonly count?: string;
  readonly color?: 'danger' | 'warning' | 'informative';
  readonly children: ReactNode;
}

/** A part of a page below its own heading. */
export function Section({ title, count, color = 'informative', children }: Props) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {title}
        {count !== undefined && (
          <Badge appearance="tint" color={color}>
            {count}
          </Badge>
        )}
      </h2>
      {children}
    </section>
  );
}
