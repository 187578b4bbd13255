// The shared parts of neighbours of the access plane: paths, tags, the slow-operation threshold, and empty pages.
import { writeSettings } from "../../core/changes/settings.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import { neighbourSets, type Reads } from "../../core/operations/declare.ts";

/** The versions of unpublished paths; tools ask for plain JSON there. */
export const unlisted = {
  tag: "Private",
  limit: neighbourSets.unlisted,
  neighbour: true,
  without: ["envelope", "pretty"],
} as const;

/** The setting that is stored with the project's settings, whose answers leave it out. */
interface SlowMsSetting {
  readonly isManagedSlowMsEnabled?: boolean;
}

/** Reports whether Atlas chooses the threshold of slow operations, as it does in a new project. */
export async function readSlowMs(tx: Reads, group: EnteredGroup): Promise<boolean> {
  const kept: SlowMsSetting | undefined = await tx.documents.settingOfGroup(group.id, "settings");
  return kept?.isManagedSlowMsEnabled ?? true;
}

export async function writeSlowMs(
  changing: Parameters<typeof writeSettings>[0],
  group: EnteredGroup,
  isManagedSlowMsEnabled: boolean,
) {
  const kept = await changing.tx.documents.settingOfGroup(group.id, "settings");
  writeSettings(changing, { groupId: group.id }, "settings", { ...kept, isManagedSlowMsEnabled });
}
