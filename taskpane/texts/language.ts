import type { Texts } from './texts';

/** All that the pane needs to speak a language. */
export interface Language {
  /** BCP 47. */
  readonly name: string;
  readonly texts: Texts;
}

/** The languages that there are: a person loads one of them. */
const LANGUAGES = {
  en: () => import(/* webpackChunkName: "language-en" */ './en/language'),
  de: () => import(/* webpackChunkName: "language-de" */ './de/language'),
} as const satisfies Record<string, () => Promise<{ readonly language: Language }>>;

export type LanguageName = keyof typeof LANGUAGES;

/** The name of the language to speak for one that a program is shown in (BCP 47, "de-AT"); English where there is none. */
export function languageFor(shown: string): LanguageName {
  const [name] = shown.toLowerCase().split('-');
  return Object.hasOwn(LANGUAGES, name) ? (name as LanguageName) : 'en';
}

/** Loads what is needed to speak the language that a program is shown in. */
export async function loadLanguage(shown: string): Promise<Language> {
  return (await LANGUAGES[languageFor(shown)]()).language;
}
