/** The link in the cell that an event happened in, and that cell's name. */
function linkOf({ target }: Event): { readonly cell: string; readonly link: string } | null {
  const anchor = target instanceof Element ? target.closest('a') : null;
  const cell = anchor?.closest('[data-cell]')?.getAttribute('data-cell');
  const link = anchor?.getAttribute('href');
  return cell && link ? { cell, link } : null;
}

/**
 * Follows the links of a grid. The grid may draw a cell anew between the press and the release of the button, and then there
 * is no click: so the link is followed when both happened in the same cell.
 */
export function followLinks(grid: HTMLElement, follow: (link: string) => void): void {
  let pressed: string | undefined;
  grid.addEventListener('mousedown', (event) => (pressed = event.button === 0 ? linkOf(event)?.cell : undefined));
  grid.addEventListener('mouseup', (event) => {
    const found = linkOf(event);
    if (found && found.cell === pressed) follow(found.link);
    pressed = undefined;
  });
  // Only here is a link followed; a browser would leave the page.
  grid.addEventListener('click', (event) => {
    const found = linkOf(event);
    if (!found) return;
    event.preventDefault();
    // No button of a mouse made this click.
    if (event.detail === 0) follow(found.link);
  });
}
