import { frames, MOST_FRAMES, STEADY_FRAMES } from './reveal';

/** How far a sheet is scrolled, in pixels. */
interface Place {
  readonly x: number;
  readonly y: number;
}

const BEGINNING: Place = { x: 0, y: 0 };
/** Beyond this a browser can not scroll, and the grid draws a sheet as if it were shorter. */
const TOO_TALL = 15_000_000;

/** Every sheet is scrolled by itself: to where it was left, and to its beginning when it is shown first. */
export class ScrollPlaces {
  private readonly places = new Map<string, Place>();
  private readonly grid: HTMLRevoGridElement;
  /** The sheet that is scrolled now; "" while another one is coming, and nothing that the grid does is of a sheet. */
  private current = '';

  constructor(grid: HTMLRevoGridElement) {
    this.grid = grid;
    grid.addEventListener('viewportscroll', ({ detail: { dimension, coordinate } }) => {
      // Text of frozen columns runs on over those beside it only while these are the next ones.
      if (dimension === 'rgCol') grid.classList.toggle('moved-across', coordinate > 0);
      if (this.current === '') return;
      const place = this.places.get(this.current) ?? BEGINNING;
      this.places.set(this.current, { ...place, [dimension === 'rgRow' ? 'y' : 'x']: coordinate });
    });
  }

  leave(): void {
    this.current = '';
  }

  /**
   * Scrolls to where the sheet was left. The grid takes its new size while it draws, and does not scroll beyond its old
   * one; so this goes on until it stays in its place, or is not wanted any more.
   */
  async enter(sheet: string, wanted: () => boolean): Promise<void> {
    const place = this.places.get(sheet) ?? BEGINNING;
    let there = 0;
    for (let frame = 0; frame < MOST_FRAMES && there < STEADY_FRAMES && wanted(); frame++) {
      there = (await this.isAt(place)) ? there + 1 : 0;
      if (there === 0 && frame % STEADY_FRAMES === 0) await this.grid.scrollToCoordinate({ ...place });
      await frames(1);
    }
    if (wanted()) this.current = sheet;
  }

  private async isAt(place: Place): Promise<boolean> {
    const providers = await this.grid.getProviders();
    const area = this.grid.querySelector('revogr-viewport-scroll.rgCol');
    const lines = area?.querySelector('.vertical-inner');
    if (!providers || !area || !lines) return false;
    const is = (dimension: 'rgRow' | 'rgCol', wish: number, drawn: number): boolean => {
      const size = providers.dimension.stores[dimension].store.get('realSize');
      const viewport = providers.viewport.stores[dimension];
      const end = Math.max(0, size - viewport.store.get('clientSize'));
      const near = Math.min(wish, end);
      if (Math.abs(viewport.lastCoordinate - near) > 2) return false;
      return size > TOO_TALL || (near === end ? drawn >= near - 2 : Math.abs(drawn - near) <= 2);
    };
    return is('rgCol', place.x, area.scrollLeft) && is('rgRow', place.y, lines.scrollTop);
  }
}
