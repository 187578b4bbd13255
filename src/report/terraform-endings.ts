// Types of Terraform's provider that end: every type whose calls are for a version that ends, by the provider's source, and held to what
// it did with the clock at the day after. A type is named as in a plan: `data.` before it says that it is a data source.
import { lastDay } from "./endings.ts";

export interface TerraformEnding {
  /** The first day on which it fails; null where Atlas has already removed what it calls and names no day. */
  readonly sunset: string | null;
  readonly todo: string;
  /** The part of the provider's migration guide that has it. */
  readonly guide: string;
  /** Nothing takes its place: only a provider that asks for the newer version will read it. */
  readonly needsNewerProvider: boolean;
}

const guides = "https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs/guides/";
const ofUsers = `${guides}atlas-user-management`;
const ofClusters = `${guides}cluster-to-advanced-cluster-migration-guide`;
const ofLogs = `${guides}push-based-log-export-to-log-integration-migration-guide`;
const ofServerless = `${guides}serverless-shared-migration-guide`;
const written = "`anteroom convert-invites --terraform --state FILE` writes the blocks";

type Rest = Partial<Pick<TerraformEnding, "sunset" | "needsNewerProvider">>;

const row = (todo: string, guide: string, rest: Rest = {}): TerraformEnding => ({
  sunset: lastDay,
  todo,
  guide,
  needsNewerProvider: false,
  ...rest,
});
const parts = {
  org: `${ofUsers}#org-invitation-to-cloud-user-org-assignment`,
  group: `${ofUsers}#project-invitation-to-cloud-user-project-assignment`,
  team: `${ofUsers}#team-usernames-to-cloud-user-team-assignment`,
  users: `${ofUsers}#atlas-userusers-data-sources`,
};

const logs = { sunset: "2027-02-04" };
const serverless = { sunset: "2026-01-22" };
const gone = { sunset: null };

const endings: Readonly<Record<string, TerraformEnding>> = {
  mongodbatlas_cluster: row(
    "Replace it by mongodbatlas_advanced_cluster, with a moved block: the cluster itself is not touched.",
    ofClusters,
  ),
  mongodbatlas_org_invitation: row(
    `Replace it by mongodbatlas_cloud_user_org_assignment, and take it out of the state with a removed block: destroying it withdraws the invitation; ${written}.`,
    parts.org,
  ),
  mongodbatlas_project_invitation: row(
    `Replace it by mongodbatlas_cloud_user_project_assignment, and let it be destroyed: that withdraws the older invitation; ${written}.`,
    parts.group,
  ),
  mongodbatlas_push_based_log_export: row("Replace it by mongodbatlas_log_integration.", ofLogs, logs),
  mongodbatlas_serverless_instance: row(
    "Serverless instances have become Flex clusters: import it as mongodbatlas_flex_cluster.",
    ofServerless,
    serverless,
  ),
  mongodbatlas_team: row(
    "Only a newer provider helps. Move its usernames to mongodbatlas_cloud_user_team_assignment; until there is such a provider, plan with -refresh=false from that day on.",
    parts.team,
    { needsNewerProvider: true },
  ),
  "data.mongodbatlas_atlas_user": row(
    "Read data.mongodbatlas_cloud_user_org_assignment, with org_id.",
    parts.users,
  ),
  "data.mongodbatlas_atlas_users": row(
    "Read the attribute users of data.mongodbatlas_organization or data.mongodbatlas_project; of a team, those users of the organization whose team_ids have its id.",
    parts.users,
  ),
  "data.mongodbatlas_cluster": row("Read data.mongodbatlas_advanced_cluster.", ofClusters),
  "data.mongodbatlas_clusters": row("Read data.mongodbatlas_advanced_clusters.", ofClusters),
  "data.mongodbatlas_org_invitation": row("Read data.mongodbatlas_cloud_user_org_assignment.", parts.org),
  "data.mongodbatlas_project_invitation": row(
    "Read data.mongodbatlas_cloud_user_project_assignment, once the invitation has moved.",
    parts.group,
  ),
  "data.mongodbatlas_push_based_log_export": row("Read data.mongodbatlas_log_integrations.", ofLogs, logs),
  "data.mongodbatlas_serverless_instance": row(
    "Read data.mongodbatlas_flex_cluster.",
    ofServerless,
    serverless,
  ),
  "data.mongodbatlas_serverless_instances": row("Read data.mongodbatlas_flex_clusters.", ofServerless, {
    sunset: "2027-01-18",
  }),
  "data.mongodbatlas_shared_tier_restore_job": row(
    "Read data.mongodbatlas_flex_restore_job.",
    ofServerless,
    gone,
  ),
  "data.mongodbatlas_shared_tier_restore_jobs": row(
    "Read data.mongodbatlas_flex_restore_jobs.",
    ofServerless,
    gone,
  ),
  "data.mongodbatlas_shared_tier_snapshot": row("Read data.mongodbatlas_flex_snapshot.", ofServerless, gone),
  "data.mongodbatlas_shared_tier_snapshots": row(
    "Read data.mongodbatlas_flex_snapshots.",
    ofServerless,
    gone,
  ),
  "data.mongodbatlas_team": row(
    "Only a newer provider helps. Until there is one, write the team's id down, and read its people from data.mongodbatlas_organization: its users whose team_ids have the id.",
    parts.users,
    { needsNewerProvider: true },
  ),
};

export const endingTypes = Object.keys(endings);

/** Says in words when it ends: `ends on 2027-07-01`. */
export const endOf = ({ sunset }: Pick<TerraformEnding, "sunset">): string =>
  sunset === null ? "has ended: Atlas has removed what it calls" : `ends on ${sunset}`;

/** Says in a comment that a type ends and what to do; empty for one that stays. */
export function endingNote(type: string): string {
  const ending = endings[type];
  if (ending === undefined) return "";
  return `# ${type} ${endOf(ending)}. ${ending.todo}\n# ${ending.guide}`;
}

/** A block of a configuration, or an object of a state. */
export interface Place {
  /** Such as `module.people.data.mongodbatlas_atlas_user.ada`. */
  readonly address: string;
  readonly type: string;
  readonly file: string;
  /** Null in a state. */
  readonly line: number | null;
}

/** One type that ends: what to do, and where it was seen. */
export interface EndingType extends TerraformEnding {
  readonly type: string;
  readonly calls: number;
  /** Those of the calls that were answered 410. */
  readonly gone: number;
  readonly places: readonly Omit<Place, "type">[];
}

/** Older providers call more of what ends. */
const unknownType = row(
  "The provider of August 2026 calls nothing that ends for it, by its source: take that or a newer one.",
  guides.replace("guides/", ""),
  { needsNewerProvider: true },
);

interface Seen {
  readonly type: string;
  readonly count: number;
  readonly gone: number;
  /** The sunset of the version that was called. */
  readonly sunset?: string | undefined;
}

export function endingTypesOf(calls: readonly Seen[], places: readonly Place[] = []): EndingType[] {
  const found = places.filter(({ type }) => type in endings);
  const types = new Set([...calls, ...found].map(({ type }) => type));
  return [...types].sort().map((type) => {
    const of = calls.filter((each) => each.type === type);
    const sum = (name: "count" | "gone") => of.reduce((all, each) => all + each[name], 0);
    const seen = found.filter((each) => each.type === type).map(({ type: _, ...place }) => place);
    const [sunset = null] = of.flatMap((each) => each.sunset ?? []).sort();
    const ending = endings[type] ?? { ...unknownType, sunset };
    return { type, ...ending, calls: sum("count"), gone: sum("gone"), places: seen };
  });
}
