// Fetches what the editor starts with, in parallel, and says how far it is; and font slices, then and later.

const PATIENCE = 10_000; // milliseconds in which nothing arrives of anything

/** A file that did not arrive; `file` names it. */
export class LoadError extends Error {
  constructor(file, reason) {
    super(`${file}: ${reason}`);
    this.file = file;
  }
}

// All that is being fetched. Behind a slow line one request waits for another, so that the silence of one alone says
// little: all are given up when none of them gets on.
const waiting = new Set();
let timer = 0;

function heard() {
  clearTimeout(timer);
  if (waiting.size > 0) timer = setTimeout(() => waiting.forEach((request) => request.abort()), PATIENCE);
}

// Gives what `take(response)` makes of the answer. Who takes it piece by piece says `heard()` at each.
async function request(file, cache, take) {
  const controller = new AbortController();
  waiting.add(controller);
  heard();
  try {
    const response = await fetch(file, { cache, signal: controller.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    heard();
    return await take(response);
  } catch (error) {
    throw new LoadError(file, controller.signal.aborted ? "no answer" : error.message);
  } finally {
    waiting.delete(controller);
    heard();
  }
}

/** What `attempt(cache)` gives; where it fails, once more past the browser's cache, which may hold something damaged. */
export async function tryTwice(attempt) {
  try {
    return await attempt("default");
  } catch {
    return attempt("reload");
  }
}

async function readPieces(response, onBytes) {
  const pieces = [];
  let length = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    heard();
    pieces.push(value);
    length += value.length;
    onBytes(value.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

// Bytes of `file` (a URL relative to the page). `onBytes(n)` hears of each piece that arrives.
function fetchBytes(file, cache, onBytes) {
  return request(file, cache, async (response) => {
    if (onBytes && response.body) return readPieces(response, onBytes);
    const whole = new Uint8Array(await response.arrayBuffer());
    onBytes?.(whole.length);
    return whole;
  });
}

// A server that declares the compression has the browser undo it.
async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A poster that comes with the page, as bytes. */
export const fetchPoster = (file, cache) => fetchBytes(file, cache);

/** A font slice, which lies compressed on the server. `file` names what lies there; `cache` as fetch() has it. */
export async function fetchFont(file, cache, onBytes) {
  const bytes = await fetchBytes(file, cache, onBytes);
  try {
    return await inflated(bytes);
  } catch (error) {
    throw new LoadError(file, error.message);
  }
}

// Compiles while it loads where the server gives the right type, else when it has arrived. Browsers keep what they compiled
// with the answer that it came from: that one itself is handed over, and a copy is counted.
function fetchModule(file, cache, onBytes) {
  return request(file, cache, async (response) => {
    const isWasm = (response.headers.get("Content-Type") ?? "").startsWith("application/wasm");
    if (isWasm && response.body && WebAssembly.compileStreaming) {
      readPieces(response.clone(), onBytes).catch(() => {}); // compiling fails with it
      return WebAssembly.compileStreaming(response);
    }
    const bytes = await response.arrayBuffer();
    onBytes(bytes.byteLength);
    return WebAssembly.compile(bytes);
  });
}

async function importScript(file) {
  try {
    return (await import(new URL(file, document.baseURI).href)).default;
  } catch (error) {
    throw new LoadError(file, error.message);
  }
}

/**
 * Everything of the first download. `build` is the description in the page; `onProgress(0…1)`.
 * Gives {create, module, manifest, fonts: [{file, bytes}], poster}.
 */
export async function loadEverything(build, posterFile, onProgress) {
  let loaded = 0;
  const total = build.wasm.bytes + build.fonts.bytes + build.first_tier.reduce((sum, font) => sum + font.bytes, 0);
  const onBytes = (count) => {
    loaded += count;
    onProgress(Math.min(1, loaded / total));
  };
  const [create, module, manifest, poster, ...fonts] = await Promise.all([
    importScript(build.script.file),
    tryTwice((cache) => fetchModule(build.wasm.file, cache, onBytes)),
    tryTwice((cache) => fetchBytes(build.fonts.file, cache, onBytes)),
    posterFile ? tryTwice((cache) => fetchBytes(posterFile, cache)) : null,
    ...build.first_tier.map(({ file }) => tryTwice((cache) => fetchFont(file, cache, onBytes))),
  ]);
  return {
    create,
    module,
    manifest,
    poster,
    fonts: build.first_tier.map((font, index) => ({ file: font.file, bytes: fonts[index] })),
  };
}
