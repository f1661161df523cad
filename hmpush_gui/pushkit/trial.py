"""Tries a connection out: asks an address for nothing, and notes what was used."""

import asyncio
import ssl
import time
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from .errors import Misconfigured
from .fates import NETWORK_ERRORS
from .network_faults import fault
from .peer import read_certificate
from .proxy_faults import proxy_fault
from .server_clock import wrong_by
from .transport import WireTransport, timeout_of
from .trial_report import Trial
from .wires import Wires

LONGEST: Final = 60.0
"""Seconds for one address, whatever the settings allow for a step."""


def addresses(*hosts: str) -> list[str]:
    """What to try out for these hosts of a project: each server once."""
    found: dict[str, str] = {}
    for host in hosts:
        parts = urlsplit(host)
        found.setdefault(f"{parts.scheme}://{parts.netloc}".lower(), host)
    return list(found.values())


async def try_out(url: str, wires: Wires) -> Trial:
    """Ask `url` once; no credential and no message is sent. Raises nothing."""
    return await _Trial(url, wires).run()


class _Trial:
    def __init__(self, url: str, wires: Wires) -> None:
        self._url = url
        self._wires = wires
        chosen = wires.connection
        self._seen = Trial(
            url,
            trust=chosen.trust,
            ca_file=chosen.ca_file,
            verified=chosen.verify,
            own_certificate=chosen.client_certificate,
        )

    async def run(self) -> Trial:
        start = time.perf_counter()
        try:
            proxy = self._wires.proxy(self._url)
        except Misconfigured as error:
            return replace(self._seen, failure=error.sentence)
        if proxy:
            self._note(proxy=proxy.address, proxy_of_system=proxy.of_system)
        began = time.time()
        try:
            async with asyncio.timeout(LONGEST):
                response = await self._ask(self._wires)
            ended = time.time()
            status = f"{response.status_code} {response.reason_phrase}".strip()
            self._note(status=status)
            if proxy and response.status_code == 407:
                # Without TLS there is no tunnel: the proxy itself has answered.
                self._note(failure=proxy_fault(status, self._wires.way(self._url)))
            elif clock := wrong_by(response.headers.items(), began, ended):
                self._note(clock=clock.sentence)
        except Misconfigured as error:
            # A proxy with a name that no network has.
            self._note(failure=error.sentence)
        except NETWORK_ERRORS as error:
            self._note(failure=fault(error, self._wires.way(self._url)))
        self._note(seconds=time.perf_counter() - start)
        if self._seen.failure and self._seen.peer and not self._seen.certificate:
            await self._look()
        return self._seen

    async def _ask(self, wires: Wires) -> httpx.Response:
        async with httpx.AsyncClient(
            transport=WireTransport(wires),
            timeout=timeout_of(wires),
            headers={"User-Agent": "hmpush-gui", "Accept-Encoding": "identity"},
        ) as http:
            watching = {"trace": self._watch}
            async with http.stream("GET", self._url, extensions=watching) as response:
                # What it holds is nobody's business, and may have no end.
                return response

    async def _watch(self, event: str, details: Any) -> None:
        if event.endswith("connect_tcp.complete"):
            host, port, *_ = details["return_value"].get_extra_info("server_addr")
            shown = f"[{host}]" if ":" in host else host
            self._note(peer=f"{shown}:{port}")
        if event.endswith("start_tls.complete"):
            self._note_tls(details["return_value"].get_extra_info("ssl_object"))

    def _note_tls(self, tls: ssl.SSLObject) -> None:
        cipher = tls.cipher()
        self._note(
            tls=tls.version() or "",
            cipher=cipher[0] if cipher else "",
            certificate=read_certificate(tls.getpeercert(binary_form=True)),
        )

    async def _look(self) -> None:
        """Note which certificate was refused: greet again, believe it, send nothing."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        tls.minimum_version = ssl.TLSVersion.TLSv1_2
        tls.check_hostname = False
        tls.verify_mode = ssl.CERT_NONE
        refused = self._seen

        async def stop(event: str, details: Any) -> None:
            if event.endswith("start_tls.complete"):
                stream = details["return_value"]
                der = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
                self._seen = replace(refused, certificate=read_certificate(der))
                await stream.aclose()
                raise httpx.ConnectError("seen enough")

        wires = replace(self._wires, tls=tls)
        timeout = timeout_of(wires)
        try:
            async with (
                asyncio.timeout(timeout.connect),
                httpx.AsyncClient(
                    transport=WireTransport(wires), timeout=timeout
                ) as http,
            ):
                await http.get(self._url, extensions={"trace": stop})
        except NETWORK_ERRORS:
            pass

    def _note(self, **seen: Any) -> None:
        self._seen = replace(self._seen, **seen)


async def try_all(urls: Sequence[str], wires: Wires) -> list[Trial]:
    """All of `urls`, at the same time, in their order."""
    return await asyncio.gather(*(try_out(url, wires) for url in urls))
