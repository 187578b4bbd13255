// Proves listHome: organizations and projects with their numbers, the results of a search, and nothing that a person may not
// see.
import { deepEqual, equal } from "node:assert/strict";
import {
  member,
  other,
  owner,
  rich,
  testOnEngines,
} from "../../../test/console/support/console-operations.ts";
import { pluck } from "../../../test/support/pluck.ts";
import { ids } from "../../../test/support/world.ts";

const { org: orgId, group } = ids;

testOnEngines("listHome", async (t, stage) => {
  const read = (as: string, search = "") => stage.read(as, "listHome", { search });

  await t.test("200 with people, invitations and the newest event of each project", async () => {
    await stage.giveTeam(["GROUP_READ_ONLY"], member);
    await stage.store.write(async (tx) => {
      for (const [id, minutes] of [
        ["1", 5],
        ["2", 3],
      ] as const) {
        await tx.events.add({
          id: id.padStart(24, "0"),
          type: "JOINED_GROUP",
          at: stage.clock.now() - minutes * 60_000,
          orgId,
          groupId: group,
          actor: null,
        });
      }
    });
    const payments = { id: group, name: "payments", people: 2, activeAt: "2026-08-10T03:01:53Z" };
    const acme = { id: orgId, name: "Acme", isMember: true, groupCount: 1, foundCount: 1 };
    deepEqual(await read(owner), {
      withheld: [],
      orgCount: 1,
      groupCount: 1,
      orgs: [
        {
          ...acme,
          isOwner: true,
          mayCreateGroups: true,
          // One invitation is to the project alone, one comes with the organization.
          groups: [{ ...payments, waiting: 2 }],
        },
      ],
    });
    // The member is in the project through the team, and sees only invitations that come with the organization.
    deepEqual(await read(member), {
      withheld: [],
      orgCount: 1,
      groupCount: 1,
      orgs: [{ ...acme, isOwner: false, mayCreateGroups: false, groups: [{ ...payments, waiting: 1 }] }],
    });
  });

  await t.test("200 with each address once, and none whose invitation ran out", async () => {
    const waiting = async () => (await read(owner)).orgs[0].groups[0].waiting;
    equal(await waiting(), 2);
    stage.clock.advance(31 * 86_400_000);
    equal(await waiting(), 0);
    equal(rich.username, "Rich@example.com");
  });

  await t.test("200 with what is searched, by the name of a project or of its organization", async () => {
    const found = async (search: string) => pluck((await read(owner, search)).orgs, "foundCount");
    deepEqual(await found("PAY"), [1]);
    deepEqual(await found("acme pay"), [1]);
    deepEqual(await found("shipping"), [0]);
  });

  await t.test("200 with eight projects of each organization, and all that are found", async () => {
    await stage.store.write(async (tx) => {
      for (let nth = 0; nth < 12; nth++) {
        await tx.groups.add({
          id: `c${nth}`.padStart(24, "0"),
          orgId: ids.otherOrg,
          name: `project ${nth}`,
          createdAt: stage.clock.now(),
          withDefaultAlertsSettings: true,
          tags: [],
        });
      }
    });
    const [globex] = (await read(other)).orgs;
    deepEqual([globex.groups.length, globex.foundCount, globex.groupCount], [8, 13, 13]);
    equal((await read(other, "project")).orgs[0].groups.length, 12);
  });

  await t.test("200 with no projects for somebody who is in none", async () => {
    const [acme] = (await read(member)).orgs;
    deepEqual([acme.groupCount, acme.groups, acme.isMember], [0, [], true]);
  });
});
