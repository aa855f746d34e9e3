// Builds the workbench and serves it on this machine only: `npm start`.
// --build: only build. --development: without making the scripts small. --no-samples, --output FOLDER: for tests.
// --no-build: serve what was built. --no-open: do not open a browser. PORT: 3100 by default.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../workbench/serve.js';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const DATE_OF_SAMPLES = new Date('2026-04-01T08:00:00Z');
const require = createRequire(import.meta.url);
const has = (option) => process.argv.includes(option);
const OUTPUT = has('--output')
  ? resolve(process.argv[process.argv.indexOf('--output') + 1])
  : join(ROOT, 'dist-workbench');

/** The samples, from the code that the command line makes them with. */
function makeSamples() {
  const { benchWorkbook, sampleWorkbook, SAMPLE_NAMES } = require('../dist/samples/index.js');
  const { templateWorkbook } = require('../dist/src/workbook/file/create-template.js');
  const folder = join(OUTPUT, 'samples');
  mkdirSync(folder, { recursive: true });
  for (const name of SAMPLE_NAMES) writeFileSync(join(folder, `${name}.xlsx`), sampleWorkbook(name, DATE_OF_SAMPLES));
  writeFileSync(join(folder, 'template.xlsx'), templateWorkbook(DATE_OF_SAMPLES));
  const large = join(folder, 'bench-100000.xlsx');
  if (!existsSync(large)) writeFileSync(large, benchWorkbook(100_000, DATE_OF_SAMPLES));
}

function build() {
  const webpack = require('webpack');
  const configure = require('../workbench/webpack.config.js');
  const mode = has('--development') ? 'development' : 'production';
  return new Promise((done, reject) => {
    const compiler = webpack(configure({ output: OUTPUT }, { mode }));
    compiler.run((error, stats) => {
      compiler.close(() => {
        if (error) reject(error);
        else if (stats.hasErrors()) reject(new Error(stats.toString({ preset: 'errors-only', colors: false })));
        else done();
      });
    });
  });
}

/** Opens the address in the person's browser, where there is one. */
function open(address) {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['cmd', '/c', 'start', '', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address];
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

if (!has('--no-build')) {
  console.log('Building the workbench …');
  await build();
  if (!has('--no-samples')) makeSamples();
}
if (!has('--build')) {
  const { address } = await serve(OUTPUT, Number(process.env.PORT ?? 3100));
  console.log(`The workbench is at ${address} (Ctrl+C ends it).`);
  if (!has('--no-open') && !process.env.CI) open(address);
}
