import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { usePane } from './context';
import type { PageName } from './pages';
import { Tabs } from './Tabs';

const useStyles = makeStyles({
  frame: {
    minHeight: '100vh',
    minWidth: '280px',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  top: { position: 'sticky', top: 0, zIndex: 2 },
  page: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL} 0`,
    minWidth: 0,
    '::after': { content: '""', display: 'block', height: tokens.spacingVerticalXXS },
  },
});

interface Props {
  readonly page: PageName;
  readonly open: (page: PageName) => void;
  readonly notice: string;
  readonly dismiss: () => void;
  readonly children: ReactNode;
}

/** What stands around every page: the way to the others, and a notice where there is one. */
export function Frame({ page, open, notice, dismiss, children }: Props) {
  const { texts } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.frame}>
      <div className={styles.top}>
        <Tabs page={page} open={open} />
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
      </div>
      <main className={styles.page}>{children}</main>
    </div>
  );
}
