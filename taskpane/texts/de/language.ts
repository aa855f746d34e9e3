import type { Language } from '../language';
import { de } from '.';

export const language: Language = { name: 'de', texts: de };
