"""What a server needs to send: programs that take their secrets from variables."""

from hmpush_gui.pushkit.project import OAUTH_HOST, Project

from .source_strings import literal

_TOKEN_PATH = "/oauth2/v3/token"

_PYTHON_MESSAGE = """\
message = {
    "payload": {
        "notification": {
            "category": "MARKETING",
            "title": "Hello",
            "body": "From my server",
            "clickAction": {"actionType": 0},
        }
    },
    "target": {"token": [os.environ["PUSH_TOKEN"]]},
    "pushOptions": {"testMessage": True},
}
"""

_TYPESCRIPT_MESSAGE = """\
const message = {
  payload: {
    notification: {
      category: "MARKETING",
      title: "Hello",
      body: "From my server",
      clickAction: { actionType: 0 },
    },
  },
  target: { token: [process.env.PUSH_TOKEN] },
  pushOptions: { testMessage: true },
};
"""


_PYTHON_BEARER = '''\
def bearer() -> str:
    """Good for an hour: keep it, do not make one for each request."""
    with open(os.environ["PUSH_KEY_FILE"], encoding="utf-8") as file:
        key = json.load(file)
    now = int(time.time())
    claims = {
        "iss": key["sub_account"],
        "aud": AUDIENCE,
        "iat": now,
        "exp": now + 3600,
    }
    headers = {"kid": key["key_id"], "typ": "JWT"}
    return jwt.encode(claims, key["private_key"], algorithm="PS256", headers=headers)
'''

_TYPESCRIPT_BEARER = """\
// Good for an hour: keep it, do not make one for each request.
function bearer() {
  const key = JSON.parse(readFileSync(process.env.PUSH_KEY_FILE ?? "", "utf8"));
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { kid: key.key_id, typ: "JWT", alg: "PS256" },
    { iss: key.sub_account, aud: audience, iat: now, exp: now + 3600 },
  ];
  const text = parts
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("sha256", Buffer.from(text), {
    key: key.private_key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
  return `${text}.${signature.toString("base64url")}`;
}
"""


def jwt_python(project: Project) -> str:
    """v3 with a JWT signed by the service account's key (facts B.3)."""
    return f'''\
"""Sends a test message. Needs: pip install "pyjwt[crypto]" httpx

PUSH_KEY_FILE is the service-account key file, PUSH_TOKEN a push token.
"""

import json
import os
import time

import httpx
import jwt

URL = {literal(_v3(project))}
AUDIENCE = {literal(OAUTH_HOST + _TOKEN_PATH)}


{_PYTHON_BEARER}

{_PYTHON_MESSAGE}
headers = {{"Authorization": f"Bearer {{bearer()}}", "push-type": "0"}}
answer = httpx.post(URL, headers=headers, json=message)
print(answer.status_code, answer.text)  # 80000000: accepted
'''


def jwt_typescript(project: Project) -> str:
    """The same for Node.js, without a library."""
    return f"""\
// Sends a test message with Node.js 18 or later, without a library.
// PUSH_KEY_FILE is the service-account key file, PUSH_TOKEN a push token.
import {{ constants, sign }} from "node:crypto";
import {{ readFileSync }} from "node:fs";

const url = {literal(_v3(project))};
const audience = {literal(OAUTH_HOST + _TOKEN_PATH)};

{_TYPESCRIPT_BEARER}
{_TYPESCRIPT_MESSAGE}
const answer = await fetch(url, {{
  method: "POST",
  headers: {{
    Authorization: `Bearer ${{bearer()}}`,
    "Content-Type": "application/json",
    "push-type": "0",
  }},
  body: JSON.stringify(message),
}});
console.log(answer.status, await answer.text()); // 80000000: accepted
"""


def oauth_python(project: Project) -> str:
    """The access token of OAuth, for v1 and v2 (facts A.2)."""
    return f'''\
"""An access token for v1 and v2; v3 refuses it. Needs: pip install httpx

PUSH_CLIENT_SECRET is the client secret.
"""

import os

import httpx

answer = httpx.post(
    {literal(project.oauth_host + _TOKEN_PATH)},
    data={{
        "grant_type": "client_credentials",
        "client_id": {literal(_client(project))},
        "client_secret": os.environ["PUSH_CLIENT_SECRET"],
    }},
)
answer.raise_for_status()
access_token = answer.json()["access_token"]  # for an hour: keep it
'''


def oauth_typescript(project: Project) -> str:
    """The same for Node.js."""
    return f"""\
// An access token for v1 and v2; v3 refuses it. Node.js 18 or later.
// PUSH_CLIENT_SECRET is the client secret.
const answer = await fetch({literal(project.oauth_host + _TOKEN_PATH)}, {{
  method: "POST",
  body: new URLSearchParams({{
    grant_type: "client_credentials",
    client_id: {literal(_client(project))},
    client_secret: process.env.PUSH_CLIENT_SECRET ?? "",
  }}),
}});
if (!answer.ok) throw new Error(`${{answer.status}} ${{await answer.text()}}`);
const accessToken = (await answer.json()).access_token; // for an hour: keep it
"""


def _v3(project: Project) -> str:
    return f"{project.push_host}/v3/{project.project_id or 'PROJECT_ID'}/messages:send"


def _client(project: Project) -> str:
    return project.client_id or "CLIENT_ID"
