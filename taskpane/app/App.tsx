import { FluentProvider } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Speech } from '../../src/runs/explain/speech';
import { defaultOptions } from '../flow/default-options';
import type { OperationOptions } from '../flow/options';
import { type Known, knownOf } from '../flow/outdated';
import { useFlow } from '../flow/use-flow';
import { useExplorer } from '../explain/use-explorer';
import { formatIn } from '../format';
import type { PaneHost } from '../host';
import { useSurvey } from '../start/use-survey';
import type { Language } from '../texts';
import { translateBy } from '../texts/sayings';
import { useTheme } from '../theme';
import type { Machinery } from '../work/work';
import { type Pane, PaneContext } from './context';
import { Frame } from './Frame';
import { Page } from './Page';
import type { PageName } from './pages';

interface Props {
  readonly host: PaneHost;
  readonly machinery: Machinery;
  readonly language: Language;
  readonly page: PageName;
}

/** The pane: what is known of the workbook, the work that goes on, and the page that shows. */
export function App({ host, machinery, language, page: firstPage }: Props) {
  const theme = useTheme(host);
  const { texts } = language;
  const format = useMemo(() => formatIn(host.language), [host.language]);
  const say = useMemo(() => translateBy(language.spoken, format), [language, format]);
  const speech = useMemo(
    (): Speech => ({
      phrases: language.phrases,
      amount: format.amount,
      quantity: format.quantity,
      day: format.day,
      told: say,
    }),
    [language, format, say],
  );
  const [page, setPage] = useState<PageName>(firstPage);
  const [notice, setNotice] = useState('');
  const [settledRun, setSettledRun] = useState('');
  const { state: survey, read } = useSurvey(host, machinery);
  const close = useFlow(host, machinery, read);
  const operation = useFlow(host, machinery, read);

  const found = survey.at === 'found' ? survey.survey : undefined;
  const contents = found?.contents;
  const explain = useExplorer(host, machinery, found);
  const { send } = close;
  const { send: sendOperation } = operation;
  const known = useRef<Known | undefined>(undefined);
  useEffect(() => {
    if (!contents) return;
    const read = { type: 'read', now: knownOf(contents), before: known.current } as const;
    send({ ...read, options: defaultOptions(contents) });
    sendOperation(read);
    known.current = read.now;
  }, [contents, send, sendOperation]);
  useEffect(() => {
    // Words of another language than the program's are read out as what they are.
    document.documentElement.lang = host.language.startsWith(language.name) ? host.language : language.name;
  }, [host.language, language]);

  const open = useCallback((next: PageName) => {
    setNotice('');
    setPage(next);
  }, []);
  const goTo = useCallback(
    (address: string) => {
      host.goTo(address).then(
        () => setNotice(''),
        () => setNotice(texts.common.notThere(address)),
      );
    },
    [host, texts],
  );
  const { ask } = explain;
  const askFor = useCallback(
    (id: string, upTo?: number) => {
      open('explain');
      ask({ id, upTo });
    },
    [ask, open],
  );
  const settlements = useCallback(
    (closing: string) => {
      setSettledRun(closing);
      open('settlements');
    },
    [open],
  );
  const operate = useCallback(
    (options: OperationOptions) => {
      sendOperation({ type: 'open', name: options.name, options });
      open('more');
    },
    [sendOperation, open],
  );
  const pane = useMemo(
    (): Pane => ({
      host,
      machinery,
      texts,
      format,
      say,
      speech,
      goTo,
      open,
      explain: askFor,
      settlements,
      operate,
      tell: setNotice,
    }),
    [host, machinery, texts, format, say, speech, goTo, open, askFor, settlements, operate],
  );
  return (
    <FluentProvider theme={theme}>
      <PaneContext.Provider value={pane}>
        <Frame page={page} open={open} notice={notice} dismiss={() => setNotice('')}>
          <Page
            page={page}
            survey={survey}
            readAgain={read}
            close={close}
            operation={operation}
            explain={explain}
            settledRun={settledRun}
          />
        </Frame>
      </PaneContext.Provider>
    </FluentProvider>
  );
}
