/** The files that the workbench can open by itself; built beside the page. */
export const SAMPLES = [
  { name: 'trading-company.xlsx', title: 'Trading company, three months' },
  { name: 'smallest.xlsx', title: 'The smallest workbook that works' },
  { name: 'spoilt-average.xlsx', title: 'A running average that negative stock spoilt' },
  { name: 'template.xlsx', title: 'Empty template' },
  { name: 'bench-100000.xlsx', title: '100,000 transactions' },
] as const;

export type SampleFile = (typeof SAMPLES)[number]['name'];

/** Rejects where the file can not be had. */
export async function readSample(name: SampleFile): Promise<Uint8Array> {
  const answer = await fetch(`samples/${name}`);
  if (!answer.ok) throw new Error(`The sample ${name} is not there (${answer.status}).`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** Hands bytes to the person as a file. */
export function download(bytes: Uint8Array, name: string): void {
  const copy = new Uint8Array(bytes);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  const address = URL.createObjectURL(new Blob([copy.buffer], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
