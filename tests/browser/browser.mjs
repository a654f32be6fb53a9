// What browser tests share: Debian's Chromium through playwright-core, and a static server for the built page.
//
// playwright-core is installed outside the checkout and linked into build/deps/node_modules by scripts/setup. An `import`
// would look only in node_modules folders above this file, and NODE_PATH does not apply to it, hence createRequire.
import { createServer } from 'node:http';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = process.env.SIXIANG_SOURCE_DIR ?? fileURLToPath(new URL('../..', import.meta.url));
export const webFolder = join(root, 'build/web');
export const fontsFolder = join(root, 'build/fonts');
export const commandLine = join(root, 'build/native/sixiang');

const { chromium } = createRequire(join(root, 'build/deps/'))('playwright-core');

// Chromium asks its maker's servers all kinds of things at every start; none of them belongs in a test.
const quiet = ['--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--disable-quic'];
const software3d = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

// { webgl: false } starts a browser without WebGL: the page must work there too.
export function launch({ webgl = true } = {}) {
  return chromium.launch({
    executablePath: process.env.SIXIANG_CHROMIUM ?? '/usr/bin/chromium',
    args: [...quiet, ...(webgl ? software3d : ['--disable-gpu', '--disable-3d-apis'])],
  });
}

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript',
  '.json': 'application/json', '.wasm': 'application/wasm', '.ttf': 'font/ttf', '.png': 'image/png',
  '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8' };

// Serves a folder under a path (a blog's sub-folder, say). Returns { url, requests, close }: `requests` lists every path
// asked for with the bytes sent; set `offline` to cut the network.
export async function serve(folder = webFolder, { path = '/' } = {}) {
  const state = { requests: [], offline: false };
  const server = createServer((request, response) => {
    const name = decodeURIComponent(request.url.split('?')[0]);
    if (state.offline) return request.socket.destroy();
    let file = name.startsWith(path) ? join(folder, normalize('/' + name.slice(path.length))) : '';
    if (file && name.endsWith('/')) file = join(file, 'index.html');
    if (!file || !existsSync(file) || !statSync(file).isFile()) {
      state.requests.push({ name, status: 404, bytes: 0 });
      response.writeHead(404).end();
      return;
    }
    const bytes = statSync(file).size;
    state.requests.push({ name, status: 200, bytes });
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-length': bytes });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  state.url = `http://127.0.0.1:${server.address().port}${path}`;
  state.close = () => { server.closeAllConnections(); return new Promise((resolve) => server.close(resolve)); };
  return state;
}
