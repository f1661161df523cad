"""Good inputs of every kind, to be broken."""

import json
from functools import cache
from pathlib import Path

from hmpush_gui import assets
from hmpush_gui.sandbox.account import DemoAccount
from hmpush_gui.sandbox.callback import HEADER, Callback
from tests.exchange.pasted import CORPUS
from tests.exchange.sheets import xlsx
from tests.exchange.test_hilog import TOKENS as LOGS
from tests.exchange.test_hilog import H, T

_CALLBACKS = Path(__file__).parents[1] / "exchange" / "callbacks.json"


@cache
def key_files() -> list[bytes]:
    account = DemoAccount.create(2048).service
    plain = json.loads(account.to_json())
    whole = plain | {
        "developer_id": "1", "auth_uri": "https://a", "token_uri": "https://b",
        "auth_provider_cert_uri": "https://c", "client_cert_uri": "https://d",
    }  # fmt: skip
    client = {"client_id": "101", "client_secret": "s" * 64}
    agconnect = {"client": {"client_id": "1", "client_secret": "x"}, "app_info": {}}
    return [
        json.dumps(plain).encode(),
        json.dumps(whole, indent=2).encode(),
        json.dumps(client).encode(),
        json.dumps(agconnect).encode(),
        account.private_key.encode(),
    ]


@cache
def messages() -> list[bytes]:
    samples = Path(assets.path("samples"))
    found = [path.read_bytes() for path in sorted(samples.rglob("*.json"))]
    names = ("hms-", "v3-", "ours-")
    return found + [path.read_bytes() for path in CORPUS if path.name.startswith(names)]


@cache
def imports() -> list[bytes]:
    return [path.read_bytes() for path in CORPUS]


@cache
def tables() -> list[bytes]:
    head, place = "path,text,en,zh-Hans,de", "payload.notification"
    rows = (f"{place}.title,Title,Parcel,包裹,", f'{place}.body,Text,"a\n""b""",,c')
    return ["\n".join((head, *rows)).encode(), "\ufeffpath\ten\nx\ty\n".encode()]


@cache
def token_files() -> list[bytes]:
    tokens = [T, "IQAAAACy0second-token_0123456789", "third token"]
    rows = [["token", "name", "tags"], *([each, "Li", "a,b"] for each in tokens)]
    csv = "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows)
    records = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    return [
        "\n".join(tokens).encode(),
        csv.encode(),
        csv.replace(",", "\t").encode("utf-16"),
        csv.replace(",", ";").encode("gb18030"),
        json.dumps(records).encode(),
        json.dumps({"data": {"tokens": tokens}}).encode(),
        "\n".join(map(json.dumps, records)).encode(),
        xlsx({"Phones": rows, "More": rows}).read(),
    ]


@cache
def logs() -> list[bytes]:
    every = [text.encode() for text, _ in LOGS.values()]
    errors = [
        f"{H}Failed to get push token: 1000900012, Illegal application identity.",
        f"{H}Succeeded in getting AAID: 1f3b2c4d-1234-4abc-8def-0123456789ab",
        f"{H}bindAppProfileId success\n{H}push token: <private>",
    ]
    return [*every, *(each.encode() for each in errors), b"\n".join(every)]


@cache
def receipts() -> list[bytes]:
    both = json.loads(_CALLBACKS.read_text("utf-8"))
    body = json.dumps(both["v2"]["body"], indent=1)
    signed = Callback("http://a", "shop", "c2VjcmV0").header(1, "n")
    return [
        body.encode(),
        json.dumps(both["v2"]).encode(),
        json.dumps({"statuses": [both["v1"]] * 20}).encode(),
        f"POST / HTTP/1.1\r\n{HEADER}: {signed}\r\n\r\n{body}".encode(),
        "\n".join([json.dumps(both["v2"]["body"])] * 3).encode(),
    ]


@cache
def answers() -> list[bytes]:
    listed = {"illegalTokens": {"tokenFormatError": ["a"], "noRight": ["b"]}}
    counted = {"success": 1, "failure": 1, "illegal_tokens": ["a"]}
    topics = {"topics": [{"name": "weather", "addDate": "2026-01-01"}]}
    every = [
        {"code": "80000000", "msg": "Success", "requestId": "42"},
        {"code": "80100000", "msg": json.dumps(listed | {"success": 1, "failure": 2})},
        {"code": "80100000", "msg": json.dumps(counted), "requestId": 7},
        {"code": "80300007", "msg": "All the tokens are invalid."},
        {"access_token": "x" * 40, "expires_in": 3600, "token_type": "Bearer"},
        {"error": 1101, "sub_error": 12304, "error_description": "invalid client"},
        {"code": "80000000", "msg": "Success", **topics},
        {"code": "80000000", "errors": [{"index": 0, "reason": "x"}], "errorCount": 1},
    ]
    return [*(json.dumps(each).encode() for each in every), b"<html>502</html>", b""]
