import type { Command } from 'commander';
import { writeLostSheets } from '../../runs/lost-sheets';
import { refreshLinks, type RefreshedTable } from '../../runs/refresh-links';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { dryRun, type WritingFlags, writing } from '../options';
import { print, session } from '../session';
import { tableText } from '../text';

interface Flags extends WritingFlags {
  readonly dryRun?: boolean;
}

/** `refresh-links BOOK`: makes the links of result tables fast and right after rows were moved or a sheet was renamed. */
export function addRefreshLinks(program: Command): void {
  const command = program
    .command('refresh-links <workbook>')
    .description('make the links between tables fast and right again after sorting rows or renaming a sheet')
    .addOption(dryRun('say which links would be made anew, and write nothing'))
    .action(run);
  writing().forEach((option) => command.addOption(option));
}

async function run(file: string, flags: Flags): Promise<void> {
  if (!flags.dryRun) checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const refreshed = async () => ({
    tables: await refreshLinks(workbook.port, env),
    sheets: await writeLostSheets(workbook.port, env),
  });
  const { tables, sheets } = await refreshed().finally(env.finish);
  const target = flags.dryRun ? null : saveWorkbook(workbook, flags, env.now());
  print(flags.json ? JSON.stringify({ file: target, tables, sheets }, null, 2) : text(tables, sheets, target));
}

function text(tables: readonly RefreshedTable[], sheets: readonly string[], target: string | null): string {
  const lost = sheets.length === 0 ? '' : ` Sheets that a run had not come to: ${sheets.join(', ')}.`;
  const written = `${target === null ? 'Nothing was written.' : `Written to ${target}.`}${lost}`;
  if (tables.length === 0) return `No table has links. ${written}`;
  const rows = tables.map(({ table, links, moved, lost }) => [table, ...[links, moved, lost].map(String)]);
  const headers = ['Table', 'Links', 'Moved', 'Lost'];
  return `${target === null ? 'These links would be refreshed' : 'Links refreshed'}. ${written}\n\n${tableText(headers, rows, headers.slice(1))}`;
}
