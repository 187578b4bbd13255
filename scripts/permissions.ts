// Writes docs/permissions.md from the table of operations: node --import tsx scripts/permissions.ts
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { roleTitles } from "../src/contract/role-titles-en.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../src/contract/roles.ts";
import { effectiveRoles } from "../src/domain/access.ts";
import { type OperationId, operations } from "../src/operations/index.ts";
import type { Operation } from "../src/operations/operation.ts";

const target = fileURLToPath(new URL("../docs/permissions.md", import.meta.url));

const accountElsewhere = "and what the account holds elsewhere";

/** Operations whose handler asks for more than their door does. A test tries every role on every operation. */
const asksMore: Partial<Record<OperationId, { role: RoleName; note?: string }>> = {
  createGroupServiceAccountAccessList: { role: "GROUP_ACCESS_MANAGER", note: accountElsewhere },
  createGroupServiceAccountSecret: { role: "GROUP_OWNER", note: accountElsewhere },
  deleteGroupServiceAccountAccessListEntry: { role: "GROUP_ACCESS_MANAGER", note: accountElsewhere },
  deleteGroupServiceAccountSecret: { role: "GROUP_OWNER", note: accountElsewhere },
  updateGroupApiKeyRoles: {
    role: "GROUP_ACCESS_MANAGER",
    note: "and for another description what the key holds elsewhere",
  },
  updateGroupServiceAccount: {
    role: "GROUP_OWNER",
    note: "and for another name or description what the account holds elsewhere",
  },
  createGroup: { role: "ORG_GROUP_CREATOR" },
  createOrg: { role: "ORG_OWNER" },
  createOrgApiKeyAccessListEntry: { role: "ORG_OWNER", note: "or the key itself" },
  createUser: { role: "ORG_OWNER", note: "or Project Owner where only roles in projects are named" },
  deleteOrgApiKeyAccessListEntry: { role: "ORG_OWNER", note: "or the key itself" },
  getGroupByName: { role: "GROUP_READ_ONLY" },
  listRateLimits: { role: "GROUP_READ_ONLY", note: "where a project is named" },
  migrateGroup: { role: "ORG_OWNER", note: "of both organizations" },
};

const roles: readonly RoleName[] = [...orgRoleNames, ...groupRoleNames];

function minimumOf(id: OperationId): RoleName | undefined {
  const { door } = operations[id];
  return asksMore[id]?.role ?? ("role" in door ? door.role : undefined);
}

/** A project role is held by one who belongs to the organization, at least as Organization Member. */
const heldWith = (role: RoleName): RoleName[] => (role.startsWith("GROUP_") ? ["ORG_MEMBER", role] : [role]);

/** The roles with which a caller passes, in the order of the table of roles. */
export function passing(id: OperationId): RoleName[] {
  const minimum = minimumOf(id);
  return roles.filter((role) => minimum === undefined || effectiveRoles(heldWith(role)).has(minimum));
}

function renderMinimum(id: OperationId): string {
  const minimum = minimumOf(id);
  if (minimum === undefined)
    return operations[id].door.kind === "open" ? "nobody need be known" : "any caller";
  const note = asksMore[id]?.note;
  return note === undefined ? roleTitles[minimum] : `${roleTitles[minimum]}, ${note}`;
}

const count = groupRoleNames.length;

function renderPassing(id: OperationId): string {
  const passed = passing(id);
  if (passed.length === roles.length) return "all";
  const inGroup = passed.filter((role) => role.startsWith("GROUP_"));
  const named =
    inGroup.length === count ? [`all ${count} project roles`] : inGroup.map((role) => `\`${role}\``);
  const inOrg = passed.filter((role) => role.startsWith("ORG_")).map((role) => `\`${role}\``);
  return [...inOrg, ...named].join(", ");
}

const isNeighbourly = (id: OperationId): boolean => (operations[id] as Operation).neighbour === true;

export function renderPermissions(): string {
  const ids = Object.keys(operations) as OperationId[];
  const tags = [...new Set(ids.map((id) => operations[id].tag))].sort();
  const sections = tags.map((tag) => {
    const rows = ids
      .filter((id) => operations[id].tag === tag)
      .map((id) => `| ${id} | ${renderMinimum(id)} | ${renderPassing(id)} |`);
    const isNeighbour = ids.some((id) => operations[id].tag === tag && isNeighbourly(id));
    return `## ${tag}${isNeighbour ? ": neighbours" : ""}\n\n| Operation | Least role | Roles that pass |\n|---|---|---|\n${rows.join("\n")}\n`;
  });
  return `# Permissions

Written by \`scripts/permissions.ts\` from the table of operations; \`test/callers.test.ts\` compares it, and tries every
role on every operation. Roles are those of the organization and of the project that the path names. Whoever holds a
role in a project belongs to its organization as well, and so passes where Organization Member is enough.

A role in a project reaches a credential of the organization within the project only. Its secrets, its access list, its name
and its description count wherever the credential holds roles; so who changes them through a project must hold, in the
organization and in its other projects, whatever the credential holds there. Organization Member does not count: every
credential is that.

## Roles above one's own

Where a server is strict (\`--strict-roles\`, the default of \`anteroom serve\`), nobody gives a role above their own in the
same organization or project, nor invites to one, nor takes one: it is refused with 403 \`ROLE_ABOVE_OWN\`. A role is above
others if it lets its holder do something here that they do not. So Project Owner is above Project Access Manager; all other
project roles let their holders read here, and an access manager gives them to people, teams and keys. A role that the
request leaves as it is does not matter: an access manager may change what else an owner holds. A credential's secrets, access
list, name and description are changed through a project by nobody below the roles that it holds there: an access manager who
changed the list of an owner's service account could lock it out. Also, only a Project Owner brings an API key of the
organization into the project then. The console offers only what is not above the visitor's roles, and shows what is as it
stands. \`anteroom dev\` is not strict: it takes what Atlas's documents say
([fidelity](fidelity.md#api-keys-and-service-accounts)).

## When a role is taken

A role that is taken ends what its holder may do from then on, and undoes nothing: who was let in, which keys were made and
which invitations are pending stays, up to the role that was given with it. Pending invitations name their inviter
(\`inviterUsername\`), so that whoever takes a role can look for them and revoke them. Whoever leaves the organization, a
person or a credential, leaves a name behind under which nobody is found; the event \`INVITATIONS_OF_REMOVED_INVITER\` tells
its owners then that invitations are left. Fewer roles, or none any more in one project, write no such event: the inviter is
still there, and events of the invitations themselves say who made them.

${sections.join("\n")}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, renderPermissions());
