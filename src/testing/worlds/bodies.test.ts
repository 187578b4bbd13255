// Kinds of bodies that a seed plants are read back, and compared.
import { deepEqual, match, notEqual, rejects } from "node:assert/strict";
import { test } from "node:test";
import { describeWorld, things } from "../../../test/support/nested.ts";
import { createAnteroom } from "../embedded.ts";
import { bodyKinds } from "../seed/body-kinds.ts";
import type { SeedDocument, SeedGroup } from "../seed/document.ts";
import { compare, describe } from "./compare.ts";
import { readWorld } from "./read.ts";

const orgId = "a0123456789abcdef0123456";
const splunk = {
  id: "c01234567890abcdef012345",
  type: "SPLUNK_LOG_EXPORT",
  hecToken: "********oken",
  hecUrl: "https://splunk.example.net",
  logTypes: ["MONGOD"],
} as const;

const worldWith = (group: Omit<SeedGroup, "name">): SeedDocument => ({
  orgs: [
    {
      id: orgId,
      name: "Acme",
      apiKeys: [{ roles: ["ORG_OWNER"] }],
      groups: [{ name: "payments", ...group }],
    },
  ],
});

test("log integrations are read back as they were planted, and secrets are not compared", async () => {
  await using anteroom = await createAnteroom({ seed: worldWith({ logIntegrations: [splunk] }) });
  const { unread, seed: read } = await readWorld({ client: anteroom.atlas, orgId });
  deepEqual(unread, []);
  const [group] = read.orgs[0]?.groups ?? [];
  deepEqual(group?.logIntegrations, [splunk]);
  const lines = (logIntegrations: SeedGroup["logIntegrations"]) =>
    compare(worldWith({ logIntegrations: logIntegrations ?? [] }), read)
      .map(describe)
      .filter((line) => line.includes("integration"));
  deepEqual(lines([{ ...splunk, hecToken: "another" }]), []);
  deepEqual(lines([]), ["log integration SPLUNK_LOG_EXPORT is new"]);
});

/** Lists the paths of the values in a body, such as `headers.value`. */
const membersIn = (body: unknown, path: readonly string[] = []): string[] => {
  if (Array.isArray(body)) return body.flatMap((item) => membersIn(item, path));
  if (typeof body !== "object" || body === null) return [path.join(".")];
  return Object.entries(body).flatMap(([name, value]) => membersIn(value, [...path, name]));
};

test("the example of each kind of bodies is read back with all its members", async () => {
  const seed = describeWorld({});
  await using anteroom = await createAnteroom({ seed });
  const { seed: read } = await readWorld({ client: anteroom.atlas, orgId: things.own.orgId });
  const groupIn = (world: SeedDocument) =>
    world.orgs.flatMap(({ groups = [] }) => groups).find(({ id }) => id === things.own.groupId);
  const membersOf = (world: SeedDocument) =>
    Object.keys(bodyKinds).map((name) => [
      name,
      membersIn(groupIn(world)?.[name as keyof typeof bodyKinds]).sort(),
    ]);
  deepEqual(membersOf(read), membersOf(seed));
});

test("a secret that a seed leaves out is minted, and what the API refuses is refused at its place", async () => {
  const { hecToken: _, ...without } = splunk;
  await using anteroom = await createAnteroom({ seed: worldWith({ logIntegrations: [without] }) });
  const groupId = anteroom.world.groups.payments?.id ?? "";
  const { results } = await anteroom.atlas.listGroupLogIntegrations({ groupId });
  const [shown] = results as readonly { readonly hecToken?: string }[];
  notEqual(shown?.hecToken, undefined);
  match(shown?.hecToken ?? "", /^\*+.{4}$/);
  const { hecUrl: __, ...incomplete } = splunk;
  await rejects(
    createAnteroom({ seed: worldWith({ logIntegrations: [incomplete] }) }),
    /orgs\.0\.groups\.0\.logIntegrations\.0\.hecUrl/,
  );
});
