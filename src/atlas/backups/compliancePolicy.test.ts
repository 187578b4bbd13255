// The policy for the backups of a project, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { type Asked, startOperations } from "../../../test/support/operations.ts";
import { later, now } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const person = {
  authorizedEmail: "security@example.com",
  authorizedUserFirstName: "Ada",
  authorizedUserLastName: "Lovelace",
};
const hourly = {
  frequencyInterval: 1,
  frequencyType: "hourly",
  retentionUnit: "days",
  retentionValue: 1,
};
interface Item {
  readonly id: string;
  readonly retentionUnit: string;
  readonly retentionValue: number;
}
type Policy = { readonly scheduledPolicyItems: readonly [Item] };
const withoutId = ({ id: _, ...item }: Item) => item;
const isAmong = (unit: string, value: number) => (item: Omit<Item, "id">) =>
  item.retentionUnit === unit && item.retentionValue === value;
const unmet = "BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS";
const pending = "CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION";
const [reading, setting] = ["getGroupBackupCompliancePolicy", "updateGroupBackupCompliancePolicy"] as const;
const disabling = "disableGroupBackupCompliancePolicy";

test("the policy that backups of a project comply with", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner", params: { clusterName: "data" } });
  const { answers, get, refuses, testRefusals } = stage;
  const set = (body: object = {}) => get(setting, { body: { ...person, ...body } });
  const schedule = () => get("getGroupClusterBackupSchedule");
  const makeCluster = () =>
    get("createGroupCluster", { body: { ...clusterOf("data"), backupEnabled: true } });

  await t.test("200 {} where there is none, and 204 to take it away", async () => {
    await answers(reading, {}, {});
    equal(
      (await stage.call(reading, { version: "2023-01-01" })).headers.sunset,
      "Thu, 1 Jul 2027 00:00:00 GMT",
    );
    await answers(disabling);
    deepEqual(stage.events(), []);
  });

  await t.test("200 ENABLING, then ACTIVE, UPDATING and gone, as recorded", async () => {
    const body = { ...person, scheduledPolicyItems: [hourly] };
    const json = await answers(setting, { body }, ({ scheduledPolicyItems: [{ id }] }: Policy) => ({
      ...person,
      copyProtectionEnabled: false,
      deletable: false,
      encryptionAtRestEnabled: false,
      onDemandPolicyItem: null,
      pitEnabled: false,
      projectId: ids.group,
      restoreWindowDays: 0,
      scheduledPolicyItems: [
        { frequencyInterval: 1, frequencyType: "hourly", id, retentionUnit: "days", retentionValue: 1 },
      ],
      state: "ENABLING",
      updatedDate: now,
      updatedUser: keys.groupOwner.publicKey,
    }));
    await refuses(setting, { body: person }, pending);
    await refuses(disabling, {}, pending);
    stage.clock.set(later(2));
    deepEqual(await get(reading), { ...json, state: "ACTIVE" });
    equal((await get("listGroupEvents")).results[0].eventTypeName, "CPS_DATA_PROTECTION_ENABLED");
    const { state, restoreWindowDays, scheduledPolicyItems } = await set({ pitEnabled: true });
    deepEqual([state, restoreWindowDays, scheduledPolicyItems], ["UPDATING", 1, []]);
    stage.clock.set(later(4));
    await answers(disabling);
    deepEqual(await get(reading), {});
    deepEqual(
      stage.events().map(({ type }) => type.replace("CPS_DATA_PROTECTION_", "")),
      ["ENABLE_REQUESTED", "ENABLED", "UPDATE_REQUESTED", "DISABLED"],
    );
  });

  await t.test("400 for a schedule that does not meet it, or the schedule is changed", async () => {
    await makeCluster();
    const scheduledPolicyItems = [hourly];
    const kept: Asked = {
      query: "overwriteBackupPolicies=false",
      body: { ...person, scheduledPolicyItems },
    };
    await refuses(setting, kept, unmet);
    deepEqual(await get(reading), {});
    await set({ scheduledPolicyItems });
    const [{ policyItems }] = (await schedule()).policies;
    deepEqual([withoutId(policyItems[0]), policyItems.length], [hourly, 5]);
    stage.clock.set(later(2));
    await get(setting, kept);
    await refuses("deleteGroupClusterBackupSchedule", {}, unmet);
    const body = { policies: [{ policyItems: [] }] };
    await refuses("updateGroupClusterBackupSchedule", { body }, unmet);
    equal((await schedule()).policies[0].policyItems.length, 5);
  });

  await t.test("an interval of 0 asks for any day, and the schedule gets the first", async () => {
    await makeCluster();
    const wants = ["daily", "weekly", "monthly", "yearly"].map((frequencyType) => ({
      frequencyInterval: 0,
      frequencyType,
      retentionUnit: "years",
      retentionValue: 2,
    }));
    const { scheduledPolicyItems } = await set({ scheduledPolicyItems: wants });
    deepEqual(scheduledPolicyItems.map(withoutId), wants);
    const { policies, nextSnapshot } = await schedule();
    const added = policies[0].policyItems.map(withoutId).filter(isAmong("years", 2));
    deepEqual(
      added,
      wants.map((each) => ({ ...each, frequencyInterval: 1 })),
    );
    ok(Date.parse(nextSnapshot) > Date.parse(now));
  });

  const wrong = (frequencyInterval: number) => ({
    body: { scheduledPolicyItems: [{ ...hourly, frequencyInterval }] },
  });
  const invalid = "BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID";
  const interval = [
    "scheduledPolicyItems.frequencyInterval",
    "It is no interval of this frequency.",
  ] as const;
  const attribute = "authorizedEmail";
  await testRefusals({ [setting]: { body: person } }, [
    [
      "what is no address",
      { body: { [attribute]: "nobody" } },
      "INVALID_ATTRIBUTE",
      [attribute],
      attribute,
      "The value must be an e-mail address.",
    ],
    ["each 5 hours", wrong(5), invalid, ["5 is no interval of a hourly policy item"], ...interval],
    ["any hour", wrong(0), invalid, ["0 is no interval of a hourly policy item"], ...interval],
  ]);

  await t.test("backups of a cluster are turned on, and of one that is made later", async () => {
    await get("createGroupCluster", { body: clusterOf("data") });
    await set({ pitEnabled: true, scheduledPolicyItems: [hourly] });
    const made = await get("createGroupCluster", { body: { ...clusterOf("later"), backupEnabled: false } });
    deepEqual([made.backupEnabled, made.pitEnabled, made.stateName], [true, true, "CREATING"]);
    for (const clusterName of ["data", "later"]) {
      const params = { params: { clusterName } };
      const { backupEnabled, pitEnabled } = await get("getGroupCluster", params);
      const [{ policyItems }] = (await get("getGroupClusterBackupSchedule", params)).policies;
      deepEqual([backupEnabled, pitEnabled, withoutId(policyItems[0])], [true, true, hourly]);
    }
  });
  const demanding = async () => {
    await set({ pitEnabled: true });
    return { body: clusterOf("data") };
  };
  await testRefusals({ createGroupCluster: demanding }, [
    [
      "no continuous backups, which the policy demands",
      { body: { pitEnabled: false } },
      "CANNOT_DISABLE_PIT_WITH_BACKUP_COMPLIANCE_POLICY",
    ],
  ]);

  await t.test("a project is deleted with its policy, once no snapshot is left", async () => {
    await makeCluster();
    await get("takeGroupClusterBackupSnapshots", { body: { description: "kept", retentionInDays: 3 } });
    await set();
    stage.clock.set(later(4));
    await get("deleteGroupCluster");
    stage.clock.set(later(3600));
    await refuses(disabling, {}, "CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY");
    await refuses("deleteGroup", {}, "CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY");
    stage.clock.set(later(8 * 24 * 3600));
    await answers("deleteGroup", {}, {});
  });
});
