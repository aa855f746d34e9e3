import type { Language } from '../language';
import { de } from '.';
import { GERMAN } from './phrases';
import { SPOKEN } from './spoken';

export const language: Language = { name: 'de', texts: de, phrases: GERMAN, spoken: SPOKEN };
