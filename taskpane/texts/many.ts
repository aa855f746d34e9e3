import type { Counted } from '../format';

/** "1 row", "2 rows". */
export const many = ({ value, text }: Counted, one: string, other: string): string =>
  `${text} ${value === 1 ? one : other}`;
