import { findTransaction } from '../../src/runs/find-rows';
import { usePane } from '../app/context';
import { ActionLink } from './ActionLink';

interface Props {
  readonly transaction: string;
  /** Told before the sheet moves: who follows the selection does not follow this. */
  readonly onGo?: () => void;
}

/** Finds the row of a transaction, wherever it was sorted to, and leads to it. */
export function ShowInSheet({ transaction, onGo }: Props) {
  const { texts, host, goTo, tell } = usePane();
  const show = () => {
    onGo?.();
    findTransaction(host.port(), transaction).then(
      (address) => (address === undefined ? tell(texts.history.notFound(transaction)) : goTo(address)),
      () => tell(texts.history.notFound(transaction)),
    );
  };
  return (
    <ActionLink label={`${texts.explain.show}: ${transaction}`} onClick={show}>
      {texts.explain.show}
    </ActionLink>
  );
}
