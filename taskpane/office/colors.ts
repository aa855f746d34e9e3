/** Whether a colour (#rrggbb) is dark: a text on it is light. Undefined where there is no colour. */
export function isDark(color: string | undefined): boolean | undefined {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!match) return undefined;
  const [red, green, blue] = match.slice(1).map((part) => parseInt(part, 16));
  // As bright as the eye sees it (Rec. 601).
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}
