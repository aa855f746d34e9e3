import { win32Control } from '../../host/transport/win32';
import './seat';

/**
 * The first script in the page of the pane, before office.js: gives the page what office.js finds in Excel on Windows.
 * Everything after it is the pane as it ships.
 */
const seat = (window.parent as Window).workbenchSeat;
if (seat) {
  const { endpoint, locale, documentUrl, readOnly, sets } = seat;
  const control = win32Control(endpoint, { locale, documentUrl, readOnly, sets });
  Object.defineProperty(window, 'external', { value: control, configurable: true });
}
