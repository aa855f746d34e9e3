import type { Language } from '../language';
import { en } from '.';

export const language: Language = { name: 'en', texts: en };
