import type { Language } from '../language';
import { en } from '.';
import { SPOKEN } from './spoken';

export const language: Language = { name: 'en', texts: en, spoken: SPOKEN };
