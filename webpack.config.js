// Builds the pane: `npm run build:pane`, with BASE_URL=https://… where it is served from (by default localhost, for
// sideloading). `--env demo` builds the pane on a sample in memory instead, to look at it without Excel.
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const path = require('node:path');
const webpack = require('webpack');
const { version } = require('./package.json');

const DEFAULT_BASE_URL = 'https://localhost:3000';

/** https only, without a slash at its end. */
function baseUrl() {
  const url = (process.env.BASE_URL ?? DEFAULT_BASE_URL).replace(/\/+$/, '');
  if (!url.startsWith('https://')) throw new Error(`BASE_URL must begin with https://, but is ${url}`);
  return url;
}

const withBaseUrl = (manifest) => manifest.toString().replaceAll(DEFAULT_BASE_URL, baseUrl());

// Scripts and the engine's worker come from this site, Office.js from Microsoft, and nothing else is loaded or called.
// Styles need 'unsafe-inline': Griffel, which styles Fluent UI, writes its rules into <style> elements while it runs,
// and a static page has no nonce to give them. Scripts may not be inline, nor made from text.
const POLICY = [
  "default-src 'none'",
  "script-src 'self' https://appsforoffice.microsoft.com",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' https://res.cdn.office.net",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** @returns {import('webpack').Configuration} */
module.exports = (env = {}, { mode = 'production' } = {}) => {
  const demo = env.demo === true;
  return {
    mode,
    entry: { pane: demo ? './test/taskpane/demo/demo.tsx' : './taskpane/index.ts' },
    output: {
      path: path.join(__dirname, demo ? 'dist-demo' : 'dist-pane'),
      filename: '[name].[contenthash:8].js',
      clean: true,
    },
    devtool: mode === 'production' ? 'source-map' : 'cheap-module-source-map',
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'swc-loader',
          options: {
            jsc: {
              target: 'es2022',
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic' } },
            },
          },
        },
      ],
    },
    plugins: [
      new webpack.DefinePlugin({ VERSION: JSON.stringify(version) }),
      new HtmlPlugin({
        filename: 'taskpane.html',
        template: './taskpane/taskpane.html',
        templateParameters: { policy: POLICY, office: !demo },
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/*.png' },
          { from: 'taskpane/support.html', to: 'support.html' },
          ...(demo ? [] : [{ from: 'manifest.xml', transform: withBaseUrl }]),
        ],
      }),
    ],
    performance: { hints: false },
    stats: 'errors-warnings',
  };
};
