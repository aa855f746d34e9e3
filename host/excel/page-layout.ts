import { itemNotFound } from '../errors';
import type { Area } from '../model/address';
import type { PageSettings, Sheet } from '../model/sheet';
import type { Property, Step } from '../protocol/members';
import * as kept from './kept';
import { areaOf, rangeArgument, rangeOf, rangeOrNull } from './ranges';
import { of, type Specs } from './targets';

const MARGINS = ['LeftMargin', 'RightMargin', 'TopMargin', 'BottomMargin', 'HeaderMargin', 'FooterMargin'] as const;

function margin(name: (typeof MARGINS)[number]): Property<Sheet> {
  const key = name[0].toLowerCase() + name.slice(1);
  return kept.number(
    (sheet) => sheet.page.margins[key],
    (sheet, value) => (sheet.page.margins[key] = value),
  );
}

type Place = 'titleRows' | 'titleColumns' | 'printArea';

const put =
  (place: Place): Step<Sheet> =>
  (sheet, args) => {
    (sheet.page as Record<Place, Area | null>)[place] = areaOf(rangeArgument(args, 0, sheet));
    return null;
  };
const look =
  (place: Place): Step<Sheet> =>
  (sheet) =>
    rangeOrNull(sheet, sheet.page[place]);
const demand =
  (place: Place): Step<Sheet> =>
  (sheet) => {
    const area = sheet.page[place];
    if (!area) throw itemNotFound();
    return rangeOf(sheet, area);
  };

const flag = (name: keyof PageSettings & ('printGridlines' | 'centerHorizontally')): Property<Sheet> =>
  kept.flag(
    (sheet) => sheet.page[name],
    (sheet, value) => (sheet.page[name] = value),
  );

const PARTS = ['LeftHeader', 'CenterHeader', 'RightHeader', 'LeftFooter', 'CenterFooter', 'RightFooter'] as const;

/** A text at the head or foot of the pages, with its codes (&P is the number of the page). */
const pageText = (name: string): Property<Sheet> =>
  kept.text(
    (sheet) => sheet.page.texts.get(name) ?? '',
    (sheet, value) => sheet.page.texts.set(name, value),
  );

/** How a sheet is printed. */
export const PAGE_LAYOUT: Specs<'PageLayout' | 'HeaderFooterGroup' | 'HeaderFooter'> = {
  PageLayout: {
    properties: {
      Orientation: kept.choice(
        ['Portrait', 'Landscape'],
        (sheet) => sheet.page.orientation,
        (sheet, value) => (sheet.page.orientation = value),
      ),
      PaperSize: kept.text(
        (sheet) => sheet.page.paperSize,
        (sheet, value) => (sheet.page.paperSize = value),
      ),
      Zoom: kept.record(
        (sheet) => sheet.page.zoom,
        (sheet, value) => (sheet.page.zoom = value),
      ),
      PrintOrder: kept.choice(
        ['DownThenOver', 'OverThenDown'],
        (sheet) => sheet.page.order,
        (sheet, value) => (sheet.page.order = value),
      ),
      PrintGridlines: flag('printGridlines'),
      CenterHorizontally: flag('centerHorizontally'),
      ...Object.fromEntries(MARGINS.map((name) => [name, margin(name)])),
    },
    navigation: { HeadersFooters: (sheet) => of('HeaderFooterGroup', sheet) },
    methods: {
      SetPrintArea: put('printArea'),
      SetPrintTitleRows: put('titleRows'),
      SetPrintTitleColumns: put('titleColumns'),
      GetPrintArea: demand('printArea'),
      GetPrintAreaOrNullObject: look('printArea'),
      GetPrintTitleRows: demand('titleRows'),
      GetPrintTitleRowsOrNullObject: look('titleRows'),
      GetPrintTitleColumns: demand('titleColumns'),
      GetPrintTitleColumnsOrNullObject: look('titleColumns'),
    },
  },
  HeaderFooterGroup: { navigation: { DefaultForAllPages: (sheet) => of('HeaderFooter', sheet) } },
  HeaderFooter: { properties: Object.fromEntries(PARTS.map((name) => [name, pageText(name)])) },
};
