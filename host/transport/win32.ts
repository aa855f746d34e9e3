import type { Endpoint } from './endpoint';

export interface Win32Options {
  readonly locale?: string;
  readonly sets: Readonly<Record<string, string>>;
  readonly documentUrl?: string;
  /** The workbook was opened for reading only: office.js then says so of the document. */
  readonly readOnly?: boolean;
}

type Callback = (result: unknown, status?: number) => void;

const EXECUTE_RICH_API = 93;
const RICH_API_MESSAGE = 33;
const DOCUMENT_SELECTION = 2;
const NOT_SUPPORTED = 5000;

/** Arrays as the control of Excel on Windows hands them over. */
const safeArray = (list: readonly unknown[]): object => ({ toArray: () => list, dimensions: () => 1 });

/** The document's settings (Office.context.document.settings), kept in memory. */
function settingsStore(): object {
  const settings = new Map<string, unknown>();
  return {
    Read(keys: unknown[], values: unknown[]) {
      for (const [key, value] of settings) {
        keys.push(key);
        values.push(value);
      }
    },
    Write(keys: readonly string[], values: readonly unknown[]) {
      settings.clear();
      keys.forEach((key, index) => settings.set(key, values[index]));
    },
  };
}

function contextOf({ locale = 'en-US', sets, documentUrl = 'C:\\Book1.xlsx', readOnly = false }: Win32Options): object {
  const settings = settingsStore();
  const answers: Readonly<Record<string, unknown>> = {
    GetAppType: 1,
    GetSolutionRef: '00000000-0000-0000-0000-000000000001',
    GetAppVersionMajor: 16,
    GetAppVersionMinor: 1,
    GetAppUILocale: locale,
    GetAppDataLocale: locale,
    GetDocUrl: documentUrl,
    GetAppCapabilities: readOnly ? 1 : 0,
    GetActivationMode: 2,
    GetControlIntegrationLevel: 1,
    GetSolutionToken: '',
    GetCorrelationId: '00000000-0000-0000-0000-000000000000',
    GetInstanceId: 'stand-in-1',
    GetTouchEnabled: false,
    GetCommerceAllowed: false,
    GetSupportedMatrix: JSON.stringify(sets),
    GetHostCustomMessage: '',
    GetHostFullVersion: '16.0.18000.20000',
    GetDialogRequirementMatrix: '',
    GetFeaturesForSolution: '',
    GetInitialDisplayMode: 0,
    GetOfficeThemeInfo: JSON.stringify({ primaryFontColor: '#000000', primaryBackgroundColor: '#FFFFFF' }),
    GetSettings: settings,
  };
  return Object.fromEntries(Object.entries(answers).map(([name, answer]) => [name, () => answer]));
}

/**
 * What office.js finds in window.external inside Excel on Windows. Put there before office.js loads, it makes the library
 * boot by itself: Office.onReady() reports Excel on PC. The host may answer from a worker.
 */
export function win32Control(host: Endpoint, options: Win32Options): object {
  const context = contextOf(options);
  const handlers = new Map<string, (id: number, args: unknown) => void>();
  host.onMessages((messages) => {
    for (const [key, handler] of handlers) {
      if (key.startsWith(`${RICH_API_MESSAGE}:`)) {
        const entries = messages.map((entry) =>
          safeArray([
            entry.messageCategory,
            entry.messageType,
            entry.targetId,
            entry.message,
            entry.id,
            entry.isRemoteOverride,
          ]),
        );
        handler(RICH_API_MESSAGE, safeArray(entries));
      }
      if (
        key.startsWith(`${DOCUMENT_SELECTION}:`) &&
        messages.some(({ messageType }) => messageType === DOCUMENT_SELECTION)
      ) {
        handler(DOCUMENT_SELECTION, safeArray([]));
      }
    }
  });
  const execute = async (params: readonly unknown[], callback: Callback): Promise<void> => {
    const message = (params.length > 4 ? params : params[0]) as readonly unknown[];
    const answer = await host.execute(String(message[4]), Number(message[FLAGS_AT]));
    if ('failure' in answer) callback(safeArray([answer.failure]), 0);
    else callback(safeArray([0, safeArray([200, safeArray(['Content-Type', 'application/json']), answer.body])]), 0);
  };
  return {
    GetHostInfo: () => `Excel$Win32$16.01$${options.locale ?? 'en-US'}$telemetry$$disableLogging$0`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute(id: number, params: readonly unknown[], callback: Callback) {
      if (id === EXECUTE_RICH_API) void execute(params, callback);
      else setTimeout(() => callback(safeArray([NOT_SUPPORTED]), 0), 0);
    },
    RegisterEvent(id: number, target: string, handler: (id: number, args: unknown) => void, callback: Callback) {
      handlers.set(`${id}:${target}`, handler);
      setTimeout(() => callback(0), 0);
    },
    UnregisterEvent(id: number, target: string, callback: Callback) {
      handlers.delete(`${id}:${target}`);
      setTimeout(() => callback(0), 0);
    },
  };
}

/** Where the flags stand in the message of a request. */
const FLAGS_AT = 6;
