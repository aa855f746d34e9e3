import { language as de } from './de/language';
import { language as en } from './en/language';
import { type Language, type LanguageName, languageFor } from './language';
import type { Texts } from './texts';

/** Every language at once, for tests: the pane loads the one that it speaks. */
export const LANGUAGES: Readonly<Record<LanguageName, Language>> = { en, de };

export const languageIn = (shown: string): Language => LANGUAGES[languageFor(shown)];

export const textsIn = (shown: string): Texts => languageIn(shown).texts;
