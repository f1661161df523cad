"""Servers whose TLS refuses: plain blocking sockets, which do send their alerts.

asyncio's own server closes the connection before the alert is out.
"""

import contextlib
import socket
import ssl
import threading
import warnings
from collections.abc import Iterator


@contextlib.contextmanager
def tls_port(tls: ssl.SSLContext, answer: bytes = b"") -> Iterator[int]:
    """The number of a port that gives `answer` to each request, in its own thread."""
    listener = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            with contextlib.suppress(OSError):
                connection, _ = listener.accept()
                with connection, contextlib.suppress(OSError):
                    connection.settimeout(2)
                    _answer(connection, tls, answer)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        over.set()
        with contextlib.suppress(OSError):
            socket.create_connection(listener.getsockname()).close()
        thread.join(5)
        listener.close()


def _answer(connection: socket.socket, tls: ssl.SSLContext, answer: bytes) -> None:
    with tls.wrap_socket(
        connection, server_side=True, do_handshake_on_connect=False
    ) as secure:
        try:
            secure.do_handshake()
        except ssl.SSLError:
            # Not closed at once, or the alert is lost with what was not read.
            plain = socket.socket(fileno=secure.detach())
            with plain:
                plain.settimeout(2)
                plain.shutdown(socket.SHUT_WR)
                while plain.recv(4096):
                    pass
            return
        secure.recv(65536)
        secure.sendall(answer)
        while secure.recv(65536):
            pass


def only_tls_1_0(tls: ssl.SSLContext) -> ssl.SSLContext:
    """`tls` of a server that was never brought up to date."""
    with warnings.catch_warnings():
        # That it is old is what it is for.
        warnings.simplefilter("ignore", DeprecationWarning)
        tls.minimum_version = ssl.TLSVersion.TLSv1
        tls.maximum_version = ssl.TLSVersion.TLSv1
    tls.set_ciphers("ALL:@SECLEVEL=0")
    return tls
