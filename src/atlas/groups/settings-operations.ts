// Operations on settings and limits of a project.

import { writeSettings } from "../../core/changes/settings.ts";
import { allProviderNames, sizes, tenantSizes } from "../../core/contract/cluster-hardware.ts";
import {
  checkLimit,
  eventOfClearing,
  eventOfSetting,
  type GroupLimitDefault,
  groupLimitDefaults,
} from "../../core/domain/group-limit.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { pageOf, showPageOf } from "../../core/operations/declare.ts";
import { defaultMajorVersion, majorVersions } from "../clusters/rules/cluster.ts";
import { findLimit, misplaced, readLimits, readSettings, showLimit, showSettings } from "./common.ts";
import { eventsOfSettings } from "./rules/group-settings.ts";

const showDefault = ({ constant: _, ...shown }: GroupLimitDefault) => shown;

export const listDefaultGroupLimits = atlas("listDefaultGroupLimits", {}).handle(
  async ({ query }) => pageOf(groupLimitDefaults, { ...query, includeCount: true }),
  showPageOf(showDefault),
);

// The path takes the names of the table alone.
export const getDefaultGroupLimit = atlas("getDefaultGroupLimit", {}).handle(
  async ({ params: { limitName } }) =>
    groupLimitDefaults.find(({ constant }) => constant === limitName) as GroupLimitDefault,
  showDefault,
);

export const listGroupLimits = atlas("listGroupLimits", {}).handle(
  ({ tx, group }) => readLimits(tx, group),
  (limits) => limits.map(showLimit),
);

export const getGroupIpAddresses = atlas("getGroupIpAddresses", {}).handle(
  async ({ group }) => group,
  ({ id }) => ({ groupId: id, services: { clusters: [] } }),
);

export const getGroupLimit = atlas("getGroupLimit", {
  errors: ["RESOURCE_NOT_FOUND"],
}).handle(
  ({ tx, group, params, fault }) => findLimit(tx, { group, name: params.limitName }, fault),
  showLimit,
);

const sizesAt = { ...sizes, TENANT: [...tenantSizes.keys()] };

const available = allProviderNames.flatMap((cloudProvider) =>
  sizesAt[cloudProvider].flatMap((instanceSize) =>
    majorVersions.map((version) => ({
      cloudProvider,
      defaultStatus: version === defaultMajorVersion ? ("DEFAULT" as const) : ("NOT_DEFAULT" as const),
      instanceSize,
      version,
    })),
  ),
);

export const getGroupMongoDbVersions = atlas("getGroupMongoDbVersions", {}).handle(
  async ({ query: { itemsPerPage, pageNum, cloudProvider, instanceSize, defaultStatus } }) => {
    const wanted = available.filter(
      (each) =>
        (cloudProvider ?? each.cloudProvider) === each.cloudProvider &&
        (instanceSize ?? each.instanceSize) === each.instanceSize &&
        (defaultStatus ?? each.defaultStatus) === each.defaultStatus,
    );
    return pageOf(wanted, { includeCount: true, itemsPerPage, pageNum });
  },
  showPageOf(({ version, ...each }) => ({ ...each, links: [], version })),
);

export const getGroupSettings = atlas("getGroupSettings", {}).handle(
  ({ tx, group }) => readSettings(tx, group),
  showSettings,
  misplaced,
);

export const setGroupLimit = atlas("setGroupLimit", {
  locks: "group",
  errors: ["BAD_REQUEST", "RESOURCE_NOT_FOUND"],
}).handle(async ({ tx, group, params, body, fault, record }) => {
  const name = params.limitName;
  checkLimit(name, body.value, fault);
  const before = (await tx.groupLimits.set(group.id)).get(name);
  await tx.groupLimits.write(group.id, name, body.value);
  if (body.value !== before) {
    await record(eventOfSetting(name), { orgId: group.orgId, groupId: group.id });
  }
  return findLimit(tx, { group, name }, fault);
}, showLimit);

export const updateGroupSettings = atlas("updateGroupSettings", {
  locks: "group",
}).handle(
  async ({ tx, now, newId, group, body, record }) => {
    const before = await readSettings(tx, group);
    const after = { ...before, ...body };
    writeSettings({ tx, now, newId }, { groupId: group.id }, "settings", after);
    for (const type of eventsOfSettings(before, after)) {
      await record(type, { orgId: group.orgId, groupId: group.id });
    }
    return after;
  },
  showSettings,
  misplaced,
);

export const deleteGroupLimit = atlas("deleteGroupLimit", {
  locks: "group",
}).handle(async ({ tx, group, params, record }) => {
  if (!(await tx.groupLimits.clear(group.id, params.limitName))) return;
  await record(eventOfClearing(params.limitName), { orgId: group.orgId, groupId: group.id });
});
