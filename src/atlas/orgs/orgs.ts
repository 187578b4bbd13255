// Creates organizations with their first owner, and records the event.

import type { Changing } from "../../core/changes/changing.ts";
import { changesOf, person } from "../../core/domain/access-history.ts";
import { checkOrgName, mostUsersPerOrg, type Org } from "../../core/domain/org.ts";

type WantedOrg = Pick<Org, "name"> &
  Partial<Pick<Org, "skipDefaultAlertsSettings" | "apiAccessListRequired" | "mostUsers">> & {
    readonly id?: string | undefined;
    readonly ownerId?: string;
    /** The founder, as `founderOf` of the store returns it; absent for a seeded organization. */
    readonly founderId?: string;
  };

export async function makeOrg(
  { tx, now, newId, fault, record }: Changing<"INVALID_ORG_NAME">,
  {
    id,
    name,
    ownerId,
    founderId,
    skipDefaultAlertsSettings = false,
    apiAccessListRequired = false,
    mostUsers = mostUsersPerOrg,
  }: WantedOrg,
): Promise<Org> {
  const org = {
    id: id ?? newId(),
    name: checkOrgName(name, fault),
    createdAt: now,
    skipDefaultAlertsSettings,
    apiAccessListRequired,
    mostUsers,
  };
  await tx.orgs.add(org, founderId);
  if (ownerId !== undefined) {
    await tx.grants.give(ownerId, { orgId: org.id, groupId: null }, "ORG_OWNER", now);
  }
  const owner = ownerId === undefined ? undefined : await tx.users.find(ownerId);
  const roles = [{ groupId: null, role: "ORG_OWNER" }];
  const access = owner === undefined ? [] : changesOf(person(owner.username), roles, "given");
  await record("ORG_CREATED", { orgId: org.id, kept: { name: { before: "", after: org.name }, access } });
  return org;
}
