import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef } from 'react';

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
    ':focus': { outline: 'none' },
  },
});

interface Props {
  readonly title: string;
  /** How many there are, as text; nothing where it is left out. */
  readonly count?: string;
  /** Whether the focus moves here: where the part takes the place of what a person pressed. */
  readonly focus?: boolean;
  readonly color?: 'danger' | 'warning' | 'informative';
  readonly children: ReactNode;
}

/** A part of a page below its own heading. */
export function Section({ title, count, focus = false, color = 'informative', children }: Props) {
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id} ref={heading} {...(focus ? { tabIndex: -1 } : {})}>
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
