"""Calls a running Anteroom through the library that the argument names, and prints what came back as JSON.

Reads BASE_URL, GROUP_ID, USERNAME, and the credentials PUBLIC_KEY and PRIVATE_KEY, or CLIENT_ID and CLIENT_SECRET.
"""

import asyncio
import json
import os
import sys
from concurrent.futures import ThreadPoolExecutor

HEADERS = {"Accept": "application/vnd.atlas.2023-01-01+json"}
API = f"{os.environ['BASE_URL']}/api/atlas/v2/groups/{os.environ['GROUP_ID']}"
CHANGE = {"username": os.environ["USERNAME"], "roles": ["GROUP_OWNER"]}


def key():
    return os.environ["PUBLIC_KEY"], os.environ["PRIVATE_KEY"]


def with_requests():
    import requests
    from requests.auth import HTTPDigestAuth

    session = requests.Session()
    session.auth = HTTPDigestAuth(*key())
    session.headers.update(HEADERS)
    with ThreadPoolExecutor(20) as pool:
        statuses = list(pool.map(lambda _: session.get(API).status_code, range(100)))
    return {"statuses": statuses, "changed": session.patch(f"{API}/invites", json=CHANGE).json()["roles"]}


async def with_httpx():
    import httpx

    limits = httpx.Limits(max_connections=100)
    async with httpx.AsyncClient(auth=httpx.DigestAuth(*key()), headers=HEADERS, limits=limits, timeout=60) as client:
        answers = await asyncio.gather(*(client.get(API) for _ in range(100)))
        changed = await client.patch(f"{API}/invites", json=CHANGE)
    return {"statuses": [each.status_code for each in answers], "changed": changed.json()["roles"]}


def with_authlib():
    from authlib.integrations.requests_client import OAuth2Session

    client_id, client_secret = os.environ["CLIENT_ID"], os.environ["CLIENT_SECRET"]
    session = OAuth2Session(client_id, client_secret, revocation_endpoint_auth_method="client_secret_basic")
    base_url = os.environ["BASE_URL"]
    session.fetch_token(f"{base_url}/api/oauth/token", grant_type="client_credentials")
    changed = session.patch(f"{API}/invites", json=CHANGE, headers=HEADERS)
    revoked = session.revoke_token(f"{base_url}/api/oauth/revoke", token=session.token["access_token"])
    after = session.get(API, headers=HEADERS)
    return {"statuses": [changed.status_code, revoked.status_code, after.status_code], "changed": changed.json()["roles"]}


libraries = {"requests": with_requests, "httpx": lambda: asyncio.run(with_httpx()), "authlib": with_authlib}
print(json.dumps(libraries[sys.argv[1]]()))
