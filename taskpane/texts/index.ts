export { type Language, loadLanguage } from './language';
export { termOf, type Texts } from './texts';
