import type { VerifiedRun } from '../../src/runs/verify';
import { usePane } from '../app/context';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import { termOf } from '../texts';

/** Every run with how it was verified, and what came of it; newest first. */
export function VerifiedRuns({ runs }: { runs: readonly VerifiedRun[] }) {
  const { texts, format } = usePane();
  const t = texts.verify;
  return (
    <Section title={t.runs} count={format.count(runs.length).text}>
      <MoreList rows={[...runs].reverse()} step={12}>
        {({ closing, type, day, manner, differences }) => (
          <Row
            left={closing}
            right={
              differences > 0 ? t.differences(format.count(differences)) : manner === 'unfinished' ? '' : t.noDifference
            }
            below={`${termOf(texts.terms.runTypes, type)} ${texts.history.upTo(format.day(day))} · ${t.manners[manner]}`}
          />
        )}
      </MoreList>
    </Section>
  );
}
