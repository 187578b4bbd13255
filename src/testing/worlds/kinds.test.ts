// Tests that a kind of thing is read, written as a seed and compared by its row.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { AtlasClient } from "../../client/client.ts";
import { kindsOfGroup, kindsOfOrg } from "../seed/kinds.ts";
import { fit, formOf } from "./form.ts";
import { membersOfOrg } from "./keep.ts";
import { composeKinds, type Kinds, type Names, readKinds, thingsOf } from "./kinds.ts";
import { forgetful, PartsReader } from "./parts.ts";
import { groupKinds, kindsOf, orgKinds } from "./tables.ts";

type Scope = Readonly<Record<string, unknown>>;

const names: Names = { team: (given) => given, projectRoles: () => [] };

test("what seeds may have of an organization or a project is read from a server, too", () => {
  for (const name of Object.keys(kindsOfGroup)) ok(groupKinds[name]?.list ?? groupKinds[name]?.read, name);
  for (const name of Object.keys(kindsOfOrg)) ok(orgKinds[name]?.list ?? membersOfOrg[name]?.list, name);
});

test("a row says how a kind is listed, kept and compared", async () => {
  const kinds: Kinds<Scope> = {
    integrations: {
      list: "listGroupIntegrations",
      order: ["type"],
      defaults: { region: "US" },
      noun: "integration",
      name: (seed) => (seed as { type: string }).type,
      ignored: ["type"],
      lists: {
        methods: (seed) => ((seed as { methods?: string[] }).methods ?? []).map((each) => `by ${each}`),
      },
    },
    cloudProviderAccess: {
      list: "listGroupCloudProviderAccess",
      within: ["awsIamRoles", "gcpServiceAccounts"],
      key: (seed) => (seed as { id: string }).id,
    },
    alertConfigs: { list: "listGroupAlertConfigs" },
  };
  const pages = [
    [{ type: "SLACK", channelName: "ops", apiToken: "****", links: [] }],
    [{ url: null, type: "OPS_GENIE", region: "US" }],
  ];
  const answers = (url: URL): object => {
    const number = Number(url.searchParams.get("pageNum"));
    const links = number === 1 ? [{ rel: "next", href: "/" }] : [];
    if (url.pathname.endsWith("/integrations")) return { results: pages[number - 1], links };
    const [one, other] = ["2", "1"].map((id) => ({ id, providerName: "AWS", unknown: true }));
    return { awsIamRoles: [one], gcpServiceAccounts: [other] };
  };
  const client = new AtlasClient({
    publicKey: "abcdefgh",
    privateKey: "of a test",
    baseUrl: "http://127.0.0.1",
    fetch: async (...given) => {
      const url = new URL(new Request(...given).url);
      return url.pathname.endsWith("/alertConfigs")
        ? Response.json({ error: 403, errorCode: "USER_UNAUTHORIZED" }, { status: 403 })
        : Response.json(answers(url));
    },
  });
  const reader = new PartsReader(forgetful, () => {}, 0);
  const reading = { reader, client, params: { groupId: "b".repeat(24) }, prefix: "groups.b." };
  const seed = composeKinds<Scope>(kinds, await readKinds(kinds, ["SeedGroup"], reading));
  const members = (seed.integrations as object[]).map((each) => Object.keys(each).join(" "));
  deepEqual(members, ["type", "type apiToken channelName"]);
  deepEqual(seed, {
    integrations: [{ type: "OPS_GENIE" }, { type: "SLACK", apiToken: "****", channelName: "ops" }],
    cloudProviderAccess: [
      { id: "1", providerName: "AWS" },
      { id: "2", providerName: "AWS" },
    ],
  });
  deepEqual([...reader.unread], [["groups.b.alertConfigs", "403 USER_UNAUTHORIZED"]]);

  const integrations = [{ type: "SLACK", methods: ["mail"], channelName: "" }];
  deepEqual(thingsOf(kinds, { integrations }, { prefix: "groups.b.", names }), [
    {
      noun: "integration",
      name: "SLACK",
      part: "groups.b.integrations",
      lists: { methods: ["by mail"] },
      values: { region: "US" },
    },
  ]);
});

test("a row of seeds alone is read by the operation of its path, and compared by its noun", () => {
  const row = {
    of: "updateGroupMaintenanceWindow",
    says: "",
    noun: "maintenance window",
    isOne: true,
  } as const;
  const kinds = kindsOf<Scope>({ maintenanceWindow: row }, {}, "project");
  equal(kinds.maintenanceWindow?.list, "getGroupMaintenanceWindow");
  const maintenanceWindow = { dayOfWeek: 3, hourOfDay: 4 };
  deepEqual(thingsOf(kinds, { maintenanceWindow }, { prefix: "groups.b.", names }), [
    {
      noun: "maintenance window",
      name: "of the project",
      part: "groups.b.maintenanceWindow",
      lists: {},
      values: maintenanceWindow,
    },
  ]);
});

test("a member that a seed has to have stays where it is empty, and others do not", () => {
  const names = { authorizedUserFirstName: "", authorizedUserLastName: "" };
  const policy = { authorizedEmail: "ada@example.com", ...names };
  const answer = { ...policy, pitEnabled: null, scheduledPolicyItems: [], state: "ACTIVE" };
  deepEqual(fit(formOf(["SeedGroup", "backupCompliancePolicy"]), answer, {}), policy);
});
