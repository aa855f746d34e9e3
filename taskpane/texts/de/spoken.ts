import { LOG_CODES, type LogCode } from '../../../src/book/log-codes';
import type { Sayings, Spoken } from '../sayings';
import { FRAGMENTS } from './fragments';
import { INPUT_PROBLEMS } from './input-problems';
import { LOG_MESSAGES } from './log-messages';
import { REFUSALS } from './refusals';
import { SETTINGS_PROBLEMS } from './settings-problems';
import { terms } from './terms';

const logMessages: Sayings = Object.fromEntries(
  (Object.keys(LOG_MESSAGES) as LogCode[]).flatMap((code) => [
    [LOG_CODES[code].message, LOG_MESSAGES[code].message],
    [LOG_CODES[code].remedy, LOG_MESSAGES[code].remedy],
  ]),
);

/** The sentences of the runs, in German. */
export const SPOKEN: Spoken = {
  sentences: { ...INPUT_PROBLEMS, ...SETTINGS_PROBLEMS, ...REFUSALS, ...logMessages },
  fragments: { ...FRAGMENTS, ...terms.terms.models, ...terms.terms.runTypes },
};
