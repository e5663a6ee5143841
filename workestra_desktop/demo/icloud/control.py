"""The control port: `POST /<operation>` with a JSON object of arguments gives the result as JSON.

What cannot be done is answered 400 and `{"error": text}`; 500 means that the stand-in itself is broken.
"""

from __future__ import annotations

import inspect
import json
import re
import socketserver
import sys
import threading
import traceback
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler
from typing import Any

from workestra_desktop.demo.icloud.body import BadBody, read_body
from workestra_desktop.demo.icloud.listener import ADDRESS
from workestra_desktop.demo.icloud.operations import Operation


class Control(socketserver.ThreadingTCPServer):
    """Listens on loopback as soon as it is made; `serve_forever` answers, one operation at a time."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"
    server_address: tuple[str, int]

    def __init__(self, port: int, available: Mapping[str, Operation]) -> None:
        super().__init__((ADDRESS, port), _Order)
        self.available = available
        self.one_at_a_time = threading.Lock()

    @property
    def url(self) -> str:
        return f"http://{ADDRESS}:{self.server_address[1]}/"


class _Order(BaseHTTPRequestHandler):
    server: Control

    def do_POST(self) -> None:
        status, result = self._carry_out()
        body = json.dumps(result).encode()
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _carry_out(self) -> tuple[int, Any]:
        try:
            operation = self.server.available.get(self.path.removeprefix("/"))
            if operation is None:
                raise ValueError(f"there is no operation {self.path}")
            body = read_body(self.rfile, {name.lower(): value for name, value in self.headers.items()})
            arguments = json.loads(body or b"{}")
            try:
                inspect.signature(operation).bind(**arguments)
            except TypeError as error:  # no object, or the wrong names
                raise ValueError(str(error)) from error
            with self.server.one_at_a_time:
                return 200, operation(**arguments)
        except BadBody as error:
            return error.status, {"error": "the body cannot be read"}
        except (ValueError, LookupError, OSError, re.error) as error:
            return 400, {"error": f"{type(error).__name__}: {error}"}
        except Exception as error:  # noqa: BLE001 - whoever asked learns of it, and so does who reads the log
            traceback.print_exc()
            return 500, {"error": f"{type(error).__name__}: {error}"}

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the stdlib's name
        """Silent."""
