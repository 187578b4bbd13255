// Finds the names of where a page is, to be shown beside it.
import type { Calls } from "./client.ts";
import type { Places } from "./page.ts";
import { unlessRefused } from "./refusals.ts";

type Place = NonNullable<Places["org"]>;
type Asking = Pick<Calls, "api">;

/**
 * A project with its organization, or an organization alone. Who belongs to a project only cannot read its organization, which
 * is left out then. Rejects with the refusal of who may not be there at all.
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
