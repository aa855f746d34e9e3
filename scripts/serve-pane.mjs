// Serves the built pane on https://localhost:3000 for sideloading: `npm run dev-server` (npm run sideload starts it).
// Office takes https only. Its certificate comes from Microsoft's tool, once: npx office-addin-dev-certs install
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:https';
import { homedir } from 'node:os';
import { dirname, extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist-pane');
const CERTIFICATES = join(homedir(), '.office-addin-dev-certs');
const PORT = 3000;
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.xml': 'application/xml',
};

if (!existsSync(join(FOLDER, 'taskpane.html'))) fail('There is no built pane. Build it first: npm run build:pane');
const [key, cert] = ['localhost.key', 'localhost.crt'].map((name) => join(CERTIFICATES, name));
if (!existsSync(key) || !existsSync(cert)) {
  fail('There is no certificate for https://localhost. Make one: npx office-addin-dev-certs install');
}

createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'https://localhost');
  const file = normalize(join(FOLDER, decodeURIComponent(pathname)));
  const found = file.startsWith(FOLDER + sep) && existsSync(file) && statSync(file).isFile();
  if (!found) {
    response.writeHead(404).end('Not found');
    return;
  }
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': 'no-store',
  });
  response.end(readFileSync(file));
}).listen(PORT, 'localhost', () => console.log(`The pane is served on https://localhost:${PORT}/taskpane.html`));

function fail(message) {
  console.error(message);
  process.exit(1);
}
