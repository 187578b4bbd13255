// What the operations of a project's settings have in common: how settings are read and shown.
import type { EnteredGroup } from "../../domain/group.ts";
import { defaultGroupSettings, type GroupSettings, groupSettingNames } from "../../domain/group-settings.ts";
import type { Reads } from "../../store/store.ts";

/** What was set, over what holds unless it was. */
export async function readSettings(tx: Reads, group: EnteredGroup): Promise<GroupSettings> {
  return { ...defaultGroupSettings, ...(await tx.groups.document(group.id, "settings")) };
}

/** Members in alphabetical order; what never was set and has no default is left out. */
export const showSettings = (settings: GroupSettings): GroupSettings =>
  Object.fromEntries(
    groupSettingNames.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  );
