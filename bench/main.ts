import { benchEngine } from './engine';
import { report } from './timing';

const rows = Number(process.argv[2] ?? 1_000_000);
process.exitCode = report(benchEngine(rows)) ? 0 : 1;
