import type { Fault } from '../../host/transport/faults';

/** Where a fault strikes: before anything of the request is applied, after all of it, or for good. */
export interface FaultScene {
  readonly title: string;
  readonly fault: Omit<Fault, 'sync'>;
}

/** What can go wrong between a pane and Excel, as it is met in the wild. */
export const FAULTS: readonly FaultScene[] = [
  { title: 'Excel is busy', fault: { code: 5102, when: 'before' } },
  { title: 'The answer is lost, the work is done', fault: { code: 'GeneralException', when: 'after' } },
  { title: 'Excel refuses', fault: { code: 'GeneralException', when: 'before' } },
  { title: 'The request is too large', fault: { code: 5103, when: 'before' } },
  { title: 'Excel is gone', fault: { code: 'GeneralException', when: 'before', lasting: true } },
];

/** Which request from now the fault strikes. */
export const FAULT_AT = [1, 3, 10, 20] as const;

export const LOCALES = [
  { locale: 'en-US', title: 'English (United States)' },
  { locale: 'de-DE', title: 'Deutsch (Deutschland)' },
  { locale: 'fr-FR', title: 'Français (France)' },
] as const;

export const WIDTHS = [320, 350, 450] as const;
