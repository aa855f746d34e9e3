// Builds the workbench into dist-workbench: its page, the worker with the stand-in, the samples, office.js from the
// installed package, and the pane as it ships, in pane/.
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const path = require('node:path');
const paneConfig = require('../webpack.config.js');
const { SeatPlugin } = require('./seat-plugin.js');

const ROOT = path.join(__dirname, '..');
const OFFICE = path.join(path.dirname(require.resolve('@microsoft/office-js/package.json')), 'dist');
/** What office.js asks for inside Excel on Windows; strings in the languages of the menu. */
const OFFICE_FILES = ['office.js', 'excel-win32-16.01.js', '{en-us,de-de,fr-fr}/office_strings.js'];

/** @returns {import('webpack').Configuration[]} */
module.exports = (env = {}, { mode = 'production' } = {}) => {
  const output = env.output ?? path.join(ROOT, 'dist-workbench');
  const pane = paneConfig({}, { mode });
  const cache = { type: 'filesystem', cacheDirectory: path.join(ROOT, 'node_modules/.cache/webpack') };
  return [
    {
      ...pane,
      name: 'pane',
      context: ROOT,
      cache: { ...cache, name: `pane-${mode}` },
      output: { ...pane.output, path: path.join(output, 'pane') },
      plugins: [...pane.plugins.filter((p) => !(p instanceof CopyPlugin)), new SeatPlugin()],
    },
    {
      name: 'workbench',
      mode,
      context: ROOT,
      cache: { ...cache, name: `workbench-${mode}` },
      entry: { workbench: './workbench/main.tsx', enter: './workbench/frame/enter.ts' },
      output: { path: output, filename: '[name].js', clean: { keep: /^(pane|samples)\// } },
      devtool: pane.devtool,
      resolve: pane.resolve,
      module: pane.module,
      plugins: [
        new HtmlPlugin({ template: './workbench/index.html', chunks: ['workbench'] }),
        new CopyPlugin({ patterns: [{ from: 'workbench/workbench.css', to: '[name][ext]' }] }),
        new CopyPlugin({
          patterns: OFFICE_FILES.map((from) => ({
            from,
            context: OFFICE,
            to: 'office/[path][name][ext]',
            info: { minimized: true },
          })),
        }),
      ],
      performance: { hints: false },
      stats: 'errors-warnings',
    },
  ];
};
