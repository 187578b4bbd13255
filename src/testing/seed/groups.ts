// Plants a project with its people, credentials, teams and invitations.

import { makeGroup } from "../../atlas/groups/groups.ts";
import { join } from "../../atlas/invites/accepting.ts";
import { addTeamToGroup, memberNamed } from "../../atlas/teams/teams.ts";
import { inOrder } from "../../core/contract/roles.ts";
import type { Org } from "../../core/domain/org.ts";
import type { CompleteGroup } from "./complete.ts";
import { plantCredentials } from "./credentials.ts";
import { plantGroupInvites } from "./invites.ts";
import { kindsOfGroup } from "./kinds.ts";
import { findId, team } from "./names.ts";
import { plantKinds } from "./parts.ts";
import {
  at,
  madeIn,
  type Planting,
  plantEach,
  problem,
  refuseMembers,
  refuseRepeats,
  reserve,
} from "./planting.ts";

export async function plantGroup(
  planting: Planting,
  seed: CompleteGroup,
  org: Org,
  place: string,
): Promise<void> {
  const orgId = org.id;
  const { name } = seed;
  const group =
    (await groupThere(planting, seed, org, place)) ?? (await makeGroupOf(planting, seed, org, place));
  const groupId = group.id;
  planting.planted.made.push({ kind: "groups", names: [name], orgId, handle: { id: groupId, name, orgId } });
  const { users = [] } = seed;
  refuseRepeats(users, `${place}.users`);
  await plantEach(planting, users, `${place}.users`, async ({ username, roles }) => {
    const person = await memberNamed(planting, org, username);
    const groupRoles = roles.map((role) => ({ groupId, role }));
    await join(planting, person, orgId, { roles: [], groupRoles, teamIds: [] });
  });
  await plantCredentials(planting, seed, { org, groupId, place });
  await plantEach(planting, seed.teams ?? [], `${place}.teams`, async ({ roleNames, ...named }, teamAt) => {
    const teamId = await findId(planting, org, team, {
      name: named.team,
      id: named.teamId,
      at: teamAt,
      member: "team",
    });
    await addTeamToGroup(planting, group, teamId, inOrder(new Set(roleNames)));
  });
  await plantGroupInvites(planting, seed, group, place);
  await plantKinds(kindsOfGroup, planting, seed, { group }, place);
}

async function groupThere({ tx, adds }: Planting, seed: CompleteGroup, org: Org, place: string) {
  const known = adds ? await tx.groups.find(seed.id) : undefined;
  if (known === undefined) return undefined;
  if (known.orgId !== org.id || known.name !== seed.name) {
    throw problem(
      `${place}.id`,
      `${seed.id} is the project "${known.name}" of the organization ${known.orgId}`,
    );
  }
  refuseMembers(seed, ["tags", "createdAt", "withDefaultAlertsSettings"], place);
  return known;
}

function makeGroupOf(planting: Planting, seed: CompleteGroup, org: Org, place: string) {
  const { id, name, tags = [], createdAt, withDefaultAlertsSettings = true } = seed;
  reserve(planting, id, place, place);
  const now = madeIn(planting, createdAt);
  return at(place, () =>
    makeGroup({ ...planting, now }, { id, orgId: org.id, name, tags, withDefaultAlertsSettings }),
  );
}
