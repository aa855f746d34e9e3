import type { Speech } from '../../src/runs/explain/speech';
import { formatIn } from '../../taskpane/format';
import { languageIn } from './languages';
import { translateBy } from '../../taskpane/texts/sayings';

const { phrases, spoken } = languageIn('de-DE');
const { amount, quantity, day } = formatIn('de-DE');

/** How the pane explains in German. */
export const GERMAN_SPEECH: Speech = {
  phrases,
  amount,
  quantity,
  day,
  told: translateBy(spoken, formatIn('de-DE')),
};
