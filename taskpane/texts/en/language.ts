import type { Language } from '../language';
import { en } from '.';
import { ENGLISH } from '../../../src/runs/explain/phrases';
import { SPOKEN } from './spoken';

export const language: Language = { name: 'en', texts: en, phrases: ENGLISH, spoken: SPOKEN };
