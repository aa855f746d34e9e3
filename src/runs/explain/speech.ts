import { type Day, isoDay } from '../../book/days';
import { grouped } from '../../book/decimals';
import { ENGLISH, type Phrases } from './phrases';

/** How explanations are said: the words of a language, and how people who speak it write figures and dates. */
export interface Speech {
  readonly phrases: Phrases;
  /** An exact decimal text, "-1234.50", with as many decimals as it has. */
  readonly amount: (plain: string) => string;
  readonly quantity: (plain: string) => string;
  readonly day: (day: Day) => string;
  /** A sentence that a run has made in English, as the log has it. */
  readonly told: (sentence: string) => string;
}

/** As the command line speaks. */
export const ENGLISH_SPEECH: Speech = {
  phrases: ENGLISH,
  amount: grouped,
  quantity: (plain) => plain,
  day: isoDay,
  told: (sentence) => sentence,
};
