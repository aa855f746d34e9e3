export type { Language } from './language';
export { termOf, type Texts } from './texts';
