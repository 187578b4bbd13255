// Settings of which a project or an organization has one each, as they are read: a seed leaves out what is as in a new one.

import { defaultGroupSettings } from "../../atlas/groups/rules/group-settings.ts";
import { noAuditLog, noWindow } from "../../atlas/project-settings/rules/settings.ts";
import { fit, formOf } from "./form.ts";
import type { GroupKinds, OrgKinds, Reading } from "./kinds.ts";

const settings = { defaults: { ...defaultGroupSettings, isManagedSlowMsEnabled: true } };

/** Reads the settings, and the one that has a path of its own. */
async function readSettings({ reader, client, params, prefix }: Reading): Promise<unknown> {
  const { groupId = "" } = params;
  const part = `${prefix}settings`;
  const shown = await reader.one(part, () => client.getGroupSettings({ groupId }));
  const isManagedSlowMsEnabled = await reader.one(`${part}.slowMs`, () =>
    client.getGroupManagedSlowMs({ groupId }),
  );
  return fit(formOf(["SeedGroup", "settings"]), { ...shown, isManagedSlowMsEnabled }, settings);
}

const off = { defaults: { enabled: false } };

export const plainSettings = {
  limits: {
    list: "listGroupLimits",
    order: ["name", "value"],
    /** Keeps limits that were set. */
    keep: (limit: { readonly value?: number; readonly defaultLimit?: number }, fitted) =>
      limit.value === limit.defaultLimit ? null : fitted(limit),
    ignored: ["name"],
  },
  settings: { ...settings, read: readSettings },
  maintenanceWindow: { defaults: { ...noWindow } },
  auditLog: { defaults: { ...noAuditLog } },
  awsCustomDNS: off,
  privateEndpointRegionalMode: off,
  pushBasedLogExport: {},
  standbyLinks: {
    keep: ({ standbyLinkId: id, ...link }: { readonly standbyLinkId: string }, fitted) =>
      fitted({ ...link, id }),
    key: ({ id = "" }) => id,
    name: ({ activeClusterUniqueId, standbyClusterUniqueId }) =>
      `${activeClusterUniqueId} ${standbyClusterUniqueId}`,
    ignored: ["id"],
  },
  privateIpMode: off,
} satisfies GroupKinds;

export const plainSettingsOfOrg = {
  sandboxConfigs: { order: ["id"], name: () => "of the organization", ignored: ["id"] },
} satisfies OrgKinds;
