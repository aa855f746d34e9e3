import { messageOf, remedyOf, severityOf } from '../book/log';
import type { LogCode } from '../book/log-codes';
import type { Problem } from '../book/problem';

/** A refusal or a warning in the words of its code. */
export function about(code: LogCode, words: Readonly<Record<string, string>>, cell = '', content = ''): Problem {
  return {
    code,
    severity: severityOf(code) === 'Error' ? 'Error' : 'Warning',
    cell,
    content,
    message: messageOf(code, words),
    remedy: remedyOf(code),
  };
}
