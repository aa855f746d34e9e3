import type { Difference } from '../../src/runs/verify';
import { usePane } from '../app/context';
import { Facts } from '../parts/Facts';
import { GoTo } from '../parts/GoTo';
import { MoreList } from '../parts/MoreList';
import { Row } from '../parts/Row';
import { Section } from '../parts/Section';
import type { Texts } from '../texts';

/** Cells that are not what the runs must have written, each with both values. */
export function DifferenceList({ differences }: { differences: readonly Difference[] }) {
  const { texts, format } = usePane();
  if (differences.length === 0) return null;
  return (
    <Section title={texts.verify.cells} count={format.count(differences.length).text} color="danger">
      <MoreList rows={differences} step={10}>
        {(difference) => <OneDifference difference={difference} />}
      </MoreList>
    </Section>
  );
}

function OneDifference({ difference }: { difference: Difference }) {
  const { texts } = usePane();
  const t = texts.verify;
  const { kind, closing, table, cell, expected, found } = difference;
  return (
    <Row left={cell === '' ? table : <GoTo address={cell} />} right={closing} below={whatDiffers(difference, t)}>
      <Facts
        inCard
        facts={[
          ...(kind === 'added' ? [] : [{ label: t.expected, value: expected || t.blank }]),
          ...(kind === 'missing' ? [] : [{ label: t.found, value: found || t.blank }]),
        ]}
      />
    </Row>
  );
}

/** "Adjustment of A-000012", or that a row is gone, or is there and should not be. */
export function whatDiffers({ kind, table, row, column }: Difference, t: Texts['verify']): string {
  const name = row === '' ? table : row;
  if (kind === 'missing') return t.missing(name);
  return kind === 'added' ? t.added(name) : t.changed(column, name);
}
