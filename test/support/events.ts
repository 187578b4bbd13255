// Events that tests of the feeds look for.
import { now, type Stage } from "./stage.ts";
import { teamPath } from "./teams.ts";
import { ids, keys } from "./world.ts";

/** Renames the seeded team, then assigns it, a day later: an event without a project, and one with. */
export async function causeEvents(stage: Stage): Promise<void> {
  await stage.ask("owner", { method: "PATCH", path: teamPath, body: { name: "ops" } });
  stage.clock.set({ advance: "P1D" });
  await stage.ask("owner", {
    method: "POST",
    path: `/api/atlas/v2/groups/${ids.group}/teams`,
    body: [{ teamId: ids.team, roleNames: ["GROUP_OWNER"] }],
  });
}

/** Ids of the events of a type, oldest first. */
export const eventIds = (stage: Stage, type: string): string[] =>
  stage
    .rows(`select id from events where type = '${type}' order by rowid`)
    .map((row) => (row as { id: string }).id);

export const dayLater = "2026-08-11T03:04:53Z";

const actor = (stage: Stage) => ({
  apiKeyId: (
    stage.rows(`select id from api_keys where public_key = '${keys.owner.publicKey}'`)[0] as {
      id: string;
    }
  ).id,
});

/** The renaming as answers show it; as recorded, its link leads to a project called null. */
export function shownRenaming(stage: Stage) {
  const [id = ""] = eventIds(stage, "TEAM_NAME_CHANGED");
  return {
    ...actor(stage),
    created: now,
    eventTypeName: "TEAM_NAME_CHANGED",
    id,
    isGlobalAdmin: false,
    links: [{ href: `${stage.url}/api/atlas/v2/groups/null/events/${id}`, rel: "self" }],
    orgId: ids.org,
    publicKey: keys.owner.publicKey,
    remoteAddress: "127.0.0.1",
    teamId: ids.team,
  };
}

/** The assignment as answers show it. */
export function shownAssignment(stage: Stage) {
  const [id = ""] = eventIds(stage, "TEAM_ADDED_TO_GROUP");
  return {
    ...actor(stage),
    created: dayLater,
    eventTypeName: "TEAM_ADDED_TO_GROUP",
    groupId: ids.group,
    id,
    isGlobalAdmin: false,
    links: [{ href: `${stage.url}/api/atlas/v2/groups/${ids.group}/events/${id}`, rel: "self" }],
    orgId: ids.org,
    publicKey: keys.owner.publicKey,
    remoteAddress: "127.0.0.1",
    teamId: ids.team,
  };
}
