// Tests that secrets of bodies and queries are masked in the list of requests, and that schemas mark them all.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import * as Type from "typebox";
import { operations } from "../../atlas/index.ts";
import { integrationTypes } from "../../atlas/integrations/rules/integration.ts";
import type { Operation } from "../../core/operations/operation.ts";
import { answersSecrets, type Described, strikeAnswered, strikeQuery, strikeSent } from "./strike.ts";

const secret = Type.String({ isSecret: true });
const thing: Described = {
  query: { pageNum: Type.Integer() },
  body: Type.Object({
    name: Type.String(),
    kind: Type.Enum(["A", "B"]),
    count: Type.Integer(),
    secret,
    orNull: Type.Union([secret, Type.Null()]),
    list: Type.Array(Type.Object({ id: Type.String(), secret })),
    anything: Type.Unknown(),
  }),
  versions: {
    "2023-01-01": { reply: Type.Object({ id: Type.String() }) },
    "2024-08-05": { reply: Type.Object({ id: Type.String(), key: secret }) },
  },
};

test("what the schema knows and does not mark is shown, and nothing else", () => {
  const sent = {
    name: "a",
    kind: "A",
    count: 1,
    secret: "hush",
    orNull: "hush",
    anything: "hush",
    list: [{ id: "1", secret: "hush", more: "hush" }],
    unknown: "hush",
    pin: 1234,
    isSet: true,
    nothing: null,
    nested: { name: "hush", list: ["hush"] },
  };
  deepEqual(strikeSent(sent, thing), {
    name: "a",
    kind: "A",
    count: 1,
    secret: "…",
    orNull: "…",
    anything: "…",
    list: [{ id: "1", secret: "…", more: "…" }],
    unknown: "…",
    pin: "…",
    isSet: true,
    nothing: null,
    nested: { name: "…", list: ["…"] },
  });
  deepEqual(strikeSent({ name: ["hush"], list: "hush" }, thing), { name: ["…"], list: "…" });
  deepEqual(strikeSent({ name: "hush" }, undefined), { name: "…" });
  const hidden = JSON.parse('{"__proto__":"hush","constructor":"hush","toString":"hush"}');
  equal(JSON.stringify(strikeSent(hidden, thing)).includes("hush"), false);
});

test("an answer is read by the schemas of all versions, in an envelope as well", () => {
  const shown = { id: "1", key: "…" };
  deepEqual(strikeAnswered({ id: "1", key: "hush" }, thing), shown);
  deepEqual(strikeAnswered({ content: { id: "1", key: "hush" }, status: 200 }, thing), {
    content: shown,
    status: 200,
  });
  deepEqual(strikeAnswered({ access_token: "hush", expires_in: 3600 }, undefined), {
    access_token: "…",
    expires_in: "…",
  });
  equal(answersSecrets(thing), true);
  equal(answersSecrets({ ...thing, versions: {} }), false);
});

test("of a query the parameters are shown that the operation has", () => {
  equal(strikeQuery("pageNum=1&pretty=true&token=hush&a", thing), "pageNum=1&pretty=true&token=…&a");
  equal(strikeQuery("key=a=b", undefined), "key=…");
  equal(strikeQuery("", thing), "");
});

interface Shape {
  readonly type?: string;
  readonly isSecret?: boolean;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** Returns the names of members that are strings, each with whether it is marked. */
function textsIn(shape: unknown, found = new Map<string, boolean>()): Map<string, boolean> {
  if (typeof shape !== "object" || shape === null) return found;
  for (const [name, each] of Object.entries((shape as Shape).properties ?? {})) {
    const text = JSON.stringify(each);
    if (!text.includes('"properties"') && text.includes('"type":"string"')) {
      found.set(name, (found.get(name) ?? true) && text.includes('"isSecret":true'));
    }
  }
  for (const each of Object.values(shape)) textsIn(each, found);
  return found;
}

/** The names that sound like secrets and are none: ids, names, public parts and addresses that anybody may know. */
const isPlain = new Set([
  "accessKeyID",
  "apiKeyId",
  "customerMasterKeyID",
  "destinationOrgPublicApiKey",
  "errorCode",
  "hecUrl",
  "key",
  "keyIdentifier",
  "keys",
  "keyVaultName",
  "keyVersionResourceID",
  "kmsKey",
  "maskedSecret",
  "maskedSecretValue",
  "masterKeyUUID",
  "publicKey",
  "serviceURL",
  "serviceUrl",
  "targetPublicKey",
  "acsUrl",
  "audienceUri",
  "issuerUri",
  "ssoUrl",
  "mongoURI",
  "mongoURIUpdated",
  "mongoURIWithOptions",
  "authzQueryTemplate",
  "awsPrivateLink",
  "awsPrivateLinkSrv",
  "privateEndpoint",
  "privateEndpointConnectionName",
  "privateEndpointIPAddress",
  "privateEndpointResourceId",
  "privateEndpoints",
  "privateLinkId",
  "privateLinkServiceName",
  "privateLinkServiceResourceId",
  "customShardKey",
  // Where a report of an invoice would be, and what names a query of costs: both need credentials.
  "downloadUrl",
  "token",
]);
const soundsSecret =
  /key|token|secret|password|webhook|credential|assertion|template|private|(?:ur[il]|code)$/i;

test("every member that sounds like a secret is marked as one, or is known to be none", () => {
  const all = new Map<string, boolean>();
  for (const { body, versions } of Object.values<Operation>(operations)) {
    for (const schema of [body, ...Object.values(versions).map((version) => version?.reply)]) {
      textsIn(schema, all);
    }
  }
  const unmarked = [...all].filter(
    ([name, isMarked]) => soundsSecret.test(name) && !isMarked && !isPlain.has(name),
  );
  deepEqual(unmarked.map(([name]) => name).sort(), []);
  for (const type of Object.values(integrationTypes)) {
    const { secrets, hidden = [] } = type as { secrets: readonly string[]; hidden?: readonly string[] };
    for (const name of [...secrets, ...hidden]) equal(all.get(name), true, name);
  }
});

test("what shows a secret answers one by its schema", () => {
  const silent = Object.values<Operation>(operations).filter(
    (operation) => operation.showsSecret && !answersSecrets(operation),
  );
  deepEqual(
    silent.map(({ id }) => id),
    [],
  );
});
