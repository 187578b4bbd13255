import { toClientId } from "../../contract/client-id.ts";
import { day } from "../../domain/instant.ts";
import { inviteLifetime } from "../../domain/invite.ts";
import { door, operation, permit, type Reads, timestampOf, toTimestamp } from "../declare.ts";
import { asIs, onPages, rolesAround, seesInvitesTo } from "./common.ts";

/** Before an invitation expires, and before the last secret of a service account does. */
const soon = { invites: 3 * day, secrets: 14 * day };
/** Of each kind; that there are more is said. */
const most = 51;
const everyGroup = { pageNum: 1, itemsPerPage: 500, includeCount: false };

export const listAttention = operation("GET /console/attention", {
  ...onPages,
  summary: "List what needs attention",
  description:
    "Invitations that expire within three days, or that no mail was sent for by a server that sends none, service accounts whose last secret expires within 14 days, API keys that were not used for 90 days, or never in a week, and owners who can sign in with a password: of the organizations that the person owns, and invitations of the projects. At most 51 of each.",
  door: door.signedIn,
}).handle(async ({ tx, caller, now, sendsMail }) => {
  const roles = await rolesAround(tx, caller.id);
  const orgs = (await tx.orgs.around(caller)).filter(({ id }) =>
    permit(door.org("ORG_OWNER"), roles.inOrg(id)),
  );
  const orgIds = orgs.map(({ id }) => id);
  const { results: groups } = await tx.groups.visible({ principalId: caller.id }, everyGroup);
  const owned = groups.filter((group) => seesInvitesTo(group, roles, now));
  const nameOf = new Map([...orgs, ...owned].map(({ id, name }) => [id, name]));
  const pending = { orgIds, groupIds: owned.map(({ id }) => id), now, most };
  const invites = await tx.overview.expiring({ ...pending, until: now + soon.invites });
  const unsent = sendsMail ? [] : await tx.overview.unsent({ ...pending, until: now + inviteLifetime });
  const secrets = await tx.overview.endingSecrets(orgIds, { now, until: now + soon.secrets, most });
  const keys = await tx.overview.unusedKeys(orgIds, { now, most });
  const owners = await tx.overview.passwordOwners(orgIds, most);
  const strict = await orgsWithSecondFactor(tx, new Set(owners.map(({ orgId }) => orgId)));
  const inOrg = ({ orgId }: { orgId: string }) => ({ orgId, orgName: nameOf.get(orgId) ?? "" });
  const show = ({ id, orgId, groupId, username, expiresAt }: (typeof invites)[number]) => ({
    id,
    orgId,
    groupId,
    username,
    name: nameOf.get(groupId ?? orgId) ?? "",
    expiresAt: toTimestamp(expiresAt),
  });
  return {
    invites: invites.map(show),
    /** Whose message waits on a server that sends none. */
    unsent: unsent.map(show),
    secrets: secrets.map((each) => ({
      clientId: toClientId(each.id),
      name: each.name,
      expiresAt: toTimestamp(each.expiresAt),
      ...inOrg(each),
    })),
    keys: keys.map((each) => ({
      id: each.id,
      name: each.name,
      lastUsedAt: timestampOf(each.lastUsedAt),
      ...inOrg(each),
    })),
    owners: owners.map((each) => ({
      id: each.id,
      username: each.username,
      isRequired: strict.has(each.orgId),
      ...inOrg(each),
    })),
  };
}, asIs);

async function orgsWithSecondFactor(tx: Reads, orgIds: Iterable<string>): Promise<ReadonlySet<string>> {
  const strict = new Set<string>();
  for (const id of orgIds) {
    const settings = (await tx.documents.settingOfOrg(id, "settings")) as
      | { multiFactorAuthRequired?: boolean }
      | undefined;
    if (settings?.multiFactorAuthRequired === true) strict.add(id);
  }
  return strict;
}
