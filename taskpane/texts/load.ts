import { type Language, languageFor, type LanguageName } from './language';

/** Where each language is fetched from: a person needs one of them. */
const LANGUAGES: Readonly<Record<LanguageName, () => Promise<{ readonly language: Language }>>> = {
  en: () => import(/* webpackChunkName: "language-en" */ './en/language'),
  de: () => import(/* webpackChunkName: "language-de" */ './de/language'),
};

/** Loads what is needed to speak the language that a program is shown in. */
export async function loadLanguage(shown: string): Promise<Language> {
  return (await LANGUAGES[languageFor(shown)]()).language;
}
