"""A certificate nobody vouches for, for the hosts' TLS mode."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

SELF_SIGNED = """\
-----BEGIN CERTIFICATE-----
MIIBkDCCATagAwIBAgIUQgeaGYvIpjPGnSIy2jE4i60u3NUwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjA5MTU0NVoYDzIxMjYxMDI5
MDkxNTQ1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAATstshIMwgHsl4NZ/CZTwL775SdGR7Otu/J1Um2cS5ql0c2iTbcdtFg
mh6G/ZbzfT3eY6CsikhzlFR6+szoHNRLo2QwYjAdBgNVHQ4EFgQUCp+u7lqTlj9N
mtc51+7W0yY7a8AwHwYDVR0jBBgwFoAUCp+u7lqTlj9Nmtc51+7W0yY7a8AwDwYD
VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0gAMEUC
IA4xY8YQ52sMdKWXbSC4Au1rjiu+YaE9MCDYt4xO5mGqAiEA1BjvSPUzQBALOHhw
9ESdYAoJHFGh4w9WR8YvaQ7sAC4=
-----END CERTIFICATE-----
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQguFCifoY8JrsbBeIS
4WbG9LJlnpWlKXZ4SbbYJd0366WhRANCAATstshIMwgHsl4NZ/CZTwL775SdGR7O
tu/J1Um2cS5ql0c2iTbcdtFgmh6G/ZbzfT3eY6CsikhzlFR6+szoHNRL
-----END PRIVATE KEY-----
"""
"""localhost's own for 127.0.0.1, good until 2126, and its key: no secret."""


def self_signed() -> ssl.SSLContext:
    """A server's context with that certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:  # the certificate can be loaded from a file only
        file = Path(folder) / "own.pem"
        file.write_text(SELF_SIGNED)
        context.load_cert_chain(file)
    return context
