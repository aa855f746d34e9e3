import type { ItemGroup } from './company';

export interface SampleItem {
  readonly id: string;
  readonly name: string;
  readonly group: ItemGroup;
  readonly modelGroup: string;
  readonly dimensionGroup: string;
  /** Dollars. */
  readonly costPrice: number;
  readonly unit: string;
  /** How it is traded in an ordinary month; undefined where all its movements are written out (stories, by hand). */
  readonly trade?: Trade;
}

export interface Trade {
  readonly sites: 'Northport' | 'Eastmere' | 'both';
  /** Purchases and sales a month at each site. */
  readonly buys: number;
  readonly sells: number;
  /** Usual quantity of a purchase, and the smallest step that it is counted in. */
  readonly lot: number;
  readonly step: number;
}

type Row = readonly [string, string, ItemGroup, string, string, number, string];

const item = (row: Row, trade?: Trade): SampleItem => ({
  id: row[0],
  name: row[1],
  group: row[2],
  modelGroup: row[3],
  dimensionGroup: row[4],
  costPrice: row[5],
  unit: row[6],
  ...(trade ? { trade } : {}),
});
const trade = (sites: Trade['sites'], buys: number, sells: number, lot: number, step = 1): Trade => ({
  sites,
  buys,
  sells,
  lot,
  step,
});

/** Everything that Larkfield trades in. */
export const SAMPLE_ITEMS: readonly SampleItem[] = [
  item(['HAND-FIFO', 'Brass bell (follow by hand)', 'PARTS', 'FIFO', 'SITE', 5, 'pcs']),
  item(['HAND-LIFO', 'Steel lock (follow by hand)', 'PARTS', 'LIFO', 'SITE', 9, 'pcs']),
  item(['HAND-AVERAGE', 'Milk jug (follow by hand)', 'COFFEE', 'AVERAGE', 'SITE', 12, 'pcs']),

  item(['B-100', 'City bicycle, 7 gears', 'BIKES', 'FIFO', 'SITE', 412, 'pcs'], trade('both', 2, 3, 6)),
  item(['B-110', 'Touring bicycle, 24 gears', 'BIKES', 'FIFO', 'SITE', 688.5, 'pcs'], trade('Northport', 2, 4, 5)),
  item(['B-120', 'Cargo bicycle', 'BIKES', 'FIFO', 'SITE', 1490, 'pcs']),
  item(['B-130', 'Folding bicycle', 'BIKES', 'LIFO-DATE', 'SITE', 365, 'pcs'], trade('Eastmere', 2, 4, 6)),

  item(['P-200', 'Chain, 116 links', 'PARTS', 'FIFO', 'COMPANY', 11.4, 'pcs'], trade('both', 2, 3, 60)),
  item(['P-205', 'Cassette, 11-32', 'PARTS', 'FIFO', 'WAREHOUSE', 27.9, 'pcs'], trade('Northport', 3, 5, 25)),
  item(['P-210', 'Inner tube, 28 inch', 'PARTS', 'FIFO', 'SITE', 3.15, 'pcs']),
  item(['P-215', 'Tyre, 700 x 32', 'PARTS', 'FIFO-SLIPS', 'SITE', 18.6, 'pcs'], trade('both', 2, 4, 40)),
  item(['P-220', 'Brake pads, pair', 'PARTS', 'FIFO-SLIPS', 'SITE', 4.85, 'pair'], trade('Northport', 3, 5, 80)),
  item(['P-225', 'Brake cable', 'PARTS', 'AVERAGE', 'COMPANY', 0.68, 'm'], trade('both', 2, 4, 400, 0.5)),
  item(['P-230', 'Gear cable housing', 'PARTS', 'AVERAGE', 'SITE', 0.92, 'm'], trade('Northport', 4, 5, 250, 0.25)),
  item(['P-235', 'Saddle, leather', 'PARTS', 'LIFO', 'SITE', 46.2, 'pcs'], trade('Northport', 2, 3, 15)),
  item(['P-240', 'Pedals, pair', 'PARTS', 'LIFO', 'SITE', 16.75, 'pair'], trade('Eastmere', 3, 5, 30)),
  item(['P-245', 'Handlebar tape', 'PARTS', 'LIFO-DATE', 'SITE', 8.3, 'pair'], trade('Northport', 2, 5, 50)),
  item(['P-250', 'Headset, 1 1/8', 'PARTS', 'FIFO', 'SITE', 22.4, 'pcs']),
  item(['P-255', 'Front hub', 'PARTS', 'AVERAGE-DAY', 'SITE', 31.5, 'pcs'], trade('Northport', 3, 5, 20)),
  item(['P-260', 'Spokes, box of 100', 'PARTS', 'AVERAGE-DAY', 'COMPANY', 38, 'box'], trade('Eastmere', 2, 3, 12)),
  item(['P-265', 'Rear derailleur', 'PARTS', 'FIFO-SLIPS', 'WAREHOUSE', 54.9, 'pcs'], trade('Eastmere', 2, 4, 18)),
  item(['P-270', 'Lamp set', 'PARTS', 'AVERAGE', 'SITE', 24.3, 'set'], trade('Northport', 3, 3, 25)),
  item(['P-275', 'Helmet, size M', 'PARTS', 'LIFO', 'COMPANY', 33.1, 'pcs'], trade('Northport', 2, 5, 24)),

  item(['C-300', 'Espresso machine, two groups', 'COFFEE', 'LIFO', 'SITE', 2350, 'pcs']),
  item(['C-305', 'Coffee grinder, flat burr', 'COFFEE', 'FIFO-SLIPS', 'SITE', 486, 'pcs']),
  item(['C-310', 'Tamper, 58 mm', 'COFFEE', 'FIFO', 'SITE', 18.5, 'pcs']),
  item(['C-315', 'Portafilter, bottomless', 'COFFEE', 'FIFO', 'SITE', 41.25, 'pcs'], trade('Northport', 2, 4, 20)),
  item(['C-320', 'Pour-over kettle', 'COFFEE', 'AVERAGE', 'SITE', 39.8, 'pcs'], trade('Northport', 3, 4, 18)),
  item(['C-325', 'Travel press', 'COFFEE', 'FIFO', 'SITE', 14.2, 'pcs']),
  item(['C-330', 'Scale with timer', 'COFFEE', 'LIFO-DATE', 'SITE', 58.4, 'pcs'], trade('Eastmere', 3, 5, 14)),
  item(['C-335', 'Cup set, six pieces', 'COFFEE', 'AVERAGE-DAY', 'SITE', 21.7, 'set'], trade('Northport', 3, 5, 30)),
  item(['C-340', 'Paper filters, 100', 'COFFEE', 'AVERAGE', 'COMPANY', 2.45, 'pack'], trade('Northport', 2, 3, 150)),

  item(
    ['K-400', 'Harbour blend, roasted', 'BEANS', 'FIFO', 'SITE-BATCH', 13.6, 'kg'],
    trade('Northport', 3, 6, 60, 0.5),
  ),
  item(['K-405', 'Highland roast', 'BEANS', 'FIFO', 'SITE-BATCH', 15.9, 'kg'], trade('Eastmere', 3, 6, 45, 0.5)),
  item(['K-410', 'Quiet Hour decaf', 'BEANS', 'AVERAGE', 'SITE-BATCH', 17.2, 'kg'], trade('Northport', 2, 5, 25, 0.25)),

  item(['S-500', 'Cleaning tablets, jar', 'SUPPLIES', 'STANDARD', 'SITE', 9.75, 'jar'], trade('Northport', 1, 3, 40)),
  item(['S-505', 'Chain oil, 100 ml', 'SUPPLIES', 'STANDARD', 'COMPANY', 4.1, 'pcs'], trade('Northport', 2, 4, 70)),
  item(['S-510', 'Group head brush', 'SUPPLIES', 'MOVING', 'SITE', 6.35, 'pcs'], trade('Northport', 2, 4, 35)),
  item(['S-515', 'Repair kit', 'SUPPLIES', 'MOVING', 'COMPANY', 7.9, 'pcs'], trade('Eastmere', 2, 3, 45)),
  item(['S-520', 'Descaler, litre', 'SUPPLIES', 'MOVING', 'SITE', 5.55, 'l'], trade('Eastmere', 2, 3, 30, 0.5)),

  item(['HAND-MUG', 'Enamel mug (follow by hand)', 'COFFEE', 'FIFO', 'SITE', 3.3, 'pcs']),
  item(['HAND-GIFT', 'Mug in a gift box (follow by hand)', 'COFFEE', 'FIFO', 'SITE', 4.5, 'pcs']),
  item(['HAND-STOOL', 'Bar stool (follow by hand)', 'COFFEE', 'FIFO', 'SITE', 21.5, 'pcs']),

  item(['M-600', 'Rim, 28 inch', 'PARTS', 'FIFO', 'SITE', 21.4, 'pcs']),
  item(['M-605', 'Hub with spokes', 'PARTS', 'AVERAGE', 'SITE', 18.2, 'pcs']),
  item(['M-610', 'Commuter frame', 'PARTS', 'FIFO', 'SITE', 142, 'pcs']),
  item(['M-650', 'Wheel, built here', 'PARTS', 'AVERAGE', 'SITE', 46, 'pcs']),
  item(['B-140', 'Commuter bicycle, built here', 'BIKES', 'FIFO', 'SITE', 280, 'pcs']),
  item(['K-450', 'Green coffee, washed', 'BEANS', 'FIFO', 'SITE', 7.2, 'kg']),
  item(['K-455', 'Larkfield roast, roasted here', 'BEANS', 'FIFO', 'SITE', 9.6, 'kg']),
  item(['K-460', 'Broken beans, for cold brew', 'BEANS', 'FIFO', 'SITE', 3, 'kg']),

  item(['P-280', 'Child seat', 'PARTS', 'FIFO', 'WAREHOUSE', 42, 'pcs']),
  item(['C-345', 'Coffee cart, for hire', 'COFFEE', 'AVERAGE', 'SITE', 310, 'pcs']),
  item(['C-350', 'Milk frother', 'COFFEE', 'FIFO', 'SITE', 54, 'pcs']),
  item(['HAND-SYRUP', 'Vanilla syrup, drum (follow by hand)', 'COFFEE', 'FIFO', 'SITE', 6.5, 'l']),
  item(['HAND-BOTTLE', 'Vanilla syrup, bottle (follow by hand)', 'SUPPLIES', 'STANDARD', 'SITE', 3.5, 'pcs']),
];
