// Tests the one table of documents for projects, organizations and federations, on both engines.
import { deepEqual, equal, rejects } from "node:assert/strict";
import { test } from "node:test";
import { engines, skipReason } from "../../../test/support/engines.ts";
import { createStorage, locationOf } from "../../../test/support/storage.ts";
import { openStore } from "../../server/open-store.ts";

const idOf = (text: string) => text.padStart(24, "0");
const [orgId, otherOrg, groupId, federationId] = ["a", "b", "c", "d"].map(idOf) as [
  string,
  string,
  string,
  string,
];

for (const engine of engines) {
  test(`documents on ${engine}`, { skip: skipReason(engine) }, async (t) => {
    const storage = await createStorage(t, engine, { hasSchema: true });
    const store = await openStore(locationOf(storage));
    t.after(() => store.close());
    const org = {
      createdAt: 1,
      skipDefaultAlertsSettings: false,
      apiAccessListRequired: false,
      mostUsers: 500,
    };
    await store.write(async (tx) => {
      for (const id of [orgId, otherOrg]) await tx.orgs.add({ ...org, id, name: id });
      const group = { id: groupId, orgId, name: "payments", createdAt: 1, tags: [] };
      await tx.groups.add({ ...group, withDefaultAlertsSettings: false });
    });
    let nth = 0;
    const row = (kind: string, name: string) => ({
      id: idOf(`1${nth++}`),
      kind,
      name,
      document: { nth },
      createdAt: nth,
    });
    const ids = async () =>
      (await storage.rows("select kind, name from documents order by kind, name, id")).map((each) =>
        Object.values(each as object)
          .join(" ")
          .trim(),
      );

    await t.test(
      "settings are one document of a kind, which keeps its id and the time it was made",
      async () => {
        const place = [{ groupId }, { orgId }, { orgId: otherOrg }];
        for (const at of [...place, ...place]) {
          await store.write(async (tx) => tx.documents.put({ ...row("settings", ""), ...at }));
        }
        const rows = await storage.rows("select id, created_at, document from documents order by id");
        deepEqual(
          rows,
          [1, 2, 3].map((made) => ({
            id: idOf(`1${made - 1}`),
            created_at: made,
            document: `{"nth":${made + 3}}`,
          })),
        );
        const read = store.read(async (tx) => [
          await tx.documents.settingOfGroup(groupId, "settings"),
          await tx.documents.settingOfOrg(orgId, "settings"),
          await tx.documents.settingOfOrg(orgId, "delegation"),
        ]);
        deepEqual(await read, [{ nth: 4 }, { nth: 5 }, undefined]);
      },
    );

    await t.test(
      "a name is taken once for each kind of a project or an organization, in a federation often",
      async () => {
        const add = (kind: string, name: string, at: object) =>
          store.write(async (tx) => tx.documents.add({ ...row(kind, name), ...at }));
        await add("cluster", "Main", { groupId });
        await add("customRole", "Main", { groupId });
        await add("resourcePolicy", "Main", { orgId });
        await add("resourcePolicy", "Main", { orgId: otherOrg });
        for (const at of [{ orgId }, { orgId: otherOrg }]) {
          await add("connectedOrg", "", { ...at, federationId });
        }
        for (let count = 0; count < 2; count++) {
          await add("identityProvider", "https://id.example.com", { federationId });
        }
        await rejects(add("cluster", "Main", { groupId }));
        await rejects(add("resourcePolicy", "Main", { orgId }));
        await rejects(add("connectedOrg", "", { orgId, federationId: idOf("e") }));
        for (const at of [{}, { groupId, orgId }, { groupId, federationId }]) {
          await rejects(add("odd", "", at));
        }
        const named = store.read((tx) =>
          tx.documents.federatedNamed("identityProvider", "https://id.example.com"),
        );
        equal((await named).length, 2);
      },
    );

    await t.test(
      "they go with their project and organization, and providers with the last of a federation",
      async () => {
        await store.write(async (tx) => tx.groups.remove(groupId));
        const ofOrgs = [
          "connectedOrg",
          "connectedOrg",
          "identityProvider https://id.example.com",
          "identityProvider https://id.example.com",
          "resourcePolicy Main",
          "resourcePolicy Main",
          "settings",
          "settings",
        ];
        deepEqual(await ids(), ofOrgs);
        await store.write(async (tx) => tx.orgs.remove(orgId));
        deepEqual(await ids(), [
          "connectedOrg",
          "identityProvider https://id.example.com",
          "identityProvider https://id.example.com",
          "resourcePolicy Main",
          "settings",
        ]);
        await store.write(async (tx) => tx.orgs.remove(otherOrg));
        deepEqual(await ids(), []);
      },
    );
  });
}
