// Operations on organizations.

import { enterFederation, holdOwnOrgs, ownsOrg } from "../../core/changes/scopes.ts";
import { writeSettings } from "../../core/changes/settings.ts";
import { missing } from "../../core/contract/errors.ts";
import { checkDescription, descriptionErrors } from "../../core/domain/credential.ts";
import { checkOrgName } from "../../core/domain/org.ts";
import { isIn, type Policy } from "../../core/domain/policy.ts";
import { atlas } from "../../core/operations/atlas.ts";
import {
  type Caller,
  chooseNamedOrgRoles,
  consoleSets,
  type FaultMaker,
  pageOf,
  type Reads,
  showPageOf,
} from "../../core/operations/declare.ts";
import { showMadeKey } from "../api-keys/common.ts";
import { heldInOrg, makeAccount, makeKey } from "../api-keys/credentials.ts";
import { connectOrg } from "../federation/federations.ts";
import { countedPage, showGroupInList } from "../groups/common.ts";
import { showAccount } from "../service-accounts/common.ts";
import {
  readDelegation,
  readMode,
  readSettings,
  showMode,
  showOrg,
  showOrgInList,
  showSettings,
} from "./common.ts";
import { makeOrg } from "./orgs.ts";
import { amendSettings, checkSettings, eventsOfChange } from "./rules/org-settings.ts";

export const listOrgs = atlas("listOrgs", {}).handle(async ({ tx, caller, query }) => {
  const start = (query.name ?? "").toLowerCase();
  const orgs = await tx.orgs.around(caller);
  return pageOf(
    orgs.filter(({ name }) => name.toLowerCase().startsWith(start)),
    query,
  );
}, showPageOf(showOrgInList));

export const getOrg = atlas("getOrg", {}).handle(async ({ org }) => org, showOrg);

export const getOrgDelegationSettings = atlas("getOrgDelegationSettings", {}).handle(
  ({ tx, org }) => readDelegation(tx, org),
  (settings) => settings,
);

/** A page for all projects: it holds more than an organization may have, whatever its seed. */
const everyGroup = { includeCount: false, itemsPerPage: 10_000, pageNum: 1 };

export const getOrgGroups = atlas("getOrgGroups", {}).handle(async ({ tx, now, org, caller, query }) => {
  const viewer = { principalId: caller.id, orgId: org.id };
  const start = (query.name ?? "").toLowerCase();
  if (start === "") return countedPage({ tx, now }, await tx.groups.visible(viewer, query));

  // Engines compare letters beyond ASCII differently, so the names are compared here.
  const { results } = await tx.groups.visible(viewer, everyGroup);
  const named = results.filter(({ name }) => name.toLowerCase().startsWith(start));
  return countedPage({ tx, now }, pageOf(named, query));
}, showPageOf(showGroupInList));

export const getOrgMaintenanceSettings = atlas("getOrgMaintenanceSettings", {}).handle(
  ({ tx, org }) => readMode(tx, org),
  showMode,
);

export const getOrgSettings = atlas("getOrgSettings", {}).handle(
  ({ tx, org }) => readSettings(tx, org),
  showSettings,
);

export const createOrg = atlas("createOrg", {
  locks: "handler",
  securityEvent: "organization-creation",
  showsSecret: true,
  errors: [
    ...descriptionErrors,
    "BAD_REQUEST",
    "INVALID_ORG_NAME",
    "INVALID_ROLE_FOR_ORG",
    "INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME",
    "MISSING_API_KEY_ROLES",
    "MISSING_ATTRIBUTE",
    "MISSING_ONE_OF_ATTRIBUTES",
    "NOT_ORG_OWNER",
    "RESOURCE_NOT_FOUND",
    "USER_NOT_FOUND",
    "USER_UNAUTHORIZED",
  ],
  needs: ["issue", "policy"],
})
  .prepare(async ({ caller, policy, read, spend, fault }) => {
    if (caller.kind !== "USER" && !policy.boundsNewOrgs) return;
    // This check comes first, so that a refused caller does not use up the founder's budget, and again in the unit of work.
    const founderId = await read(async (tx) => {
      await requireMaker({ tx, caller, policy, fault });
      return founderFor(tx, caller);
    });
    await spend(consoleSets.newOrgs, founderId);
  })
  .handle(
    async (context) => {
      const { tx, body, caller, issue, fault } = context;
      await holdOwnOrgs(context);
      await requireMaker(context);
      const { federationSettingsId } = body;
      const orgOwnerId = body.orgOwnerId ?? (await ownerUnnamed(tx, caller))?.id;
      // A bad name is refused before a missing owner.
      checkOrgName(body.name, fault);
      if (orgOwnerId === undefined) {
        throw missing("orgOwnerId", fault, "Name the user who becomes Organization Owner.");
      }
      if (federationSettingsId !== undefined) {
        await enterFederation(context, federationSettingsId, caller, "ORG_OWNER");
      }
      // A person outside the caller's organizations counts as missing, so the answer does not reveal accounts.
      if (!(await isColleague(tx, caller, orgOwnerId))) throw fault("USER_NOT_FOUND", { userId: orgOwnerId });

      const { name, skipDefaultAlertsSettings = false } = body;
      const founderId = await founderFor(tx, caller);
      const org = await makeOrg(context, { name, skipDefaultAlertsSettings, ownerId: orgOwnerId, founderId });
      const orgId = org.id;
      if (federationSettingsId !== undefined) await connectOrg(context, federationSettingsId, orgId);
      const held = (names: readonly string[]) => heldInOrg(chooseNamedOrgRoles(names, orgId, fault));

      const addKey = async ({ desc, roles }: NonNullable<typeof body.apiKey>) => {
        const description = checkDescription(desc, fault);
        if (roles.length === 0) throw fault("MISSING_API_KEY_ROLES", {});
        return makeKey(context, { orgId, description, roles: held(roles) }, issue.apiKey());
      };
      const addAccount = ({ roles, ...wanted }: NonNullable<typeof body.serviceAccount>) =>
        makeAccount(context, { ...wanted, orgId, roles: held(roles) }, issue.clientSecret);
      const { apiKey, serviceAccount } = body;
      return {
        federationSettingsId,
        org,
        orgOwnerId,
        key: apiKey && (await addKey(apiKey)),
        account: serviceAccount && (await addAccount(serviceAccount)),
      };
    },
    ({ org, orgOwnerId, key, account, federationSettingsId }, showing) => ({
      ...(key && { apiKey: showMadeKey(key, showing) }),
      ...(federationSettingsId !== undefined && { federationSettingsId }),
      orgOwnerId,
      organization: showOrg(org, showing),
      ...(account && { serviceAccount: showAccount(account) }),
      skipDefaultAlertsSettings: org.skipDefaultAlertsSettings,
    }),
  );

interface OrgMaking {
  readonly tx: Reads;
  readonly caller: Caller;
  readonly policy: Policy;
  readonly fault: FaultMaker<"NOT_ORG_OWNER" | "USER_UNAUTHORIZED">;
}

async function requireMaker({ tx, caller, policy, fault }: OrgMaking): Promise<void> {
  const isMember = caller.orgId !== null || (await tx.orgs.around(caller)).length > 0;
  if (!isIn(policy.createOrgs, isMember)) throw fault("USER_UNAUTHORIZED", {});
  if (caller.orgId !== null && !(await ownsOrg(tx, caller.orgId, caller.id))) {
    throw fault("NOT_ORG_OWNER", { orgId: caller.orgId });
  }
}

/**
 * Returns the owner if none is named: the atlas CLI sends none for a service account; an API key must name one, as documented.
 */
async function ownerUnnamed(tx: Reads, { kind, id, orgId }: Caller): Promise<{ id: string } | undefined> {
  if (kind === "USER") return { id };
  if (kind === "API_KEY" || orgId === null) return undefined;
  return tx.users.oldestWith(orgId, "ORG_OWNER");
}

/** Returns the person whose budget a new organization counts against. */
const founderFor = async (tx: Reads, { id, orgId }: Caller): Promise<string> =>
  orgId === null ? id : tx.orgs.founderOf(orgId);

async function isColleague(tx: Reads, caller: Caller, userId: string): Promise<boolean> {
  if ((await tx.users.find(userId)) === undefined) return false;
  if (userId === caller.id) return true;
  for (const { id } of await tx.orgs.around(caller)) if (await tx.users.isInOrg(userId, id)) return true;
  return false;
}

export const updateOrg = atlas("updateOrg", {
  errors: ["INVALID_ORG_NAME"],
}).handle(async ({ tx, org, body, fault, record }) => {
  const name = checkOrgName(body.name, fault);
  const skipDefaultAlertsSettings = body.skipDefaultAlertsSettings ?? org.skipDefaultAlertsSettings;
  const changed = { ...org, name, skipDefaultAlertsSettings };
  await tx.orgs.update(changed);
  if (name !== org.name) {
    const kept = { name: { before: org.name, after: name }, access: [] };
    await record("ORG_RENAMED", { orgId: org.id, kept });
  }
  if (skipDefaultAlertsSettings !== org.skipDefaultAlertsSettings) {
    await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
  }
  return changed;
}, showOrg);

export const updateOrgDelegationSettings = atlas("updateOrgDelegationSettings", {}).handle(
  async ({ tx, now, newId, org, body, record }) => {
    const before = await readDelegation(tx, org);
    const after = { ...before, ...body };
    if (JSON.stringify(after) !== JSON.stringify(before)) {
      writeSettings({ tx, now, newId }, { orgId: org.id }, "delegation", after);
      await record("ORG_DELEGATION_SETTINGS_UPDATED", { orgId: org.id });
    }
    return after;
  },
  (settings) => settings,
);

export const updateOrgMaintenanceSettings = atlas("updateOrgMaintenanceSettings", {}).handle(
  async ({ tx, now, newId, org, body, record }) => {
    const before = await readMode(tx, org);
    const { waveAssignmentMode = before } = body;
    if (waveAssignmentMode !== before) {
      writeSettings({ tx, now, newId }, { orgId: org.id }, "maintenance", { waveAssignmentMode });
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return waveAssignmentMode;
  },
  showMode,
);

export const updateOrgSettings = atlas("updateOrgSettings", {
  errors: ["BAD_REQUEST"],
}).handle(async ({ tx, now, newId, org, body, fault, record }) => {
  checkSettings(body, fault);
  const before = await readSettings(tx, org);
  const after = amendSettings(before, body);
  const { apiAccessListRequired, ...rest } = after;
  if (apiAccessListRequired !== org.apiAccessListRequired) {
    await tx.orgs.update({ ...org, apiAccessListRequired });
  }
  writeSettings({ tx, now, newId }, { orgId: org.id }, "settings", rest);
  for (const type of eventsOfChange(before, after)) await record(type, { orgId: org.id });
  return after;
}, showSettings);

export const deleteOrg = atlas("deleteOrg", {
  securityEvent: "organization-removal",
  errors: ["CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK", "ORG_NOT_EMPTY"],
}).handle(async ({ tx, org, fault }) => {
  if ((await tx.groups.countInOrg(org.id)) > 0) throw fault("ORG_NOT_EMPTY", { orgId: org.id });
  if ((await tx.documents.settingOfOrg(org.id, "linkToken")) !== undefined) {
    throw fault("CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK", {});
  }
  await tx.orgs.remove(org.id);
});

export const resetOrgMaintenanceSettings = atlas("resetOrgMaintenanceSettings", {}).handle(
  async ({ tx, org, record }) => {
    if ((await readMode(tx, org)) !== null) {
      tx.documents.removeOfOrg(org.id, "maintenance");
      await record("ORG_SETTINGS_UPDATED", { orgId: org.id });
    }
    return null;
  },
  showMode,
);
