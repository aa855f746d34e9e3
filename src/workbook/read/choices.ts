/** Texts of a fixed list, and Yes/No: upper and lower case and surrounding space do not count. */

/** The number of the text in the list, or undefined where it is not in it. */
export function parseChoice(value: string | number | boolean, choices: readonly string[]): number | undefined {
  const text = String(value).trim().toLowerCase();
  const index = choices.findIndex((choice) => choice.toLowerCase() === text);
  return index < 0 ? undefined : index;
}

/** Yes and TRUE are true, No and FALSE are false; undefined for everything else. */
export function parseYesNo(value: string | number | boolean): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return undefined;
  switch (value.trim().toLowerCase()) {
    case 'yes':
    case 'true':
      return true;
    case 'no':
    case 'false':
      return false;
    default:
      return undefined;
  }
}

/** "FIFO, LIFO or Moving average": a list of allowed texts in words. */
export function anyOf(choices: readonly string[]): string {
  return choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]}`;
}
