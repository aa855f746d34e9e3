/** Where a computer keeps the name that its user has given. */
const KEY = 'inventory-close.run-by';

/** For panes that may keep nothing: the name is known until the pane is closed. */
let given = '';

/**
 * The name that runs are recorded under, "" for none: what a person has typed, and nothing else. It stays on this computer;
 * a workbook gets it only with a run.
 */
export function runBy(): string {
  try {
    return window.localStorage.getItem(KEY) ?? given;
  } catch {
    return given;
  }
}

/** Remembers who runs; a blank name is forgotten. */
export function rememberRunBy(name: string): void {
  given = name.trim();
  try {
    if (given === '') window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, given);
  } catch {
    // The browser keeps nothing for this page: the name holds until the pane is closed.
  }
}
