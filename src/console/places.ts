// Reads the organization and the project of a page, for the navigation beside it.
import { mayIn } from "./kit/may.ts";
import type { Places, Visit } from "./page.ts";
import { unlessRefused } from "./refusals.ts";

type Place = NonNullable<Places["org"]>;
type Asking = Pick<Visit, "api" | "perform">;

/**
 * A project with its organization, or an organization alone. The organization is left out for people who belong to the project
 * only and cannot read it. Rejects with a refusal where the visitor may see neither.
 */
export async function placesOf(visit: Asking, at: { orgId: string }): Promise<{ org: Place }>;
export async function placesOf(
  visit: Asking,
  at: { groupId: string },
): Promise<{ group: Place; org?: Place }>;
export async function placesOf(visit: Asking, at: { orgId: string } | { groupId: string }) {
  if ("orgId" in at) return { org: await orgOf(visit, at.orgId) };
  const { name, orgId } = await visit.api("getGroup", { groupId: at.groupId });
  const group = { id: at.groupId, name, may: await mayIn(visit, at) };
  const org = await orgOf(visit, orgId).catch(unlessRefused("USER_CANNOT_ACCESS_ORG", "USER_UNAUTHORIZED"));
  return { group, ...(org !== undefined && { org }) };
}

async function orgOf(visit: Asking, orgId: string): Promise<Place> {
  const { name } = await visit.api("getOrg", { orgId });
  return { id: orgId, name, may: await mayIn(visit, { orgId }) };
}
