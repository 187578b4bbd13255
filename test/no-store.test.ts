// Tests that no cache on the way keeps a secret: answers with one, and no others, say no-store.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { type OperationId, operations } from "../src/atlas/index.ts";
import { compose, isLetIn, startNestedWorld } from "./support/nested.ts";
import { startWorld } from "./support/world.ts";
import { composeCalls } from "./tables/calls.ts";

/** A private key without a mask, that of a certificate, a secret of a service account or of a key of AI models, or a link token. */
const secret = /"privateKey":"(?!\*)|BEGIN PRIVATE KEY|"secret":"(?:mdb_sa_sk_|al-)|"linkToken":"/;

test("of all operations, those that show a secret forbid to keep the answer", async (t) => {
  const world = await startNestedWorld(t);
  const calls = composeCalls(world.things);
  const showing: string[] = [];
  const forbidding: string[] = [];
  for (const id of Object.keys(operations) as OperationId[]) {
    const call = calls[id];
    for (const [first, prepared] of call.before ?? []) await world.askAs("own", compose(first, prepared));
    const reply = await world.askAs("own", compose(id, call));
    ok(isLetIn(reply), `${id}: ${reply.text}`);
    if (secret.test(reply.text)) showing.push(id);
    if (reply.headers["cache-control"] === "no-store") forbidding.push(id);
    if (operations[id].method !== "GET" || call.before !== undefined) await world.rewind();
  }
  deepEqual(forbidding, showing);
  deepEqual(showing.toSorted(), [
    "createGroupAiModelApiKey",
    "createGroupApiKey",
    "createGroupDatabaseUserCert",
    "createGroupMcpConfigSecret",
    "createGroupServiceAccount",
    "createGroupServiceAccountSecret",
    "createOrg",
    "createOrgApiKey",
    "createOrgLiveMigrationLinkToken",
    "createOrgMcpConfigSecret",
    "createOrgServiceAccount",
    "createOrgServiceAccountSecret",
  ]);
});

test("captured mail, whose links open accounts, is not kept either, nor what else the test controls answer", async (t) => {
  const world = await startWorld(t);
  for (const name of ["clock", "mail", "requests", "missing"]) {
    const { headers } = await world.send({ path: `/_anteroom/v1/${name}` });
    deepEqual(headers["cache-control"], "no-store", name);
  }
});
