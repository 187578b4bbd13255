// A successor as blocks of Terraform's provider: the resource or the data source that takes the place of the older one.
import { type Body, type Call, isBlank, type Successor, type Value } from "./steps.ts";

/** Which block stands for an operation of the newer API, and how the parameters of its path are called there. */
interface Block {
  readonly kind: "resource" | "data";
  readonly type: string;
  readonly names: Readonly<Record<string, string>>;
  /** Members of the body, by the argument that takes them. */
  readonly body?: (body: Readonly<Record<string, Body>>) => Readonly<Record<string, string>>;
}

const variable = (blank: string): string => `var.${blank.toLowerCase()}`;

const write = (value: Value): string =>
  isBlank(value) ? variable(value.blank) : JSON.stringify(value).replace(/[$%](?=\{)/g, "$&$&");

const list = (values: Body | undefined): string =>
  Array.isArray(values) ? `[${values.map((each) => write(each as Value)).join(", ")}]` : "[]";

const orgRoles = ({ orgRoles, groupRoleAssignments }: Readonly<Record<string, Body>>): string => {
  const assignments = (Array.isArray(groupRoleAssignments) ? groupRoleAssignments : []) as Record<
    string,
    Body
  >[];
  const projects = assignments.map(
    ({ groupId, groupRoles }) =>
      `      { project_id = ${write(groupId as Value)}, project_roles = ${list(groupRoles)} },`,
  );
  return [
    "{",
    `    org_roles = ${list(orgRoles)}`,
    ...(projects.length === 0 ? [] : ["    project_role_assignments = [", ...projects, "    ]"]),
    "  }",
  ].join("\n");
};

const inGroup = { groupId: "project_id", userId: "user_id", username: "username" };
const inOrg = { orgId: "org_id", userId: "user_id", username: "username" };
const inTeam = { orgId: "org_id", teamId: "team_id", userId: "user_id" };

const blocks: Readonly<Record<string, Block>> = {
  addGroupUsers: {
    kind: "resource",
    type: "cloud_user_project_assignment",
    names: inGroup,
    body: ({ roles, username }) => ({ username: write(username as Value), roles: list(roles) }),
  },
  addGroupUserRole: { kind: "resource", type: "cloud_user_project_assignment", names: inGroup },
  getGroupUser: { kind: "data", type: "cloud_user_project_assignment", names: inGroup },
  listGroupUsers: { kind: "data", type: "project", names: inGroup },
  createOrgUser: {
    kind: "resource",
    type: "cloud_user_org_assignment",
    names: inOrg,
    body: ({ roles, username }) => ({
      username: write(username as Value),
      roles: orgRoles(roles as Record<string, Body>),
    }),
  },
  updateOrgUser: {
    kind: "resource",
    type: "cloud_user_org_assignment",
    names: inOrg,
    body: ({ roles }) => ({ roles: orgRoles(roles as Record<string, Body>) }),
  },
  getOrgUser: { kind: "data", type: "cloud_user_org_assignment", names: inOrg },
  listOrgUsers: { kind: "data", type: "organization", names: inOrg },
  addOrgTeamUser: {
    kind: "resource",
    type: "cloud_user_team_assignment",
    names: inTeam,
    body: ({ id }) => ({ user_id: write(id as Value) }),
  },
  listOrgTeamUsers: { kind: "data", type: "team", names: inTeam },
};

/** What ends somebody's membership: the block that made it is taken away. */
const removals: Readonly<Record<string, string>> = {
  removeGroupUser: "cloud_user_project_assignment",
  removeOrgUser: "cloud_user_org_assignment",
  removeOrgTeamUser: "cloud_user_team_assignment",
};

function blockOf({ operationId, params, query, body }: Call, roles?: readonly Value[]): string | undefined {
  const removed = removals[operationId];
  if (removed !== undefined) return `# Remove the block of resource "mongodbatlas_${removed}" and apply.`;
  const block = blocks[operationId];
  if (block === undefined) return undefined;
  // A list by an address is the data source of one person; without one it has everybody in its attribute users.
  const isOfOne =
    query?.username !== undefined && (operationId === "listOrgUsers" || operationId === "listGroupUsers");
  const type = isOfOne
    ? operationId === "listOrgUsers"
      ? "cloud_user_org_assignment"
      : "cloud_user_project_assignment"
    : block.type;
  const given: Record<string, Value> = { ...params, ...(isOfOne && { username: query.username as Value }) };
  const args: Record<string, string> = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const argument = block.names[name];
      // The provider finds people by their address, without an id from a look-up.
      return argument === undefined || (isBlank(value) && value.blank === "USER_ID")
        ? []
        : [[argument, write(value)]];
    }),
  );
  if (body !== undefined && block.body !== undefined)
    Object.assign(args, block.body(body as Record<string, Body>));
  if (roles !== undefined) args.roles = list(roles);
  if (!("user_id" in args || "username" in args) && /^cloud_user_/.test(type))
    args.username = variable("USERNAME");
  // As `terraform fmt` has it: what spans several lines is aligned with nothing, so it comes last.
  const width = Math.max(
    ...Object.entries(args).map(([name, value]) => (value.includes("\n") ? 0 : name.length)),
  );
  const inOrder = Object.entries(args).sort(
    ([, a], [, b]) => Number(a.includes("\n")) - Number(b.includes("\n")),
  );
  const lines = inOrder.map(([name, value]) =>
    value.includes("\n") ? `  ${name} = ${value}` : `  ${name.padEnd(width)} = ${value}`,
  );
  const isList = !isOfOne && block.kind === "data" && !type.startsWith("cloud_user_");
  const hint = isList ? "# Its attribute users has the people.\n" : "";
  return `${hint}${block.kind} "mongodbatlas_${type}" "this" {\n${lines.join("\n")}\n}`;
}

/** One block for each thing that the calls leave or read; look-ups are not needed, since the provider finds people itself. */
export function writeTerraform({ steps }: Successor): string {
  const written = steps.flatMap((step) => {
    if (step.kind === "find") return [];
    const block = step.kind === "roles" ? blockOf(step.add, step.wanted) : blockOf(step.call);
    return block === undefined ? [] : [block];
  });
  if (written.length === 0) return "# Terraform's provider has no resource for it.";
  return written
    .map((block, index) => (index === 0 ? block : block.replace('"this"', `"this_${index + 1}"`)))
    .join("\n\n");
}
