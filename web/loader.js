// Fetches what the editor starts with, in parallel, and says how far it is.

/** A file that did not arrive; `file` names it. */
export class LoadError extends Error {
  constructor(file, reason) {
    super(`${file}: ${reason}`);
    this.file = file;
  }
}

/** Bytes of `file` (a URL relative to the page). `onBytes(n)` hears of each piece that arrives. */
export async function fetchBytes(file, onBytes) {
  let response;
  try {
    response = await fetch(file);
  } catch (error) {
    throw new LoadError(file, error.message);
  }
  if (!response.ok) throw new LoadError(file, `HTTP ${response.status}`);
  const pieces = [];
  let length = 0;
  try {
    if (!onBytes || !response.body) {
      const whole = new Uint8Array(await response.arrayBuffer());
      onBytes?.(whole.length);
      return whole;
    }
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      pieces.push(value);
      length += value.length;
      onBytes(value.length);
    }
  } catch (error) {
    throw new LoadError(file, error.message);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

// A server that declares the compression has the browser undo it.
async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A font slice, which lies compressed on the server. `file` names what lies there. */
export async function fetchFont(file, onBytes) {
  const bytes = await fetchBytes(file, onBytes);
  try {
    return await inflated(bytes);
  } catch (error) {
    throw new LoadError(file, error.message);
  }
}

// Compiles while it loads where the server gives the right type, else when it has arrived.
async function fetchModule(entry, onBytes) {
  let response;
  try {
    response = await fetch(entry.file);
  } catch (error) {
    throw new LoadError(entry.file, error.message);
  }
  if (!response.ok) throw new LoadError(entry.file, `HTTP ${response.status}`);
  const isWasm = (response.headers.get("Content-Type") ?? "").startsWith("application/wasm");
  try {
    if (isWasm && response.body && WebAssembly.compileStreaming && typeof TransformStream === "function") {
      const counter = new TransformStream({
        transform(piece, controller) {
          onBytes(piece.length);
          controller.enqueue(piece);
        },
      });
      const counted = new Response(response.body.pipeThrough(counter), {
        headers: { "Content-Type": "application/wasm" },
      });
      return await WebAssembly.compileStreaming(counted);
    }
    const bytes = await response.arrayBuffer();
    onBytes(bytes.byteLength);
    return await WebAssembly.compile(bytes);
  } catch (error) {
    throw new LoadError(entry.file, error.message);
  }
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
    fetchModule(build.wasm, onBytes),
    fetchBytes(build.fonts.file, onBytes),
    posterFile ? fetchBytes(posterFile) : null,
    ...build.first_tier.map((font) => fetchFont(font.file, onBytes)),
  ]);
  return {
    create,
    module,
    manifest,
    poster,
    fonts: build.first_tier.map((font, index) => ({ file: font.file, bytes: fonts[index] })),
  };
}
