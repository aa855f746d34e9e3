import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../src/book/problem';
import { contentOf } from '../../src/workbook/cells';
import { usePane } from '../app/context';
import { GoTo } from './GoTo';

const useStyles = makeStyles({
  message: { margin: 0 },
  remedy: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  where: { margin: `${tokens.spacingVerticalXS} 0 0` },
});

/** What problems have as the content of a blank cell. */
const BLANK = contentOf(null);

/** A problem: what it is, which cell it is in and what stands there, and what to do about it. */
export function ProblemRow({ problem }: { problem: Problem }) {
  const { texts, say } = usePane();
  const styles = useStyles();
  const { cell, content, message, remedy } = problem;
  return (
    <>
      <p className={styles.message}>{say(message)}</p>
      {remedy !== '' && <p className={styles.remedy}>{say(remedy)}</p>}
      {cell !== '' && (
        <p className={styles.where}>
          <GoTo address={cell} />
          {content !== '' && (
            <>
              {' · '}
              {texts.common.content} {content === BLANK ? texts.common.blank : content}
            </>
          )}
        </p>
      )}
    </>
  );
}
