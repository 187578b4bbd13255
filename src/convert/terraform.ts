// Writes the same move as Terraform configuration: the new resources, imports of what exists, and `removed` blocks for the old resources,
// which would otherwise withdraw what was just imported.
import { foldAddress } from "../domain/address.ts";
import { quoteHcl, writeArguments } from "../report/write-terraform.ts";
import type { Member, Pending } from "./moves.ts";

const list = (values: readonly string[]): string => `[${values.map(quoteHcl).join(", ")}]`;

/** Names of blocks: letters, digits and lines, each once. */
function labels(): (text: string) => string {
  const used = new Set<string>();
  return (text) => {
    const plain = text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_+|_+$/g, "");
    const name = /^[a-z]/.test(plain) ? plain : `_${plain}`;
    let free = name;
    for (let number = 2; used.has(free); number++) free = `${name}_${number}`;
    used.add(free);
    return free;
  };
}

const resource = (type: string, label: string, body: string) =>
  `resource "mongodbatlas_${type}" "${label}" {\n${body}\n}`;

const imported = (address: string, id: string) =>
  `import {\n${writeArguments({ to: `mongodbatlas_${address}`, id: quoteHcl(id) })}\n}`;

const removed = (address: string) =>
  `removed {\n  from = mongodbatlas_${address}\n\n  lifecycle {\n    destroy = false\n  }\n}`;

/** A configuration that Terraform 1.7 or newer takes, with provider 2.0 or newer. */
export function writeMigration({ org, invitations, members, teams }: Pending): string {
  const pending = members.filter(({ status }) => status === "PENDING");
  const [orgLabel, groupLabel, oldGroupLabel, teamLabel] = [labels(), labels(), labels(), labels()];
  const blocks = [
    [
      `# ${org.name} (${org.id}): pending invitations and the members of teams, as resources that stay after 2027-07-01.`,
      "# Import blocks belong into the root module. Where a removed block names another address than your configuration",
      "# has, write yours; leave out the removed blocks of what Terraform never kept. Take the old blocks away.",
    ].join("\n"),
    ...pending.flatMap((member) => memberBlocks(org.id, member, orgLabel, groupLabel)),
    ...invitations.flatMap((invitation) =>
      invitationBlocks(invitation, members, { groupLabel, oldGroupLabel }),
    ),
    ...teams.flatMap((team) => {
      const people = members.filter(({ teamIds }) => teamIds.includes(team.id));
      return people.length === 0 ? [] : teamBlocks(org.id, team, people, teamLabel(team.name));
    }),
  ];
  return `${blocks.join("\n\n")}\n`;
}

type Label = ReturnType<typeof labels>;

function memberBlocks(
  orgId: string,
  { username, orgRoles, groupRoles }: Member,
  orgLabel: Label,
  groupLabel: Label,
): string[] {
  const label = orgLabel(username);
  const roles = `{\n${writeArguments({ org_roles: list(orgRoles) }, "    ")}\n  }`;
  const given = writeArguments({ org_id: quoteHcl(orgId), username: quoteHcl(username) });
  return [
    resource("cloud_user_org_assignment", label, `${given}\n  roles = ${roles}`),
    imported(`cloud_user_org_assignment.${label}`, `${orgId}/${username}`),
    removed(`org_invitation.${label}`),
    ...groupRoles.flatMap(({ groupId, roles }) => {
      const label = groupLabel(username);
      return [groupAssignment(label, { groupId, username, roles }), importedGroup(label, groupId, username)];
    }),
  ];
}

function groupAssignment(
  label: string,
  { groupId, username, roles }: { groupId: string; username: string; roles: readonly string[] },
): string {
  const given = { project_id: quoteHcl(groupId), username: quoteHcl(username), roles: list(roles) };
  return resource("cloud_user_project_assignment", label, writeArguments(given));
}

const importedGroup = (label: string, groupId: string, username: string) =>
  imported(`cloud_user_project_assignment.${label}`, `${groupId}/${username}`);

function invitationBlocks(
  { username, roles, group }: Pending["invitations"][number],
  members: readonly Member[],
  { groupLabel, oldGroupLabel }: { readonly groupLabel: Label; readonly oldGroupLabel: Label },
): string[] {
  if (group === null) return [];
  const member = members.find((each) => foldAddress(each.username) === foldAddress(username));
  const held = member?.groupRoles.find(({ groupId }) => groupId === group.id);
  const old = removed(`project_invitation.${oldGroupLabel(username)}`);
  // The blocks of the pending member have it.
  if (held !== undefined && member?.status === "PENDING") return [old];
  const label = groupLabel(username);
  const all = [...new Set([...(held?.roles ?? []), ...roles])];
  const assignment = groupAssignment(label, { groupId: group.id, username, roles: all });
  return held === undefined ? [assignment, old] : [assignment, importedGroup(label, group.id, username), old];
}

function teamBlocks(
  orgId: string,
  team: { readonly id: string; readonly name: string },
  people: readonly Member[],
  label: string,
): string[] {
  const local = `${label}_people`;
  const ids = Object.fromEntries(people.map(({ username, id }) => [quoteHcl(username), quoteHcl(id)]));
  const each = { org_id: quoteHcl(orgId), team_id: quoteHcl(team.id), user_id: "each.value" };
  return [
    `# Team ${team.name.replace(/[\r\n]/g, " ")}: take usernames out of its mongodbatlas_team.\nlocals {\n  ${local} = {\n${writeArguments(ids, "    ")}\n  }\n}`,
    resource("cloud_user_team_assignment", label, `  for_each = local.${local}\n\n${writeArguments(each)}`),
    `import {\n${writeArguments({ for_each: `local.${local}`, to: `mongodbatlas_cloud_user_team_assignment.${label}[each.key]`, id: `"${orgId}/${team.id}/\${each.value}"` })}\n}`,
  ];
}
