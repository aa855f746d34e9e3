import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { usePane } from './context';
import { type PageName, PAGES } from './pages';

const useStyles = makeStyles({
  frame: {
    minHeight: '100vh',
    minWidth: '280px',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  tabs: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    paddingLeft: tokens.spacingHorizontalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    flexWrap: 'wrap',
  },
  main: { flexGrow: 1, display: 'flex', flexDirection: 'column', minWidth: 0 },
  page: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
    minWidth: 0,
    '::after': { content: '""', display: 'block', height: tokens.spacingVerticalXXS },
    ':focus-visible': { outline: 'none' },
  },
});

interface Props {
  readonly page: PageName;
  readonly open: (page: PageName) => void;
  readonly notice: string;
  readonly dismiss: () => void;
  readonly children: ReactNode;
}

/** What stands around every page: the tabs, and a notice where there is one. */
export function Frame({ page, open, notice, dismiss, children }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <nav aria-label={texts.pages.label}>
        <TabList
          className={styles.tabs}
          size="small"
          selectedValue={page}
          onTabSelect={(_, { value }) => open(value as PageName)}
        >
          {PAGES.map(({ name }) => (
            <Tab key={name} id={`tab-${name}`} value={name} aria-controls="page">
              {texts.pages[name]}
            </Tab>
          ))}
        </TabList>
      </nav>
      <main className={styles.main}>
        <div className={styles.page} id="page" role="tabpanel" aria-labelledby={`tab-${page}`}>
          {notice !== '' && (
            <MessageBar layout="multiline" intent="warning">
              <MessageBarBody>{notice}</MessageBarBody>
              <MessageBarActions
                containerAction={
                  <Button
                    appearance="transparent"
                    icon={<DismissRegular />}
                    aria-label={texts.common.dismiss}
                    onClick={dismiss}
                  />
                }
              />
            </MessageBar>
          )}
          {children}
        </div>
      </main>
    </div>
  );
}
