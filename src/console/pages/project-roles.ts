// The roles in projects, with the name of each project.
import { inOrder, type RoleName } from "../../core/contract/roles.ts";
import { grouped } from "../../core/domain/grouped.ts";
import type { Visit } from "../page.ts";
import type { Words } from "../words/words.ts";

export interface ProjectRoles {
  readonly groupId: string;
  /** The name; null if the visitor may not see the project. */
  readonly groupName: string | null;
  readonly roles: readonly string[];
}

/** Reads the names of the projects of the organization that the visitor can see. */
export async function groupNames(
  { api }: Pick<Visit, "api">,
  orgId: string,
): Promise<ReadonlyMap<string, string>> {
  const { results = [] } = await api("getOrgGroups", { orgId, itemsPerPage: 500 });
  return new Map(results.map(({ id = "", name }) => [id, name]));
}

/** Reads the project roles of teams, API keys and service accounts, by the names that access reviews give these holders. */
export const projectRolesIn = async ({ perform }: Pick<Visit, "perform">, orgId: string) =>
  grouped(await perform("listOrgProjectRoles", { orgId }), ({ who }) => who);

/** Returns a text for each role, in the order of the role table: `Project Owner in payments and billing`. */
export function textsOf({ role, lists }: Words, held: readonly ProjectRoles[]): string[] {
  const roles = inOrder(new Set(held.flatMap((each) => each.roles as readonly RoleName[])));
  return roles.map((each) => {
    const names = held
      .filter((one) => one.roles.includes(each))
      .map(({ groupId, groupName }) => groupName ?? groupId)
      .sort((a, b) => a.localeCompare(b));
    return lists.roleIn(role(each), lists.several(names, names.length));
  });
}
