// Hides organizations from a unit of work: those that require a second factor, from a sign-in without one.
import type { Caller } from "../domain/access.ts";
import { pageOf } from "../domain/page.ts";
import { demands, ruleIn } from "../domain/second-factor.ts";
import type { Reads, Writes } from "../store/store.ts";

/** Returns the organizations of a person that require a second factor. */
export async function orgsDemanding(tx: Reads, { id: personId }: Pick<Caller, "id">): Promise<string[]> {
  const found: string[] = [];
  for (const { orgId, settings } of await tx.orgs.settingsAround(personId)) {
    const rule = ruleIn(settings);
    if (rule !== "nobody" && demands(rule, await tx.orgs.rolesOf(orgId, personId))) found.push(orgId);
  }
  return found;
}

/** Replaces some functions of a facet. */
const over = <Facet extends object>(facet: Facet, functions: Partial<Facet>): Facet =>
  Object.create(facet, Object.getOwnPropertyDescriptors(functions));

/** A page that holds all projects and organizations a person can see. */
const everything = { pageNum: 1, itemsPerPage: 1_000_000, includeCount: false };

/** Returns the unit of work as if the person did not belong to these organizations. */
export function hideOrgs<Tx extends Reads | Writes>(
  tx: Tx,
  { id: personId }: Pick<Caller, "id">,
  orgIds: readonly string[],
): Tx {
  if (orgIds.length === 0) return tx;
  const { orgs, groups, grants, documents }: Reads = tx;
  const isOpen = (principalId: string, orgId: string) => principalId !== personId || !orgIds.includes(orgId);
  return over<Reads>(tx, {
    orgs: over(orgs, {
      around: async (caller) => (await orgs.around(caller)).filter(({ id }) => isOpen(caller.id, id)),
      rolesOf: async (orgId, principalId) =>
        isOpen(principalId, orgId) ? orgs.rolesOf(orgId, principalId) : [],
    }),
    groups: over(groups, {
      async enter(groupId, caller) {
        const entry = await groups.enter(groupId, caller);
        if (entry === undefined || isOpen(caller.id, entry.group.orgId)) return entry;
        return { ...entry, roles: [] };
      },
      async visible(whose, at) {
        const { results } = await groups.visible(whose, everything);
        const open = results.filter(({ orgId }) => isOpen(whose.principalId, orgId));
        return pageOf(open, at);
      },
    }),
    grants: over(grants, {
      of: async (principalId) =>
        (await grants.of(principalId)).filter(({ orgId }) => isOpen(principalId, orgId)),
    }),
    documents: over(documents, {
      visible: async (kind, principalId, now) =>
        (await documents.visible(kind, principalId, now)).filter(({ orgId }) => isOpen(principalId, orgId)),
    }),
  }) as Tx;
}
