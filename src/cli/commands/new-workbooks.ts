import { type Command, Argument, Option } from 'commander';
import { SAMPLE_NAMES, type SampleName, sampleWorkbook } from '../../../samples';
import { templateWorkbook } from '../../workbook/file/create-template';
import { checkWritable, saveWorkbookFile } from '../../workbook/file';
import { checkFree, checkKind } from '../files';
import { force, now } from '../options';
import { print } from '../session';

interface Flags {
  readonly output?: string;
  readonly force?: boolean;
  readonly now?: number;
}

const momentOf = ({ now: moment }: Flags): Date => new Date(moment ?? Date.now());
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
      const file = write(flags.output ?? 'inventory-book.xlsx', flags, () => templateWorkbook(momentOf(flags)));
      print(
        `Wrote ${file}. Fill in the table Transactions; the other tables are optional. Then:\n  inventory-close check ${file} --up-to 2026-01-31`,
      );
    });
}

/** `sample NAME`: a workbook to try the commands on. */
export function addSample(program: Command): void {
  program
    .command('sample')
    .description('make a sample workbook: five or six rows to follow by hand, or three months of a trading company')
    .addArgument(new Argument('[name]').choices(SAMPLE_NAMES).default('trading-company'))
    .addOption(target('NAME.xlsx'))
    .addOption(force())
    .addOption(now())
    .action((name: SampleName, flags: Flags) => {
      const file = write(flags.output ?? `${name}.xlsx`, flags, () => sampleWorkbook(name, momentOf(flags)));
      print(
        `Wrote ${file}. Try it:\n  inventory-close preview ${file} --up-to 2026-01-31\n  inventory-close close ${file} --up-to 2026-01-31`,
      );
    });
}

function write(file: string, { force: forced }: Flags, make: () => Uint8Array): string {
  checkKind(file, ['.xlsx']);
  checkFree(file, forced);
  checkWritable(file);
  saveWorkbookFile(file, make());
  return file;
}
