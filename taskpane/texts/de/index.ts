import type { Texts } from '..';
import { shell } from './shell';
import { start } from './start';
import { map } from './map';
import { close } from './close';
import { explain } from './explain';
import { history } from './history';
import { terms } from './terms';
import { codes } from './codes';

/** All that the pane says, in German. */
export const de: Texts = { ...shell, ...start, ...map, ...close, ...explain, ...history, ...terms, ...codes };
