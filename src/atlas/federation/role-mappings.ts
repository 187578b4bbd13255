// Adds, replaces and removes role mappings of an organization, alone or as a whole list, each with its event.

import { type Changing, checkRoles, type Giving, type Recording } from "../../core/changes/changing.ts";
import type { FaultMaker } from "../../core/contract/errors.ts";
import type { Org } from "../../core/domain/org.ts";
import { withoutRepeats } from "../../core/domain/repeats.ts";
import type { Reads } from "../../core/store/store.ts";
import { addPart, type Connection, type Mapping, mappingsOf, replacePart } from "./federations.ts";
import { chooseMapping, type mappingErrors, type RoleMapping, type SentMapping } from "./rules/federation.ts";

type Assigning = Recording & Giving;

/**
 * Checks a mapping like a grant of all its roles: making owners gives lasting access, and a mapping that replaces another may
 * make other people owners, or in another place.
 */
const checkGrant = (giving: Assigning, scopeId: string, { roleAssignments }: RoleMapping): void =>
  checkRoles(giving, { scopeId, after: roleAssignments.map(({ role }) => role) });

/** Returns the scope that must contain the projects of a mapping. */
export const mappingPlace = async (tx: Reads, { id: orgId }: Pick<Org, "id">) => ({
  orgId,
  groupIds: (await tx.groups.inOrg(orgId)).map(({ id }) => id),
});

export async function addMapping(
  changing: Changing,
  { federationId, orgId }: Connection,
  document: RoleMapping,
  id?: string,
): Promise<Mapping> {
  checkGrant(changing, orgId, document);
  const mapping = addPart(changing, "roleMapping", { federationId, orgId, id }, document);
  await changing.record("ROLE_MAPPING_CREATED", { orgId });
  return mapping;
}

export async function replaceMapping(
  changing: Assigning,
  before: Mapping,
  document: RoleMapping,
): Promise<Mapping> {
  const { orgId } = before;
  checkGrant(changing, orgId ?? "", document);
  await changing.record("ROLE_MAPPING_UPDATED", orgId === null ? {} : { orgId });
  return replacePart(changing, before, document);
}

export async function removeMapping({ tx, record }: Recording, { id, orgId }: Mapping): Promise<void> {
  tx.documents.remove(id);
  await record("ROLE_MAPPING_DELETED", orgId === null ? {} : { orgId });
}

/** Replaces all mappings of an organization by a list. A mapping of the same group keeps its id. */
export async function setMappings(
  changing: Changing & { readonly fault: FaultMaker<(typeof mappingErrors)[number]> },
  connection: Connection,
  sent: readonly SentMapping[],
): Promise<void> {
  const left = await mappingsOf(changing, connection.orgId);
  const place = await mappingPlace(changing.tx, { id: connection.orgId });
  const documents = sent.map((each, index) =>
    chooseMapping(each, { ...place, at: `roleMappings.${index}.` }, changing.fault),
  );
  for (const document of withoutRepeats(documents)) {
    const known = left.findIndex((other) => other.document.externalGroupName === document.externalGroupName);
    const [before] = known < 0 ? [] : left.splice(known, 1);
    if (before === undefined) {
      await addMapping(changing, connection, document);
    } else if (JSON.stringify(before.document) !== JSON.stringify(document)) {
      await replaceMapping(changing, before, document);
    }
  }
  for (const mapping of left) await removeMapping(changing, mapping);
}
