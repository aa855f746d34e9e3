import type { Command } from 'commander';
import { refreshLinks, type RefreshedTable } from '../../runs/refresh-links';
import { checkTarget, openWorkbook, saveWorkbook } from '../files';
import { force, json, now, output } from '../options';
import { print, session } from '../session';
import { tableText } from '../text';

interface Flags {
  readonly output?: string;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly now?: number;
}

/** `refresh-links BOOK`: makes the links of result tables fast and right after rows were moved or a sheet was renamed. */
export function addRefreshLinks(program: Command): void {
  program
    .command('refresh-links <workbook>')
    .description('make the links between tables fast and right again after sorting rows or renaming a sheet')
    .addOption(output())
    .addOption(force())
    .addOption(json())
    .addOption(now())
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  checkTarget(file, flags);
  const workbook = openWorkbook(file);
  const env = session(flags.now);
  const tables = await refreshLinks(workbook.port, env).finally(env.finish);
  const target = saveWorkbook(workbook, flags, env.now());
  print(flags.json ? JSON.stringify({ file: target, tables }, null, 2) : text(tables, target));
}

function text(tables: readonly RefreshedTable[], target: string): string {
  if (tables.length === 0) return `No table has links. Written to ${target}.`;
  const rows = tables.map(({ table, links, moved, lost }) => [table, ...[links, moved, lost].map(String)]);
  const headers = ['Table', 'Links', 'Moved', 'Lost'];
  return `Links refreshed. Written to ${target}.\n\n${tableText(headers, rows, headers.slice(1))}`;
}
