/** "'Close log'!A3:B4" to the name of the sheet and the range on it. */
export function splitAddress(address: string): { readonly sheet: string; readonly range: string } {
  const at = address.lastIndexOf('!');
  const sheet = address.slice(0, Math.max(at, 0));
  const quoted = /^'(.*)'$/s.exec(sheet);
  return { sheet: quoted ? quoted[1].replace(/''/g, "'") : sheet, range: address.slice(at + 1) };
}
