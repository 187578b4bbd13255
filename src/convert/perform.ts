// Finds the pending invitations of both kinds, and performs the calls of their moves in order.
import { type AtlasClient, AtlasError } from "../client/client.ts";
import { pause } from "../client/waiting.ts";
import { inParallel } from "../worlds/parallel.ts";
import { parts, type Unread } from "../worlds/parts.ts";
import type { CallToMake, Invitation, Member, Move } from "./plan.ts";

export interface Pending {
  readonly org: { readonly id: string; readonly name: string };
  readonly invitations: readonly Invitation[];
  readonly members: readonly Member[];
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  /** The credential may not read it, or it is gone. */
  readonly unread: readonly Unread[];
}

const itemsPerPage = 500;

/** Rejects with what the client rejects with where the organization or its people cannot be read. */
export async function findPending(client: AtlasClient, orgId: string, parallel: number): Promise<Pending> {
  const unread: Unread[] = [];
  const part = async <T>(name: string, read: () => Promise<T[]>): Promise<T[]> => {
    try {
      return await read();
    } catch (reason) {
      if (!(reason instanceof AtlasError) || ![401, 403, 404, 410].includes(reason.status)) throw reason;
      unread.push({ part: name, why: `${reason.status} ${reason.errorCode ?? ""}`.trim() });
      return [];
    }
  };
  const { id = orgId, name } = await client.getOrg({ orgId });
  const members = (await client.listOrgUsers({ orgId, itemsPerPage }).all()).map(toMember);
  const teams = (await client.listOrgTeams({ orgId, itemsPerPage }).all()).map((each) => ({
    id: each.id ?? "",
    name: each.name,
  }));
  const toOrg = await part("invites", async () =>
    (await client.listOrgInvites({ orgId })).map((each) => ({ ...pick(each), group: null })),
  );
  const groups = await client.getOrgGroups({ orgId, itemsPerPage }).all();
  const toGroups = await inParallel(groups, parallel, ({ id: groupId = "", name }) =>
    part(parts.groupInvites(groupId), async () =>
      (await client.listGroupInvites({ groupId })).map((each) => ({
        ...pick(each),
        group: { id: groupId, name },
      })),
    ),
  );
  const invitations: Invitation[] = [...toOrg, ...toGroups.flat()];
  return { org: { id, name }, invitations, members, teams, unread };
}

const pick = ({ id = "", username, roles }: { id?: string; username: string; roles: readonly string[] }) => ({
  id,
  username,
  roles: [...roles],
});

type Listed = Awaited<ReturnType<AtlasClient["listOrgUsers"]>>["results"][number];

const toMember = ({ id, username, orgMembershipStatus, roles, teamIds = [] }: Listed): Member => ({
  id: id ?? "",
  username,
  status: orgMembershipStatus === "ACTIVE" ? "ACTIVE" : "PENDING",
  orgRoles: roles?.orgRoles ?? [],
  groupRoles: (roles?.groupRoleAssignments ?? []).map(({ groupId = "", groupRoles = [] }) => ({
    groupId,
    roles: groupRoles,
  })),
  teamIds,
});

/** Retries of a change that a rate limit refused. */
const patience = 20;

/**
 * Makes the calls of a move. Resolves to nothing when it is done, or to the reason why it is not; what was done until then stays,
 * and the next plan takes it into account. Rejects where no answer came.
 */
export async function perform(client: AtlasClient, { calls }: Move): Promise<string | undefined> {
  for (const call of calls) {
    try {
      await make(client, call);
    } catch (reason) {
      if (!(reason instanceof AtlasError)) throw reason;
      // It was accepted or withdrawn meanwhile.
      if (call.operationId === "deleteGroupInvite" && [400, 404].includes(reason.status)) continue;
      return reason.message;
    }
  }
  return undefined;
}

async function make(client: AtlasClient, { operationId, input }: CallToMake): Promise<void> {
  const method = client[operationId] as unknown as (input: unknown) => Promise<unknown>;
  for (let left = patience; ; left--) {
    try {
      await method.call(client, input);
      return;
    } catch (reason) {
      const seconds =
        reason instanceof AtlasError && reason.status === 429 ? reason.answer.retryAfterSeconds : undefined;
      if (seconds === undefined || left <= 0) throw reason;
      await pause(seconds, undefined);
    }
  }
}
