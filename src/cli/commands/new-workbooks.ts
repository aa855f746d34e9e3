import { type Command, Argument, Option } from 'commander';
import { existsSync } from 'node:fs';
import { SAMPLE_NAMES, type SampleName, sampleWorkbook } from '../../../samples';
import { templateWorkbook } from '../../workbook/file/create-template';
import { saveWorkbookFile } from '../../workbook/file';
import { now } from '../options';
import { Refused } from '../session';
import { print } from './close';

interface Flags {
  readonly output?: string;
  readonly force?: boolean;
  readonly now?: number;
}

const force = () => new Option('--force', 'replace the file if it is there already');
const target = (name: string) => new Option('--output <file>', `where to write it (default: ${name})`);

/** `template`: an empty workbook with the input tables. */
export function addTemplate(program: Command): void {
  program
    .command('template')
    .description('make an empty workbook with all input tables, a note on each column, and checked cells')
    .addOption(target('inventory-book.xlsx'))
    .addOption(force())
    .addOption(now())
    .action((flags: Flags) => {
      const file = write(
        flags.output ?? 'inventory-book.xlsx',
        templateWorkbook(new Date(flags.now ?? Date.now())),
        flags,
      );
      print(
        `Wrote ${file}. Fill in the table Transactions; the other tables are optional. Then:\n  inventory-close check ${file} --up-to 2026-01-31`,
      );
    });
}

/** `sample NAME`: a workbook to try the commands on. */
export function addSample(program: Command): void {
  program
    .command('sample')
    .description('make a sample workbook: five rows to follow by hand, or three months of a trading company')
    .addArgument(new Argument('[name]').choices(SAMPLE_NAMES).default('trading-company'))
    .addOption(target('NAME.xlsx'))
    .addOption(force())
    .addOption(now())
    .action((name: SampleName, flags: Flags) => {
      const file = write(
        flags.output ?? `${name}.xlsx`,
        sampleWorkbook(name, new Date(flags.now ?? Date.now())),
        flags,
      );
      print(
        `Wrote ${file}. Try it:\n  inventory-close preview ${file} --up-to 2026-01-31\n  inventory-close close ${file} --up-to 2026-01-31`,
      );
    });
}

function write(file: string, bytes: Uint8Array, { force: forced }: Flags): string {
  if (!forced && existsSync(file)) {
    throw new Refused([
      {
        code: 'FILE_EXISTS',
        severity: 'Error',
        cell: '',
        content: file,
        message: `${file} is there already, and was left as it is.`,
        remedy: 'Choose another name with --output, or replace it with --force.',
      },
    ]);
  }
  saveWorkbookFile(file, bytes);
  return file;
}
