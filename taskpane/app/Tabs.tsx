import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { usePane } from './context';
import { type PageName, PAGES, tabOf } from './pages';

/** All tabs stand in one line in the narrowest pane, in every language. */
const NARROW = '@media (max-width: 360px)';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    listStyleType: 'none',
    display: 'flex',
    flexWrap: 'wrap',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { paddingLeft: tokens.spacingHorizontalXS, paddingRight: tokens.spacingHorizontalXS },
  },
  tab: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    whiteSpace: 'nowrap',
    [NARROW]: { paddingLeft: tokens.spacingHorizontalSNudge, paddingRight: tokens.spacingHorizontalSNudge },
    border: 'none',
    borderBottom: `${tokens.strokeWidthThicker} solid transparent`,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, borderBottomColor: tokens.colorNeutralStroke1 },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
    // Where colours are forced, a transparent border shows too: the one of the current page must stand out.
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
  },
  other: { '@media (forced-colors: active)': { borderBottomColor: 'Canvas' } },
});

/** Leads from page to page. */
export function Tabs({ page, open }: { page: PageName; open: (page: PageName) => void }) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <nav aria-label={texts.pages.label}>
      <ul className={styles.list}>
        {PAGES.map((name) => (
          <li key={name}>
            <button
              type="button"
              className={mergeClasses(styles.tab, name === tabOf(page) ? styles.current : styles.other)}
              aria-current={name === tabOf(page) ? 'page' : undefined}
              onClick={() => open(name)}
            >
              {texts.pages[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
