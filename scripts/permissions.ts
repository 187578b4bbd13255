// Writes docs/permissions.md from the table of operations.

import { type OperationId, operations } from "../src/atlas/index.ts";
import { roleTitles } from "../src/core/contract/role-titles-en.ts";
import { groupRoleNames, orgRoleNames, type RoleName } from "../src/core/contract/roles.ts";
import { effectiveRoles, rolesNamedBy } from "../src/core/domain/access.ts";
import { grouped } from "../src/core/domain/grouped.ts";
import { code, table } from "./cells.ts";

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

/** Any of them is enough; empty if every caller passes. */
function minimumsOf(id: OperationId): readonly RoleName[] {
  const more = asksMore[id];
  return more === undefined ? rolesNamedBy(operations[id].door) : [more.role];
}

/** Holders of a project role are at least Organization Member. */
const heldWith = (role: RoleName): RoleName[] => (role.startsWith("GROUP_") ? ["ORG_MEMBER", role] : [role]);

/** The roles with which a caller passes, in the order of the table of roles. */
export function passing(id: OperationId): RoleName[] {
  const minimums = minimumsOf(id);
  const passes = (role: RoleName) => minimums.some((minimum) => effectiveRoles(heldWith(role)).has(minimum));
  return roles.filter((role) => minimums.length === 0 || passes(role));
}

function renderMinimum(id: OperationId): string {
  const minimums = minimumsOf(id);
  if (minimums.length > 0) return minimums.map((minimum) => roleTitles[minimum]).join(" or ");
  return operations[id].door.kind === "open" ? "none, without credentials" : "none, with credentials";
}

function renderPassing(id: OperationId): string {
  const passed = passing(id);
  if (passed.length === roles.length) return "all";
  const inGroup = passed.filter((role) => role.startsWith("GROUP_"));
  const count = groupRoleNames.length;
  const named = inGroup.length === count ? [`all ${count} project roles`] : inGroup.map(code);
  const inOrg = passed.filter((role) => role.startsWith("ORG_")).map(code);
  return [...inOrg, ...named].join(", ");
}

function renderOperation(id: OperationId): string {
  const note = asksMore[id]?.note;
  return note === undefined ? code(id) : `${code(id)} (${note})`;
}

function renderTable(): string {
  const byMinimum = grouped((Object.keys(operations) as OperationId[]).sort(), renderMinimum);
  const rows = [...byMinimum]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([minimum, ids]) => {
      const [passed = ""] = ids.map(renderPassing);
      return [minimum, passed, ids.map(renderOperation).join(", ")];
    });
  return table(["Least role", "Roles that pass", "Operations"], rows);
}

export const renderPermissions = (): string => `# Permissions

Written by \`scripts/permissions.ts\` from the table of operations; a test compares it. \`test/callers.test.ts\` tries every role on
every operation. Roles count in the organization and the project that the path names. Everyone with a role in a project is
at least Organization Member of its organization.

${renderTable()}

## Credentials with roles elsewhere

A project role reaches an organization's credential only within the project. Its secrets, access list, name and description
count everywhere. To change them through a project, the caller must hold every role that the credential holds outside it
(Organization Member does not count).

## Roles above one's own

\`--strict-roles on\`, the default of \`anteroom serve\`, refuses with 403 \`ROLE_ABOVE_OWN\`:

* giving, taking or inviting to a role above the caller's own in the same organization or project. A role is above another
  if it permits something here that the other does not: Project Owner is above Project Access Manager;
* changing, through a project, secrets, access list, name or description of a credential that holds a higher role there;
* bringing an organization's API key into a project by \`updateGroupApiKeyRoles\` below Project Owner.

Roles that a request leaves unchanged do not matter. The console offers only roles that would be accepted. \`anteroom dev\`
follows Atlas's documents instead ([fidelity](fidelity.md#api-keys-and-service-accounts)).

## When a role is taken

From then on its holder can do less. Keys, members and invitations that the holder made stay. Pending invitations name their
inviter (\`inviterUsername\`), so owners can find and revoke them. When an inviter leaves the organization, the event
\`INVITATIONS_OF_REMOVED_INVITER\` tells its owners that invitations remain.
`;
