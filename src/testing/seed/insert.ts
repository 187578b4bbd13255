// Adds to an existing world: organizations and projects with the name of an existing one are that one.
import type { Reads } from "../../core/store/store.ts";
import type { SeedDocument, SeedGroup, SeedOrg } from "./document.ts";
import { type How, plant } from "./plant.ts";
import type { Planted } from "./planted.ts";
import { problem, type Target } from "./planting.ts";

/**
 * Plants everything or nothing, as for a seed. `known` of `how` are the credentials of the world, which lists may name again.
 */
export async function insert(
  document: SeedDocument,
  target: Target,
  how: Pick<How, "known" | "after">,
): Promise<Planted> {
  const orgs = await target.store.read(async (tx) => {
    const located: SeedOrg[] = [];
    for (const [index, org] of document.orgs.entries()) located.push(await locate(tx, org, `orgs.${index}`));
    return located;
  });
  return plant({ ...document, orgs }, target, { ...how, adds: true });
}

/** Adds the ids of existing things. */
async function locate(tx: Reads, org: SeedOrg, place: string): Promise<SeedOrg> {
  const [there, ...others] = org.id === undefined ? await tx.orgs.named(org.name) : [{ id: org.id }];
  if (there === undefined) return org;
  if (others.length > 0) {
    throw problem(
      `${place}.name`,
      `${others.length + 1} organizations are named "${org.name}"; give the id of one`,
    );
  }
  const groups: SeedGroup[] = [];
  for (const group of org.groups ?? []) {
    const known = group.id === undefined ? await tx.groups.named(there.id, group.name) : undefined;
    groups.push(known === undefined ? group : { ...group, id: known.id });
  }
  return { ...org, id: there.id, groups };
}
