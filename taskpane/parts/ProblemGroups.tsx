import type { Problem } from '../../src/book/problem';
import { Groups } from './Groups';
import { ProblemRow } from './ProblemRow';

interface Props {
  readonly title: string;
  readonly color: 'danger' | 'warning';
  readonly problems: readonly Problem[];
}

/** Problems by kind. */
export function ProblemGroups({ title, color, problems }: Props) {
  return (
    <Groups title={title} color={color} rows={problems}>
      {(problem) => <ProblemRow problem={problem} />}
    </Groups>
  );
}
