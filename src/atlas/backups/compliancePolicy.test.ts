// The policy that backups of a project comply with, answer by answer.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { clusterOf } from "../../../test/support/clusters.ts";
import { groupPath } from "../../../test/support/groups.ts";
import { assertRefusal, assertSuccess, now, refusal, startStage } from "../../../test/support/stage.ts";
import { ids, keys } from "../../../test/support/world.ts";

const path = `${groupPath}/backupCompliancePolicy`;
const headers = { accept: "application/vnd.atlas.2024-11-13+json" };
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
const withoutId = ({ id: _, ...item }: Item) => item;
const isAmong = (unit: string, value: number) => (item: Omit<Item, "id">) =>
  item.retentionUnit === unit && item.retentionValue === value;
const put = (body: object = person, query = "") => ({ method: "PUT", path: path + query, body, headers });
const later = (seconds: number) => ({ now: new Date(Date.parse(now) + seconds * 1000).toISOString() });
const unmet = refusal("BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS");
const pending = refusal("CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION");

test("the policy that backups of a project comply with", async (t) => {
  const stage = await startStage(t);
  const ask = (sending: Parameters<typeof stage.ask>[1]) => stage.ask("groupOwner", sending);
  const policy = async () => (await ask({ path, headers })).json;
  const schedulePath = `${groupPath}/clusters/data/backup/schedule`;
  const schedule = async () => (await ask({ path: schedulePath, headers })).json;
  const makeCluster = () =>
    ask({
      method: "POST",
      path: `${groupPath}/clusters`,
      body: { ...clusterOf("data"), backupEnabled: true },
      headers,
    });

  await t.test("200 {} where there is none, and 204 to take it away", async () => {
    const reply = await ask({ path, headers });
    deepEqual([reply.status, reply.text], [200, "{}"]);
    equal((await ask({ path })).headers.sunset, "Thu, 1 Jul 2027 00:00:00 GMT");
    equal((await ask({ method: "DELETE", path, headers })).status, 204);
    deepEqual(stage.events(), []);
  });

  await t.test("200 ENABLING, then ACTIVE, UPDATING and gone, as recorded", async () => {
    const set = await ask(put({ ...person, scheduledPolicyItems: [hourly] }));
    const [{ id }] = set.json.scheduledPolicyItems;
    const json = {
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
    };
    assertSuccess(set, {
      status: 200,
      limit: 1200,
      headers: { "content-type": "application/vnd.atlas.2023-10-01+json;charset=utf-8" },
      json,
    });
    for (const refused of [put(), { method: "DELETE", path, headers }]) {
      assertRefusal(await ask(refused), pending);
    }
    stage.clock.set(later(2));
    deepEqual(await policy(), { ...json, state: "ACTIVE" });
    const changed = await ask(put({ ...person, pitEnabled: true }));
    const { state, restoreWindowDays, scheduledPolicyItems } = changed.json;
    deepEqual([state, restoreWindowDays, scheduledPolicyItems], ["UPDATING", 1, []]);
    stage.clock.set(later(4));
    equal((await ask({ method: "DELETE", path, headers })).status, 204);
    deepEqual(await policy(), {});
    deepEqual(
      stage.events().map(({ type }) => type.replace("CPS_DATA_PROTECTION_", "")),
      ["ENABLE_REQUESTED", "UPDATE_REQUESTED", "DISABLED"],
    );
  });

  await t.test("400 for a schedule that does not meet it, or the schedule is changed", async () => {
    await makeCluster();
    const wants = { ...person, scheduledPolicyItems: [hourly] };
    assertRefusal(await ask(put(wants, "?overwriteBackupPolicies=false")), unmet);
    deepEqual(await policy(), {});
    equal((await ask(put(wants))).status, 200);
    const [{ policyItems }] = (await schedule()).policies;
    const { id: _, ...first } = policyItems[0];
    deepEqual([first, policyItems.length], [hourly, 5]);
    stage.clock.set(later(2));
    equal((await ask(put(wants, "?overwriteBackupPolicies=false"))).status, 200);
    for (const [method, body] of [["DELETE"], ["PATCH", { policies: [{ policyItems: [] }] }]] as const) {
      assertRefusal(await ask({ method, path: schedulePath, headers, ...(body && { body }) }), unmet);
    }
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
    const set = await ask(put({ ...person, scheduledPolicyItems: wants }));
    deepEqual([set.status, set.json.scheduledPolicyItems.map(withoutId)], [200, wants]);
    const { policies, nextSnapshot } = await schedule();
    const added = policies[0].policyItems.map(withoutId).filter(isAmong("years", 2));
    deepEqual(
      added,
      wants.map((each) => ({ ...each, frequencyInterval: 1 })),
    );
    ok(Date.parse(nextSnapshot) > Date.parse(now));
    stage.clock.set(later(4));
    const reason = "0 is no interval of a hourly policy item";
    assertRefusal(
      await ask(put({ ...person, scheduledPolicyItems: [{ ...hourly, frequencyInterval: 0 }] })),
      refusal("BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID", [reason]),
    );
  });

  await t.test("400 for what no policy can be", async () => {
    const attribute = "authorizedEmail";
    const wrong = refusal(
      "INVALID_ATTRIBUTE",
      [attribute],
      attribute,
      "The value must be an e-mail address.",
    );
    assertRefusal(await ask(put({ ...person, authorizedEmail: "nobody" })), wrong);
    const reason = "5 is no interval of a hourly policy item";
    const item = { ...hourly, frequencyInterval: 5 };
    assertRefusal(
      await ask(put({ ...person, scheduledPolicyItems: [item] })),
      refusal("BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID", [reason]),
    );
  });
});
