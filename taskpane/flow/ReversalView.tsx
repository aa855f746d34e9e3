import { usePane } from '../app/context';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import { termOf } from '../texts';
import { parseIsoDay } from '../../src/book/days';
import type { ReversedRuns } from './results';

/** The runs that are or would be reversed, in the order in which that is done. */
export function ReversalView({ result: { runs, written } }: { result: ReversedRuns }) {
  const { texts, format } = usePane();
  const t = texts.more;
  return (
    <Section title={(written ? t.haveReversed : t.reversed)(format.count(runs.length))}>
      <MoreList rows={runs} step={20}>
        {({ reversed, type, upTo, by, marked, added }) => (
          <Row
            left={`${reversed}: ${termOf(texts.terms.runTypes, type)}, ${format.day(parseIsoDay(upTo) ?? 0)}`}
            right={t.reversedBy(by)}
            below={t.reversedRows(format.count(marked), format.count(added))}
          />
        )}
      </MoreList>
    </Section>
  );
}
