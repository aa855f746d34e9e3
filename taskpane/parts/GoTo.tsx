import { usePane } from '../app/context';
import { ActionLink } from './ActionLink';

/** Leads to a cell of the workbook. Shows its address, or other words; read out it says both. */
export function GoTo({ address, children }: { address: string; children?: string }) {
  const { texts, goTo } = usePane();
  const go = texts.common.goTo(address);
  return (
    <ActionLink label={children === undefined ? go : `${children}: ${go}`} onClick={() => goTo(address)}>
      {children ?? address}
    </ActionLink>
  );
}
