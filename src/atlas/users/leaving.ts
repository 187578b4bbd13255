// Removes a person from an organization or a project, with the things that the person created there, in one unit of work. The
// event keeps the receipt.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import { isClientId } from "../../core/contract/client-id.ts";
import { Fault } from "../../core/contract/errors.ts";
import { door, permit } from "../../core/domain/access.ts";
import { type HeldRole, mostApiKeysPerOrg, rolesIn } from "../../core/domain/credential.ts";
import type { SourcedRole } from "../../core/domain/explanation.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import { type Instant, timestampOf } from "../../core/domain/instant.ts";
import type { GroupInvite, OrgInvite } from "../../core/domain/invite.ts";
import type { Fate, Losses, Made, Receipt } from "../../core/domain/leaving.ts";
import { type ActiveMember, withGroupRoles } from "../../core/domain/membership.ts";
import type { NamedOrg } from "../../core/domain/org.ts";
import type { Reads } from "../../core/store/store.ts";
import {
  changeRoles,
  codeOf,
  type KeyOrAccount,
  removeCredential,
  removeSides,
} from "../api-keys/credentials.ts";
import { revokeInvite } from "../invites/inviting.ts";
import { pendingBy } from "../invites/pending.ts";
import { rolesHeld, rolesHeldThroughout } from "./explaining.ts";
import { makersIn } from "./makers.ts";
import { changeMember, removeMember } from "./membership.ts";

/** A departure from an organization, or from one of its projects. */
export interface Departure {
  readonly org: NamedOrg;
  readonly group?: EnteredGroup;
}

const scopeOf = ({ org, group }: Departure) => ({ orgId: org.id, groupId: group?.id ?? null });

async function lossesOf(
  tx: Reads,
  { org, group }: Departure,
  { id, teamIds }: ActiveMember,
): Promise<Losses> {
  if (group !== undefined) {
    const held = await rolesHeld(tx, { org, group }, id);
    const own = held.filter(({ from }) => from.kind === "GROUP");
    const opens = ({ role }: SourcedRole) => permit(door.group("GROUP_READ_ONLY"), [role]);
    const stays = held.filter((each) => each.from.kind !== "GROUP" && opens(each));
    return { roles: own.map(({ role }) => role), teams: [], groups: [], stays };
  }
  const { inOrg, inGroups } = await rolesHeldThroughout(tx, org, id);
  const teams = await Promise.all(teamIds.map((teamId) => tx.teams.find(org.id, teamId)));
  return {
    roles: inOrg.map(({ role }) => role),
    teams: teams.flatMap((team) => (team === undefined ? [] : [{ id: team.id, name: team.name }])),
    groups: inGroups
      .map(({ held, ...named }) => ({ ...named, held: held.filter(({ from }) => from.kind !== "ORG") }))
      .filter(({ held }) => held.length > 0),
    stays: [],
  };
}

const everyOne = { pageNum: 1, itemsPerPage: mostApiKeysPerOrg, includeCount: false };

/**
 * Returns the keys and accounts that the person created, and those that these created in turn; and the number of others whose
 * creator is unknown.
 */
async function credentialsBy(tx: Reads, { orgId, groupId }: ReturnType<typeof scopeOf>, userId: string) {
  const [makers, keys, accounts] = await Promise.all([
    makersIn(tx, orgId),
    tx.apiKeys.inOrg(orgId, everyOne),
    tx.serviceAccounts.everyInOrg(orgId, everyOne),
  ]);
  const isHere = ({ roles }: KeyOrAccount) => groupId === null || rolesIn(roles, groupId).length > 0;
  // The account of ingress stands for its whole configuration.
  const known = accounts.results.filter(({ mcpSide }) => mcpSide !== "EGRESS");
  const all: KeyOrAccount[] = [...keys.results, ...known];
  all.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  const hands = new Set([userId]);
  for (const credential of all) {
    if (hands.has(makers.get(codeOf(credential))?.id ?? "")) hands.add(credential.id);
  }
  return {
    credentials: all.filter((each) => hands.has(each.id) && isHere(each)),
    unknown: all.filter((each) => !makers.has(codeOf(each)) && isHere(each)).length,
  };
}

function lastUse(credential: KeyOrAccount, uses: Awaited<ReturnType<Reads["keyUses"]["of"]>>) {
  if ("secrets" in credential) {
    const all = credential.secrets.flatMap(({ lastUsedAt }) => lastUsedAt ?? []);
    return all.length === 0 ? null : Math.max(...all);
  }
  const use = uses.get(credential.id);
  return use?.lastUsedAt ?? (use === undefined || use.watchedFrom === null ? null : undefined);
}

export interface Leaver {
  readonly place: Departure;
  readonly member: ActiveMember;
  /** True if the caller owns the scope: in a project only its owners remove accounts and revoke invitations. */
  readonly owns: boolean;
}

export type LeavingChange = Changing<"USER_UNAUTHORIZED">;

const shownUse = (at: Instant | null | undefined) => (at === undefined ? undefined : timestampOf(at));

interface Part {
  readonly made: Made;
  take(changing: LeavingChange): Promise<unknown>;
}

async function partsOf({ tx, now }: Reading, { place, member, owns }: Leaver) {
  const at = scopeOf(place);
  const { credentials, unknown } = await credentialsBy(tx, at, member.id);
  const uses = await tx.keyUses.of(credentials.map(({ id }) => id));
  const names = new Map((await tx.groups.inOrg(at.orgId)).map(({ id, name }) => [id, name]));
  const held = ({ groupId, role }: HeldRole) => ({ role, group: groupId && (names.get(groupId) ?? groupId) });
  const ofCredential = (each: KeyOrAccount): Part => ({
    made: {
      kind: "publicKey" in each ? "API_KEY" : "SERVICE_ACCOUNT",
      id: each.id,
      code: codeOf(each),
      name: ("publicKey" in each ? each.description : each.name) || codeOf(each),
      roles: each.roles.map(held),
      lastUsedAt: shownUse(lastUse(each, uses)),
    },
    async take(changing) {
      const account = "secrets" in each ? each : undefined;
      if (at.groupId !== null && account && !owns) throw changing.fault("USER_UNAUTHORIZED", {});
      if (account?.mcpConfigId) {
        const kept = await changing.tx.serviceAccounts.ofMcpConfigs(account.orgId);
        return removeSides(
          changing,
          kept.filter(({ mcpConfigId }) => mcpConfigId === account.mcpConfigId),
        );
      }
      if (at.groupId === null) return removeCredential(changing, each);
      return changeRoles(changing, each, at.groupId, []);
    },
  });
  const ofInvite = (each: OrgInvite | GroupInvite): Part => {
    const groupId = "groupId" in each ? each.groupId : null;
    const roleGrants = "groupRoles" in each ? each.groupRoles : [];
    const roles = [...each.roles.map((role) => held({ groupId, role })), ...roleGrants.map(held)];
    return {
      made: { kind: "INVITATION", id: each.id, code: each.id, name: each.username, roles },
      take: (changing) => revokeInvite(changing, at, each),
    };
  };
  const { toOrg, toGroups } = owns
    ? await pendingBy({ tx, now }, at, member.username)
    : { toOrg: [], toGroups: [] };
  const parts = [...credentials.map(ofCredential), ...[...toOrg, ...toGroups].map(ofInvite)];
  return { parts, unknown };
}

/** Returns what the person would lose, what they created, and how many keys and accounts have no known creator. */
export async function weighLeaving(looking: Reading, leaver: Leaver) {
  const { parts, unknown } = await partsOf(looking, leaver);
  const losses = await lossesOf(looking.tx, leaver.place, leaver.member);
  return { losses, made: parts.map(({ made }) => made), unknown };
}

/**
 * Tries an action, and returns whether it was refused. Each action checks its rules before it writes, so a refused one leaves
 * nothing half done.
 */
async function fateOf(take: () => Promise<unknown>): Promise<Fate> {
  try {
    await take();
    return { fate: "TAKEN" };
  } catch (reason) {
    if (!(reason instanceof Fault) || reason.status >= 500) throw reason;
    return { fate: "REFUSED", why: reason.code };
  }
}

const gone = (code: string): Made & Fate => {
  const kind = isClientId(code) ? "SERVICE_ACCOUNT" : code.length === 24 ? "INVITATION" : "API_KEY";
  return { kind, id: code, code, name: code, roles: [], fate: "GONE" };
};

/** Removes the things that `codes` name, and returns what became of each. */
async function takeParts(
  changing: LeavingChange,
  leaver: Leaver,
  codes: readonly string[],
): Promise<Receipt["parts"]> {
  const { parts } = await partsOf(changing, leaver);
  const fates: (Made & Fate)[] = [];
  for (const { made, take } of parts) {
    const fate: Fate = codes.includes(made.code) ? await fateOf(() => take(changing)) : { fate: "KEPT" };
    fates.push({ ...made, ...fate });
  }
  const known = new Set(parts.map(({ made }) => made.code));
  return [...fates, ...codes.filter((code) => !known.has(code)).map(gone)];
}

export const removalOf = ({ group }: Departure) =>
  group === undefined ? ("REMOVED_FROM_ORG" as const) : ("REMOVED_FROM_GROUP" as const);

/** Removes the person and the things that the person created, or neither if the person may not be removed. */
export async function takeOut(changing: LeavingChange, leaver: Leaver, codes: readonly string[]) {
  const { tx } = changing;
  const { place, member } = leaver;
  const { id, firstName, lastName } = member.user;
  const losses = await lossesOf(tx, place, member);
  const parts = await takeParts(changing, leaver, codes);
  const receipt: Receipt = { person: { id, firstName, lastName }, losses, parts };
  const noting: Changing = {
    ...changing,
    record: (type, about) =>
      changing.record(
        type,
        type === removalOf(place) ? { ...about, kept: { ...about.kept, receipt } } : about,
      ),
  };
  if (place.group === undefined) await removeMember(noting, member, place.org);
  else await changeMember(noting, member, withGroupRoles(member, place.group.id, []));
}
