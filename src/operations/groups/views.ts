// How a project looks, alone and in a list, and how its limits and settings do.
import type { Group } from "../../domain/group.ts";
import type { GroupLimit } from "../../domain/group-limit.ts";
import { type GroupSettings, groupSettingNames } from "../../domain/group-settings.ts";
import { type Showing, toTimestamp } from "../declare.ts";

const related = ["containers", "clusters", "databaseUsers", "peers", "processes", "whitelist"];

const show = (group: Group, links: { href: string; rel: string }[]) => ({
  clusterCount: 0,
  created: toTimestamp(group.createdAt),
  id: group.id,
  links,
  name: group.name,
  orgId: group.orgId,
  tags: group.tags.map(({ key, value }) => ({ key, value })),
  withDefaultAlertsSettings: group.withDefaultAlertsSettings,
});

const self = (group: Group, { origin }: Showing) => ({
  href: `${origin}/api/atlas/v2/groups/${group.id}`,
  rel: "self",
});

export const showGroup = (group: Group, showing: Showing) => {
  const own = self(group, showing);
  const others = related.map((name) => ({
    href: `${own.href}/${name}`,
    rel: `https://cloud.mongodb.com/${name}`,
  }));
  return show(group, [own, ...others]);
};

/** In lists a project links to itself only. */
export const showGroupInList = (group: Group, showing: Showing) => show(group, [self(group, showing)]);

/** A bug of real Atlas that a client may have come to expect: a doubled slash, an older API, and no id. */
export const misplaced = (_: unknown, { origin }: Showing) => ({ location: `${origin}//api/atlas/v1.0` });

export const showLimit = ({ currentUsage, defaultLimit, maximumLimit, name, value }: GroupLimit) => ({
  currentUsage,
  ...(defaultLimit !== undefined && { defaultLimit }),
  ...(maximumLimit !== undefined && { maximumLimit }),
  name,
  value,
});

/** Members in alphabetical order; what never was set and has no default is left out. */
export const showSettings = (settings: GroupSettings): GroupSettings =>
  Object.fromEntries(
    groupSettingNames.flatMap((name) => (settings[name] === undefined ? [] : [[name, settings[name]]])),
  );
