// What of Terraform's provider ends on 1 July 2027, by type: found by planning every data source and resource of the access plane with
// the clock at the day after. A type is named as in a plan: `data.` before it says that it is a data source.
import { lastDay } from "./endings.ts";

export interface TerraformEnding {
  readonly todo: string;
  /** The part of the provider's migration guide that has it. */
  readonly guide: string;
  /** Nothing takes its place: only a provider that asks for the newer version will read it. */
  readonly needsNewerProvider: boolean;
}

const guide =
  "https://registry.terraform.io/providers/mongodb/mongodbatlas/latest/docs/guides/atlas-user-management";
const written = "`anteroom convert-invites --terraform --state FILE` writes the blocks";

const row = (todo: string, part: string, needsNewerProvider = false): TerraformEnding => ({
  todo,
  guide: `${guide}#${part}`,
  needsNewerProvider,
});
const parts = {
  org: "org-invitation-to-cloud-user-org-assignment",
  group: "project-invitation-to-cloud-user-project-assignment",
  team: "team-usernames-to-cloud-user-team-assignment",
  users: "atlas-userusers-data-sources",
};

const endings: Readonly<Record<string, TerraformEnding>> = {
  mongodbatlas_org_invitation: row(
    `Replace it by mongodbatlas_cloud_user_org_assignment, and take it out of the state with a removed block: destroying it withdraws the invitation; ${written}.`,
    parts.org,
  ),
  mongodbatlas_project_invitation: row(
    `Replace it by mongodbatlas_cloud_user_project_assignment, and let it be destroyed: that withdraws the older invitation; ${written}.`,
    parts.group,
  ),
  mongodbatlas_team: row(
    "Only a newer provider helps. Move its usernames to mongodbatlas_cloud_user_team_assignment; until there is such a provider, plan with -refresh=false from that day on.",
    parts.team,
    true,
  ),
  "data.mongodbatlas_atlas_user": row(
    "Read data.mongodbatlas_cloud_user_org_assignment, with org_id.",
    parts.users,
  ),
  "data.mongodbatlas_atlas_users": row(
    "Read the attribute users of data.mongodbatlas_organization or data.mongodbatlas_project; of a team, those users of the organization whose team_ids have its id.",
    parts.users,
  ),
  "data.mongodbatlas_org_invitation": row("Read data.mongodbatlas_cloud_user_org_assignment.", parts.org),
  "data.mongodbatlas_project_invitation": row(
    "Read data.mongodbatlas_cloud_user_project_assignment, once the invitation has moved.",
    parts.group,
  ),
  "data.mongodbatlas_team": row(
    "Only a newer provider helps. Until there is one, write the team's id down, and read its people from data.mongodbatlas_organization: its users whose team_ids have the id.",
    parts.users,
    true,
  ),
};

export const endingTypes = Object.keys(endings);

/** Says in a comment that a type ends and what to do; empty for one that stays. */
export function endingNote(type: string): string {
  const ending = endings[type];
  if (ending === undefined) return "";
  return `# ${type} ends on ${lastDay}. ${ending.todo}\n# ${ending.guide}`;
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
const unknownType: TerraformEnding = {
  todo: "The provider of August 2026 calls nothing that ends for it: take a newer one.",
  guide,
  needsNewerProvider: true,
};

interface Seen {
  readonly type: string;
  readonly count: number;
  readonly gone: number;
}

export function endingTypesOf(calls: readonly Seen[], places: readonly Place[] = []): EndingType[] {
  const ending = places.filter(({ type }) => type in endings);
  const types = new Set([...calls, ...ending].map(({ type }) => type));
  return [...types].sort().map((type) => {
    const of = calls.filter((each) => each.type === type);
    const sum = (name: "count" | "gone") => of.reduce((all, each) => all + each[name], 0);
    const seen = ending.filter((each) => each.type === type).map(({ type: _, ...place }) => place);
    return { type, ...(endings[type] ?? unknownType), calls: sum("count"), gone: sum("gone"), places: seen };
  });
}
