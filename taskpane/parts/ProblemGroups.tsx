import { makeStyles, tokens } from '@fluentui/react-components';
import type { Problem } from '../../src/book/problem';
import { usePane } from '../app/context';
import { termOf } from '../texts';
import { MoreList } from './MoreList';
import { ProblemRow } from './ProblemRow';
import { Section } from './Section';

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
});

interface Props {
  readonly title: string;
  readonly color: 'danger' | 'warning';
  readonly problems: readonly Problem[];
}

/** Problems by kind, each kind with its number. */
export function ProblemGroups({ title, color, problems }: Props) {
  const { texts, format } = usePane();
  const styles = useStyles();
  if (problems.length === 0) return null;
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const name = Object.hasOwn(texts.codes, problem.code) ? termOf(texts.codes, problem.code) : texts.otherCode;
    groups.set(name, [...(groups.get(name) ?? []), problem]);
  }
  return (
    <Section title={title} count={format.count(problems.length).text} color={color}>
      {[...groups].map(([name, members]) => (
        <div key={name} className={styles.group}>
          <h3 className={styles.heading}>
            {name} ({format.count(members.length).text})
          </h3>
          <MoreList rows={members} step={3}>
            {(problem) => <ProblemRow problem={problem} />}
          </MoreList>
        </div>
      ))}
    </Section>
  );
}
