import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import type { PaneHost } from './host';

/** A deep green, near to Excel's own, so that the pane looks like a part of it. */
const BRAND: BrandVariants = {
  10: '#020504',
  20: '#0c1b15',
  30: '#0f2e23',
  40: '#113d2e',
  50: '#124c39',
  60: '#125c45',
  70: '#116c51',
  80: '#0e7a5b',
  90: '#278a6a',
  100: '#429979',
  110: '#5ca889',
  120: '#75b79a',
  130: '#8fc6ab',
  140: '#a9d4bd',
  150: '#c3e3d0',
  160: '#def1e4',
};

const LIGHT = createLightTheme(BRAND);
const DARK: Theme = {
  ...createDarkTheme(BRAND),
  // The dark theme's own choice is too dark to read as text on its background.
  colorBrandForeground1: BRAND[120],
  colorBrandForeground2: BRAND[130],
  colorBrandForegroundLink: BRAND[120],
  colorBrandForegroundLinkHover: BRAND[130],
  colorBrandForegroundLinkPressed: BRAND[110],
  colorNeutralForeground2BrandHover: BRAND[120],
  colorNeutralForeground2BrandPressed: BRAND[110],
  colorNeutralForeground2BrandSelected: BRAND[120],
};

const DARK_SYSTEM = '(prefers-color-scheme: dark)';

/**
 * Light or dark, as the program around the pane is, else as the system is. High contrast needs no theme of its own:
 * where colours are forced, the browser puts the system's in place of these.
 */
export function useTheme(host: PaneHost): Theme {
  const dark = useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(DARK_SYSTEM);
      query.addEventListener('change', changed);
      const end = host.theme?.onChanged(changed);
      return () => {
        query.removeEventListener('change', changed);
        end?.();
      };
    },
    () => host.theme?.dark() ?? window.matchMedia(DARK_SYSTEM).matches,
  );
  return dark ? DARK : LIGHT;
}
