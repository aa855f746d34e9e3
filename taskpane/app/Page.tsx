import type { ExplorerFlow } from '../explain/use-explorer';
import type { Flow } from '../flow/use-flow';
import { StartPage } from '../start/StartPage';
import type { SurveyState } from '../start/use-survey';
import { lazyPage } from './lazy-page';
import type { PageName } from './pages';

// The pane opens with Start. Every other page is fetched when it is first wanted.
const ClosePage = lazyPage(async () => (await import('../close/ClosePage')).ClosePage);
const ExplainPage = lazyPage(async () => (await import('../explain/ExplainPage')).ExplainPage);
const HistoryPage = lazyPage(async () => (await import('../history/HistoryPage')).HistoryPage);
const OperationPage = lazyPage(async () => (await import('../operations/OperationPage')).OperationPage);
const MapPage = lazyPage(async () => (await import('../map/MapPage')).MapPage);
const SettlementsPage = lazyPage(async () => (await import('../settlements/SettlementsPage')).SettlementsPage);
const ComparePage = lazyPage(async () => (await import('../compare/ComparePage')).ComparePage);
const AveragesPage = lazyPage(async () => (await import('../averages/AveragesPage')).AveragesPage);
const VerifyPage = lazyPage(async () => (await import('../verify/VerifyPage')).VerifyPage);
const PeriodsPage = lazyPage(async () => (await import('../periods/PeriodsPage')).PeriodsPage);
const LinksPage = lazyPage(async () => (await import('../links/LinksPage')).LinksPage);
const ArchivePage = lazyPage(async () => (await import('../archive/ArchivePage')).ArchivePage);

interface Props {
  readonly page: PageName;
  readonly survey: SurveyState;
  readonly readAgain: () => void;
  readonly close: Flow;
  readonly operation: Flow;
  readonly explain: ExplorerFlow;
  /** The run whose settlements were asked for; "" for the newest. */
  readonly settledRun: string;
}

/** The page that shows. */
export function Page({ page, survey, readAgain, close, operation, explain, settledRun }: Props) {
  switch (page) {
    case 'start':
      return <StartPage state={survey} readAgain={readAgain} close={close} />;
    case 'map':
      return <MapPage survey={survey} readAgain={readAgain} />;
    case 'close':
      return <ClosePage flow={close} survey={survey} />;
    case 'explain':
      return <ExplainPage flow={explain} survey={survey} />;
    case 'history':
      return <HistoryPage survey={survey} />;
    case 'settlements':
      return <SettlementsPage closing={settledRun} />;
    case 'compare':
      return <ComparePage survey={survey} />;
    case 'averages':
      return <AveragesPage />;
    case 'more':
      return <OperationPage flow={operation} survey={survey} />;
    case 'verify':
      return <VerifyPage />;
    case 'periods':
      return <PeriodsPage />;
    case 'links':
      return <LinksPage />;
    case 'archive':
      return <ArchivePage />;
  }
}
