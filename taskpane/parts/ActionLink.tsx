import { Link, makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({
  link: {
    textAlign: 'left',
    overflowWrap: 'anywhere',
    fontSize: 'inherit',
    lineHeight: 'inherit',
    fontWeight: 'inherit',
  },
});

interface Props {
  /** What it is called for who can not see what stands around it. */
  readonly label: string;
  readonly onClick: () => void;
  readonly children: string;
}

/** A word that does something: leads to a cell, or to another page. */
export function ActionLink({ label, onClick, children }: Props) {
  const styles = useStyles();
  return (
    <Link as="button" type="button" inline className={styles.link} aria-label={label} onClick={onClick}>
      {children}
    </Link>
  );
}
