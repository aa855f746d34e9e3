import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';

const useStyles = makeStyles({
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
    ':focus': { outline: 'none' },
  },
  intro: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
});

/**
 * The heading of a page. Where the page changed by what a person did in it, the focus moves here, so that the keyboard
 * and a screen reader go on at its top.
 */
export function Title({ children, intro, focus = false }: { children: string; intro?: ReactNode; focus?: boolean }) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focus) heading.current?.focus();
  }, [focus]);
  return (
    <header>
      <h1 className={styles.title} tabIndex={-1} ref={heading}>
        {children}
      </h1>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
    </header>
  );
}
