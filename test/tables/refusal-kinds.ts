// Each kind of refusal: how a request comes by it, and what its page says.
import { equal } from "node:assert/strict";
import { sampleOfList } from "../support/gaps.ts";
import type { Stage } from "../support/stage.ts";
import { digest, ids, keys, nonceOf, type Reply, v2023 } from "../support/world.ts";

export const group = `/api/atlas/v2/groups/${ids.group}`;
export const invites = `${group}/invites`;
const wrong = { ...keys.owner, privateKey: "00000000-0000-4000-8000-wrong0000000" };
const accept = { accept: v2023 };

type Row = readonly [kind: string, ask: (stage: Stage) => Promise<Reply>, sentence: RegExp];

const challenged = (stage: Stage) => stage.send({ path: group, headers: accept });
const answering = async (stage: Stage, uri: string, key = keys.owner) => {
  const authorization = digest(key, { method: "GET", uri, nonce: nonceOf(await challenged(stage)) });
  const ask = () => stage.send({ path: group, headers: { ...accept, authorization } });
  return { ask };
};

/** An operation that is not here; undefined if all are. */
const missing = sampleOfList();

const kinds: readonly Row[] = [
  [
    "access list",
    (stage) => stage.ask("elsewhere", { path: group }),
    /Refused by the access list of the API key seeded \(elsewher\): 127\.0\.0\.1 is not in 192\.0\.2\.0\/24, 2001:db8::1\./,
  ],
  [
    "no access list",
    async (stage) => {
      const path = `/api/atlas/v2/orgs/${ids.org}/settings`;
      await stage.ask("owner", { method: "PATCH", path, body: { apiAccessListRequired: true } });
      return stage.ask("groupOwner", { path: group });
    },
    /Refused by the access list: the organization demands one, and the API key seeded \(projownr\) has none\./,
  ],
  [
    "roles",
    (stage) => stage.ask("groupReader", { path: invites }),
    /Refused by the roles: the API key seeded \(projread\) holds Organization Member, Project Read Only, and listGroupInvites needs Project Owner\./,
  ],
  [
    "no role",
    (stage) => stage.ask("stranger", { path: group }),
    /Refused by the roles: the API key seeded \(stranger\) holds no role there, and getGroup needs Project Read Only\./,
  ],
  [
    "no such project",
    (stage) => stage.ask("owner", { path: group.replace(ids.group, ids.missing) }),
    /Refused because the place does not exist: No group with ID f+ exists\./,
  ],
  [
    "version",
    (stage) => stage.ask("owner", { path: group, headers: { accept: "application/json" } }),
    /Refused by the version: the header Accept \(application\/json\) names no version of getGroup, which has 2023-01-01\./,
  ],
  [
    "sunset",
    async (stage) => {
      stage.clock.set({ now: "2027-07-02" });
      return stage.ask("owner", { path: invites });
    },
    /Refused by the sunset: listGroupInvites in version 2023-01-01 ended on 2027-07-01, and the clock of this server is past that day\. Call listGroupUsers instead\./,
  ],
  [
    "fault",
    async (stage) => {
      stage.faults.set([{ status: 503, times: 1 }]);
      return stage.ask("owner", { path: group });
    },
    /A fault of this rehearsal was injected: status 503\./,
  ],
  [
    "injected limit",
    async (stage) => {
      stage.faults.set([{ status: 429, times: 1 }]);
      return stage.ask("owner", { path: group });
    },
    /A fault of this rehearsal was injected: status 429\./,
  ],
  [
    "wrong field",
    (stage) =>
      stage.ask("owner", {
        method: "POST",
        path: invites,
        body: { username: "nobody", roles: ["GROUP_OWNER"] },
      }),
    /Refused by what the request says: username: /,
  ],
  [
    "missing field",
    (stage) => stage.ask("owner", { method: "POST", path: invites, body: { username: "a@example.com" } }),
    /Refused by what the request says: roles: /,
  ],
  [
    "malformed JSON",
    (stage) => stage.ask("owner", { method: "POST", path: invites, body: "{" }),
    /Refused by what the request says: body: The body is not JSON: /,
  ],
  [
    "media type",
    (stage) =>
      stage.ask("owner", {
        method: "POST",
        path: invites,
        headers: { "content-type": "text/plain" },
        body: "x",
      }),
    /Refused by what the request says: The request body must be sent as application\/json/,
  ],
  ["no credential", challenged, /Refused by the credential: none was sent\./],
  [
    "unknown key",
    (stage) => stage.as({ ...keys.owner, publicKey: "unknownk" }, { path: group }),
    /Refused by the credential: no API key here has the public key unknownk\./,
  ],
  [
    "wrong private key",
    (stage) => stage.as(wrong, { path: group }),
    /Refused by the credential: the private key is not that of orgowner\./,
  ],
  [
    "nonce used before",
    async (stage) => {
      const { ask } = await answering(stage, group);
      equal((await ask()).status, 200);
      return ask();
    },
    /Refused by the credential: the nonce of the digest has run out or was used before\./,
  ],
  [
    "digest for another path",
    async (stage) => (await answering(stage, `${group}?pretty=true`)).ask(),
    /Refused by the credential: the digest of orgowner was made for another path or query\./,
  ],
  [
    "token",
    (stage) => stage.bearing("a.b.c", { path: group }),
    /Refused by the credential: The access token was not issued here or is damaged\./,
  ],
  [
    "another scheme",
    (stage) => stage.send({ path: group, headers: { ...accept, authorization: "Basic eDp5" } }),
    /Refused by the credential: the authentication scheme basic is not supported\./,
  ],
  [
    "nothing there",
    (stage) => stage.ask("owner", { path: `${group}/nothing` }),
    /Refused because there is nothing at GET \/api\/atlas\/v2\/groups\/\w+\/nothing\./,
  ],
  [
    "another method",
    (stage) => stage.ask("owner", { method: "PUT", path: invites }),
    /Refused because there is nothing at PUT \/api\/atlas\/v2\/groups\/\w+\/invites\./,
  ],
  [
    "gap",
    (stage) => stage.ask("owner", missing?.read.good ?? { path: group }),
    /Refused because Anteroom does not implement (get|list)\w+, which Atlas has\./,
  ],
  [
    "rule of the operation",
    (stage) =>
      stage.ask("owner", {
        method: "POST",
        path: invites,
        body: { username: "hello@example.com", roles: ["GROUP_OWNER"] },
      }),
    /Refused by a rule of createGroupInvite: A pending invitation of hello@example\.com to group \w+ exists already\./,
  ],
];

export const refusals: readonly Row[] = kinds.filter(([kind]) => kind !== "gap" || missing !== undefined);
