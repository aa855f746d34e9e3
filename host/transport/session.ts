import { type Endpoint, Failure } from './endpoint';

/** The parts of office.js that an injected session touches. They are internal, so that they are named in one place. */
export interface OfficeExtensionInternals {
  readonly SessionBase: { new (): object; _overrideSession?: object | undefined };
  readonly GenericEventRegistration: { getGenericEventRegistration(id: string): unknown };
  _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
  _testTriggerRichApiMessageEvent(message: { readonly entries: readonly unknown[] }): void;
}

/** What office.js makes of the numbers of requests that fail as a whole. */
const FAILURES: Readonly<Record<number, readonly [string, string]>> = {
  [Failure.cellEditMode]: [
    'InvalidOperationInCellEditMode',
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  ],
  [Failure.busy]: ['ActivityLimitReached', 'Activity limit has been reached.'],
  [Failure.requestTooLarge]: ['RequestPayloadSizeLimitExceeded', 'The request payload size has exceeded the limit.'],
  [Failure.responseTooLarge]: ['ResponsePayloadSizeLimitExceeded', 'The response payload size has exceeded the limit.'],
  5012: ['InvalidOrTimedOutSession', 'Your session has expired or is invalid.'],
  7000: ['AccessDenied', 'You cannot perform the requested operation.'],
};

/**
 * Makes every context of the loaded library, also those of Excel.run, talk to the host (no boot, no DOM needed).
 * Returns a function that takes the host away again.
 */
export function connectSession(library: OfficeExtensionInternals, host: Endpoint): () => void {
  const executor = {
    async executeAsync(_customData: string, flags: number, message: { readonly Body: unknown }) {
      const answer = await host.execute(JSON.stringify(message.Body), flags);
      if ('body' in answer) {
        return {
          HttpStatusCode: 200,
          ErrorCode: '',
          ErrorMessage: '',
          Headers: null,
          Body: JSON.parse(answer.body) as unknown,
        };
      }
      const [code, text] = FAILURES[answer.failure] ?? ['GeneralException', 'An internal error has occurred.'];
      return { HttpStatusCode: 400, ErrorCode: code, ErrorMessage: text, Headers: null, Body: null };
    },
  };
  class HostSession extends library.SessionBase {
    _resolveRequestUrlAndHeaderInfo(): Promise<object> {
      return Promise.resolve({ url: 'http://document.localhost/', headers: {} });
    }

    _createRequestExecutorOrNull(): object {
      return executor;
    }

    getEventRegistration(id: string): unknown {
      return library.GenericEventRegistration.getGenericEventRegistration(id);
    }
  }
  library._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  const leave = host.onMessages((entries) => library._testTriggerRichApiMessageEvent({ entries }));
  library.SessionBase._overrideSession = new HostSession();
  return () => {
    leave();
    library.SessionBase._overrideSession = undefined;
  };
}
