// Reads the names of the organization and the project of a page, for the navigation beside it.
import type { Calls } from "./client.ts";
import type { Places } from "./page.ts";
import { unlessRefused } from "./refusals.ts";

type Place = NonNullable<Places["org"]>;
type Asking = Pick<Calls, "api">;

/**
 * A project with its organization, or an organization alone. The organization is left out for people who belong to the project
 * only and cannot read it. Rejects with a refusal where the visitor may see neither.
 */
export async function placesOf(visit: Asking, at: { orgId: string }): Promise<{ org: Place }>;
export async function placesOf(
  visit: Asking,
  at: { groupId: string },
): Promise<{ group: Place; org?: Place }>;
export async function placesOf({ api }: Asking, at: { orgId: string } | { groupId: string }) {
  if ("orgId" in at) {
    const { name } = await api("getOrg", { orgId: at.orgId });
    return { org: { id: at.orgId, name } };
  }
  const { name, orgId } = await api("getGroup", { groupId: at.groupId });
  const org = await api("getOrg", { orgId }).catch(
    unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"),
  );
  return {
    group: { id: at.groupId, name },
    ...(org !== undefined && { org: { id: orgId, name: org.name } }),
  };
}
