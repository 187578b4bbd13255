// Decides which organizations and projects a principal may enter, by the roles held in this unit of work.
import type { ErrorCode } from "../contract/errors.ts";
import type { OrgRole, RoleName } from "../contract/roles.ts";
import { type Caller, type Door, permit } from "../domain/access.ts";
import type { EnteredGroup } from "../domain/group.ts";
import type { Org } from "../domain/org.ts";
import type { Reads, Writes } from "../store/store.ts";
import type { Visiting } from "./changing.ts";

type EntryContext<Code extends ErrorCode> = Visiting<Code>;
type OrgVisit = EntryContext<"ORG_NOT_FOUND" | "USER_CANNOT_ACCESS_ORG">;
type GroupDoor = Extract<Door, { readonly kind: "group" }>;
type GroupVisit = EntryContext<"GROUP_NOT_FOUND" | "USER_CANNOT_ACCESS_GROUP">;

/**
 * Locks all organizations of a caller, also those joined meanwhile, and a person's account, because a person may have no
 * organization.
 */
export async function holdOwnOrgs({ tx, caller }: { tx: Writes; caller: Caller }): Promise<void> {
  const held = new Set<string>();
  for (;;) {
    const found = (await tx.orgs.around(caller)).map(({ id }) => id).filter((id) => !held.has(id));
    if (found.length === 0) break;
    // The order is always the same, so that two units with several organizations in common cannot deadlock.
    for (const id of found.sort()) {
      tx.locks.org(id);
      held.add(id);
    }
  }
  if (caller.kind === "USER") tx.locks.person(caller.id);
}

/** Finds an organization and the caller's roles in it, for a caller who has any: each includes Organization Member. */
export async function visitOrg({ tx, fault }: OrgVisit, orgId: string, caller: Pick<Caller, "id">) {
  const [org, roles] = await Promise.all([tx.orgs.find(orgId), tx.orgs.rolesOf(orgId, caller.id)]);
  if (org === undefined) throw fault("ORG_NOT_FOUND", { orgId });
  if (!permit({ kind: "org", role: "ORG_MEMBER" }, roles)) throw fault("USER_CANNOT_ACCESS_ORG", {});
  return { org, roles };
}

/** Finds a project the caller may see; roles in its organization count if they imply one in its projects. */
export async function visitGroup(
  { tx, fault }: GroupVisit,
  groupId: string,
  caller: Pick<Caller, "id" | "kind">,
) {
  return requireEntry(await tx.groups.enter(groupId, caller), groupId, fault);
}

type GroupEntry = NonNullable<Awaited<ReturnType<Reads["groups"]["enter"]>>>;

function requireEntry(entry: GroupEntry | undefined, groupId: string, fault: GroupVisit["fault"]) {
  if (entry === undefined) throw fault("GROUP_NOT_FOUND", { groupId });
  if (permit({ kind: "group", role: "GROUP_READ_ONLY" }, entry.roles)) return entry;
  throw fault("USER_CANNOT_ACCESS_GROUP", {});
}

/** Finds an organization as `visitOrg` does, for a caller who has the role there or one that implies it. */
export async function enterOrg(
  entering: OrgVisit & EntryContext<"USER_UNAUTHORIZED">,
  orgId: string,
  caller: Pick<Caller, "id">,
  role: OrgRole,
): ReturnType<typeof visitOrg> {
  const entry = await visitOrg(entering, orgId, caller);
  if (!permit({ kind: "org", role }, entry.roles)) throw entering.fault("USER_UNAUTHORIZED", {});
  return entry;
}

/** Finds a project as `visitGroup` does, for a caller who has the role there, also through its organization. */
export async function enterGroup(
  entering: GroupVisit & EntryContext<"USER_UNAUTHORIZED">,
  groupId: string,
  caller: Pick<Caller, "id" | "kind">,
  door: GroupDoor,
): Promise<GroupEntry> {
  const { tx, fault } = entering;
  const entry = await tx.groups.enter(groupId, caller);
  // The usual case comes first; otherwise the rest finds the right refusal.
  if (entry !== undefined && permit(door, entry.roles)) return entry;
  requireEntry(entry, groupId, fault);
  throw fault("USER_UNAUTHORIZED", {});
}

export const ownsOrg = async (tx: Reads, orgId: string, principalId: string): Promise<boolean> =>
  permit({ kind: "org", role: "ORG_OWNER" }, await tx.orgs.rolesOf(orgId, principalId));

/** Reports whether a caller has the role in the project, also through its organization. */
export async function holdsInGroup(
  tx: Reads,
  groupId: string,
  caller: Pick<Caller, "id" | "kind">,
  role: RoleName,
): Promise<boolean> {
  const entry = await tx.groups.enter(groupId, caller);
  return permit({ kind: "group", role }, entry?.roles ?? []);
}

export async function orgOf(tx: Reads, { orgId }: Pick<EnteredGroup, "orgId">): Promise<Org> {
  const org = await tx.orgs.find(orgId);
  if (org === undefined) throw new Error(`project of an organization that is not there: ${orgId}`);
  return org;
}

type FederationVisit = EntryContext<"RESOURCE_NOT_FOUND" | "USER_UNAUTHORIZED">;

/**
 * Finds the first of a federation's organizations in which a caller has the role. To a stranger the federation does not exist.
 */
export async function enterFederation(
  { tx, fault }: FederationVisit,
  federationId: string,
  caller: { readonly id: string },
  role: OrgRole,
) {
  let isKnown = false;
  for (const { orgId } of await tx.documents.ofFederation(federationId, "connectedOrg")) {
    if (orgId === null) continue;
    const [org, roles] = await Promise.all([tx.orgs.find(orgId), tx.orgs.rolesOf(orgId, caller.id)]);
    if (org !== undefined && permit({ kind: "org", role }, roles)) return { org, roles };
    isKnown ||= roles.length > 0;
  }
  if (isKnown) throw fault("USER_UNAUTHORIZED", {});
  throw fault("RESOURCE_NOT_FOUND", { resource: federationId });
}
