"""Serves a folder on 127.0.0.1, as a static host does:  serve.py FOLDER PORT yes|no (open a browser)"""

import errno
import functools
import http.server
import os
import re
import sys
import webbrowser

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",  # nothing else is compiled while it is loaded
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ico": "image/x-icon",
}
HASHED = re.compile(r"\.[0-9a-f]{8}\.\w+(\.gz)?$")


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, **TYPES}

    def send_response(self, code, message=None):
        # The page itself is asked for every time; what has a hash of its content in its name may be kept for ever.
        self.is_kept = code == http.HTTPStatus.OK and HASHED.search(self.path)
        super().send_response(code, message)

    def end_headers(self):
        self.send_header("Cache-Control", "max-age=31536000, immutable" if self.is_kept else "no-cache")
        super().end_headers()

    def log_message(self, format, *args):
        pass


def main():
    folder, port, open_browser = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "yes"
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=folder))
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            print(f"error: port {port} is in use.\n       Try another one:  scripts/serve --port {port + 1}", file=sys.stderr)
        else:
            print(f"error: cannot listen on port {port}: {error.strerror}.", file=sys.stderr)
        sys.exit(1)
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    print(f"Sixiang is at {address} (Ctrl+C stops it)", flush=True)
    if open_browser and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


main()
