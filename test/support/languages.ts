import { language as de } from '../../taskpane/texts/de/language';
import { language as en } from '../../taskpane/texts/en/language';
import { type Language, type LanguageName, languageFor } from '../../taskpane/texts/language';
import type { Texts } from '../../taskpane/texts/texts';

/** Every language at once: the pane loads the one that it speaks. */
export const LANGUAGES: Readonly<Record<LanguageName, Language>> = { en, de };

export const languageIn = (shown: string): Language => LANGUAGES[languageFor(shown)];

export const textsIn = (shown: string): Texts => languageIn(shown).texts;
