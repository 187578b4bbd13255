// Finds who holds which roles in a scope, and where each role comes from.

import type { Reading } from "../../core/changes/changing.ts";
import { orgOf } from "../../core/changes/scopes.ts";
import { isClientId } from "../../core/contract/client-id.ts";
import type { RoleName } from "../../core/contract/roles.ts";
import type { Door } from "../../core/domain/access.ts";
import { findByName, isId } from "../../core/domain/choosing.ts";
import type { DataUser } from "../../core/domain/data-user.ts";
import {
  type DoorQuestion,
  type GrantSource,
  type Holder,
  type Principal,
  QuestionError,
  type SourcedRole,
} from "../../core/domain/explanation.ts";
import { type EnteredGroup, type GroupRef, mostGroupsPerOrg } from "../../core/domain/group.ts";
import { timestampOf } from "../../core/domain/instant.ts";
import type { NamedOrg } from "../../core/domain/org.ts";
import type { Reads } from "../../core/store/store.ts";
import { rolesByName } from "../database-users/database-access.ts";
import { databaseUsers } from "../database-users/kept.ts";
import { type DataDeed, dataWaysOf } from "../database-users/rules/data-access.ts";
import { scopeText } from "../database-users/rules/database-notation.ts";
import { connectionsIn } from "../federation/federations.ts";

export interface Place {
  readonly org: NamedOrg;
  readonly group?: Pick<EnteredGroup, "id" | "name">;
}

type HeldGrants = Awaited<ReturnType<Reads["grants"]["held"]>>;

function sourceOf(place: Place, { groupId, team }: HeldGrants[number]): GrantSource {
  if (team !== null) return { kind: "TEAM", ...team };
  const { org, group } = place;
  return groupId === null || group === undefined
    ? { kind: "ORG", id: org.id, name: org.name }
    : { kind: "GROUP", id: group.id, name: group.name };
}

const sources: readonly GrantSource["kind"][] = ["ORG", "GROUP", "TEAM"];

/** Sorts the organization's roles first, then those of the project, then those through teams. */
const inReadingOrder = (roles: readonly SourcedRole[]): SourcedRole[] =>
  roles.toSorted((a, b) => sources.indexOf(a.from.kind) - sources.indexOf(b.from.kind));

const scopeOf = ({ org, group }: Place) => ({ orgId: org.id, groupId: group?.id ?? null });

const rolesOf = (place: Place, grants: HeldGrants): SourcedRole[] =>
  inReadingOrder(grants.map((grant) => ({ role: grant.role, from: sourceOf(place, grant) })));

export async function rolesHeld(tx: Reads, place: Place, principalId: string): Promise<SourcedRole[]> {
  return rolesOf(place, await tx.grants.held(scopeOf(place), { principalId }));
}

export async function rolesHeldThroughout(tx: Reads, org: Place["org"], userId: string) {
  const grants = await tx.grants.held({ orgId: org.id }, { principalId: userId });
  const heldIn = (place: Place) =>
    rolesOf(
      place,
      grants.filter(({ groupId }) => groupId === null || groupId === place.group?.id),
    );
  const every = { pageNum: 1, itemsPerPage: mostGroupsPerOrg, includeCount: false };
  const { results } = await tx.groups.visible({ principalId: userId, orgId: org.id }, every);
  return {
    inOrg: heldIn({ org }),
    inGroups: results.map(({ id, name }) => ({ id, name, held: heldIn({ org, group: { id, name } }) })),
  };
}

const kinds: readonly Principal["kind"][] = ["USER", "SERVICE_ACCOUNT", "API_KEY"];

/** Returns the principals that hold one of some roles in a scope, with those roles: people first, each kind by name. */
export async function holdersOf(tx: Reads, place: Place, roles: readonly RoleName[]): Promise<Holder[]> {
  const holders = new Map<string, Principal & { by: SourcedRole[] }>();
  for (const grant of await tx.grants.held(scopeOf(place), { roles })) {
    const known = holders.get(grant.principal.id) ?? { ...grant.principal, by: [] };
    known.by.push({ role: grant.role, from: sourceOf(place, grant) });
    holders.set(known.id, known);
  }
  const inOrder = (a: Principal, b: Principal) =>
    kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (a.name < b.name ? -1 : 1);
  return [...holders.values()]
    .sort(inOrder)
    .map((holder): Holder => ({ ...holder, by: inReadingOrder(holder.by) }));
}

/** Returns the database users of a project who may read or write data, by name, with the roles that allow it. */
export async function dataUsersOf(reading: Reading, group: GroupRef, deed: DataDeed): Promise<DataUser[]> {
  const own = await rolesByName(reading, group);
  const users = await databaseUsers.all(reading, group);
  return users
    .map(({ document: { username: name, databaseName, roles, scopes }, endsAt }) => ({
      name,
      databaseName,
      ways: dataWaysOf(roles, deed, own),
      scopes: scopes.map(scopeText),
      endsAt: timestampOf(endsAt),
    }))
    .filter(({ ways }) => ways.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Finds the project or organization that the parameters of a request name; undefined if there is none. */
export async function placeOf(
  tx: Reads,
  door: Door,
  { groupId, orgId, federationSettingsId }: Readonly<Record<string, string | undefined>>,
): Promise<Place | undefined> {
  if (door.kind === "org" || door.kind === "federation") {
    const [connected] = federationSettingsId ? await connectionsIn({ tx }, federationSettingsId) : [];
    const org = await tx.orgs.find(orgId ?? connected?.orgId ?? "");
    return org && { org };
  }
  const group = door.kind === "group" ? await tx.groups.find(groupId ?? "") : undefined;
  return group && { org: await orgOf(tx, group), group };
}

/** Returns the question with ids instead of names of an organization and a project. */
export async function withIds<Question extends DoorQuestion>(tx: Reads, asked: Question): Promise<Question> {
  const ids: { orgId?: string; groupId?: string } = {};
  for (const [param, singular, all] of [
    ["orgId", "organization", () => tx.orgs.names()],
    ["groupId", "project", () => tx.groups.names()],
  ] as const) {
    const given = asked[param];
    if (given === undefined || isId(given)) continue;
    const found = findByName(await all(), given, { singular, plural: `${singular}s`, seen: "there are" });
    if ("flaw" in found) throw new QuestionError(`${param} ${given}: ${found.flaw}`);
    ids[param] = found.id;
  }
  return { ...asked, ...ids };
}

/**
 * Returns all callers that a name may mean: also keys by their description and service accounts by their name, those of an
 * organization first.
 */
export async function findMeant(tx: Reads, name: string, orgId: string | undefined) {
  const named = await findNamed(tx, name);
  if (named !== undefined) return [named];
  const labelled = await tx.credentials.labelled(name);
  const here = labelled.filter((each) => each.orgId === orgId);
  const found = await Promise.all(
    (here.length > 0 ? here : labelled).map((each) => findNamed(tx, each.name)),
  );
  return found.filter((each) => each !== undefined);
}

/** Finds the principal of a public key, a client id or an address; of a credential, with its access list. */
export async function findNamed(tx: Reads, name: string) {
  if (name.includes("@")) {
    const user = await tx.users.byAddress(name);
    return user && { kind: "USER" as const, id: user.id, name: user.username, credential: undefined };
  }
  const credential = await tx.credentials.named(name);
  const kind = isClientId(name) ? ("SERVICE_ACCOUNT" as const) : ("API_KEY" as const);
  return credential && { kind, id: credential.id, name, credential };
}
