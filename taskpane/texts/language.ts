import type { Phrases } from '../../src/runs/explain/phrases';
import type { Spoken } from './sayings';
import type { Texts } from './texts';

/** All that the pane needs to speak a language. */
export interface Language {
  /** BCP 47. */
  readonly name: string;
  readonly texts: Texts;
  /** What explanations are made of. */
  readonly phrases: Phrases;
  /** The sentences of the runs. */
  readonly spoken: Spoken;
}

const NAMES = ['en', 'de'] as const;
export type LanguageName = (typeof NAMES)[number];

/** The name of the language to speak for one that a program is shown in (BCP 47, "de-AT"); English where there is none. */
export function languageFor(shown: string): LanguageName {
  const [name] = shown.toLowerCase().split('-');
  return NAMES.find((one) => one === name) ?? 'en';
}
