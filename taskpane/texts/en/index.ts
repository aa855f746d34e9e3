import { shell } from './shell';
import { start } from './start';
import { map } from './map';
import { close } from './close';
import { explain } from './explain';
import { more } from './more';
import { history } from './history';
import { understanding } from './understanding';
import { upkeep } from './upkeep';
import { terms } from './terms';
import { codes } from './codes';

/** All that the pane says, in English. The type of the other languages follows from it: none can lack a text. */
export const en = {
  ...shell,
  ...start,
  ...map,
  ...close,
  ...explain,
  ...more,
  ...history,
  ...understanding,
  ...upkeep,
  ...terms,
  ...codes,
};
