// What neighbours of the access plane share: paths, tags, the slow-operation threshold, and empty pages.
import { writeSettings } from "../../changes/settings.ts";
import type { EnteredGroup } from "../../domain/group.ts";
import { neighbourSets, object, Page, type Reads } from "../declare.ts";

export const slowMsPath = "/api/atlas/v2/groups/{groupId}/managedSlowMs";

export const performanceAdvisor = {
  tag: "Performance Advisor",
  limit: neighbourSets.performanceAdvisor,
  neighbour: true,
} as const;

/** Paths that are not published; tools ask for plain JSON there. */
export const unlisted = {
  tag: "Private",
  limit: neighbourSets.unlisted,
  neighbour: true,
  without: ["envelope", "pretty"],
} as const;

/** Kept in the document of the project's settings, whose answers leave it out. */
interface SlowMsSetting {
  readonly isManagedSlowMsEnabled?: boolean;
}

/** Whether Atlas would choose the threshold of slow operations; it does in a new project. */
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

export const Nothing = (id: string) =>
  object(id, {}, { description: "Never answered: there are none here." });

export const NoPage = (item: string, id: string) => Page(Nothing(item), id);
