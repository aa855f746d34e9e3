import { seeded } from '../random';
import { BY_HAND } from './by-hand';
import { numberDocuments } from './documents';
import { SAMPLE_ITEMS } from './items';
import { PRODUCTION } from './production';
import { RETURNS } from './returns';
import { SITE_TRANSFERS } from './site-transfers';
import type { Movement } from './movement';
import { firstDay } from './movement';
import { STORIES } from './stories';
import { sitesOf, trade } from './trading';

/** All movements of the company in the order of the sheet: by first date, with ids and document numbers. */
export function planMovements(): Movement[] {
  const planned = [...BY_HAND, ...ordinaryTrade(), ...STORIES, ...PRODUCTION, ...SITE_TRANSFERS, ...RETURNS];
  const sorted = planned.map((movement, place) => ({ movement, place, day: firstDay(movement) }));
  sorted.sort((a, b) => a.day - b.day || a.place - b.place);
  return numberDocuments(sorted.map(({ movement }) => movement)).map((movement, row) => ({
    ...movement,
    id: movement.id ?? `T${String(row + 1).padStart(4, '0')}`,
  }));
}

/** Each item and site has its own seed: a change of one leaves the others as they are. */
function ordinaryTrade(): Movement[] {
  return SAMPLE_ITEMS.flatMap((item, number) => {
    const plan = item.trade;
    if (!plan) return [];
    return sitesOf(plan).flatMap((site) => {
      const name = `${item.id}.${site[0].site}`;
      return trade(item, plan, site, seeded(1000 + 2 * number + (site[0].site === 'Northport' ? 0 : 1)), name);
    });
  });
}
