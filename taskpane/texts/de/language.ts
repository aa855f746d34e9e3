import type { Language } from '../language';
import { de } from '.';
import { SPOKEN } from './spoken';

export const language: Language = { name: 'de', texts: de, spoken: SPOKEN };
