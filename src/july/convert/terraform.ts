// Writes the same move as Terraform configuration, for the resources of a state: new resources, imports of what exists, and
// `removed` blocks with the addresses of the state. An older invitation to a project is destroyed, which withdraws it; one to
// the organization is the pending user itself, which destroying would un-invite.

import type { Kept } from "../../code/terraform/state.ts";
import { quoteHcl, writeArguments } from "../../code/write-terraform.ts";
import { foldAddress, ofAddress } from "../../core/domain/address.ts";
import { toLine } from "../../core/domain/quoting.ts";
import { isFor, isOver, type Member, type Pending, planMoves } from "./moves.ts";

const types = {
  project: "mongodbatlas_project",
  org: "mongodbatlas_org_invitation",
  group: "mongodbatlas_project_invitation",
  team: "mongodbatlas_team",
  orgUser: "mongodbatlas_cloud_user_org_assignment",
  groupUser: "mongodbatlas_cloud_user_project_assignment",
  teamUser: "mongodbatlas_cloud_user_team_assignment",
};

const list = (values: readonly string[]): string => `[${values.map(quoteHcl).join(", ")}]`;
const comment = (text: string): string => `# ${toLine(text).replace(/\s+/g, " ")}`;

const resource = (address: string, body: string) =>
  `resource ${address.split(".").map(quoteHcl).join(" ")} {\n${body}\n}`;

const imported = (to: string, id: string) => `import {\n${writeArguments({ to, id: quoteHcl(id) })}\n}`;

const removed = (from: string, destroy: boolean) =>
  `removed {\n  from = ${from}\n\n  lifecycle {\n    destroy = ${destroy}\n  }\n}`;

/** Writes a configuration for Terraform 1.7 or newer, with provider 2.0 or newer. Moves the people that `isChosen` accepts. */
export function writeMigration(
  pending: Pending,
  kept: readonly Kept[],
  isChosen: (username: string) => boolean = () => true,
): string {
  const migration = new Migration(pending, kept);
  const old = kept.filter(isOld);
  const isLeft = (each: Kept) => !migration.isOurs(each) || !isChosen(text(each, "username"));
  // A removed block applies to all instances of a resource.
  const left = new Set(old.filter(isLeft).map(({ block }) => block));
  const moving = old.filter(({ block }) => !left.has(block));
  const people = moving.flatMap((each) =>
    each.type === types.org ? migration.orgBlocks(each) : migration.groupBlocks(each),
  );
  const teams = kept.filter((each) => each.type === types.team && migration.isOurs(each));
  const blocks = [
    migration.head(),
    ...[...left].map((block) =>
      comment(`${block} stays as it is: an instance of it is of another organization, or not chosen.`),
    ),
    ...people,
    ...migration.teamBlocks(teams, moving),
    ...[...new Set(moving.map(({ block }) => block))].map((block) =>
      removed(block, block.split(".").includes(types.group) && !migration.isOver),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

const isOld = ({ type }: Kept): boolean => type === types.org || type === types.group;

const text = ({ attributes }: Kept, name: string): string => {
  const value = attributes[name];
  return typeof value === "string" ? value : "";
};

/** Returns the older invitations of a state; `groupId` is empty for one to an organization. */
export const oldIn = (kept: readonly Kept[]): { readonly username: string; readonly groupId: string }[] =>
  kept.filter(isOld).map((each) => ({ username: text(each, "username"), groupId: text(each, "project_id") }));

class Migration {
  readonly #pending: Pending;
  readonly #kept: readonly Kept[];
  readonly #members: ReadonlyMap<string, Member>;
  readonly #taken: Set<string>;
  /** The addresses of resources of people in the organization, by folded address. */
  readonly #orgUsers = new Map<string, string>();
  /** The resources whose invitation to a project is already written as a block, by project and folded address. */
  readonly #written = new Map<string, string>();
  /** True if invitations to projects can be neither read nor withdrawn any more. */
  readonly isOver: boolean;

  constructor(pending: Pending, kept: readonly Kept[]) {
    this.#pending = pending;
    this.#kept = kept;
    this.#members = new Map(pending.members.map((each) => [foldAddress(each.username), each]));
    this.#taken = new Set(kept.map(({ block }) => block));
    for (const each of kept.filter(({ type }) => type === types.orgUser)) {
      // A resource in a module cannot be referred to.
      this.#orgUsers.set(
        foldAddress(text(each, "username")),
        each.block.startsWith("module.") ? "" : each.address,
      );
    }
    this.isOver = isOver(pending);
  }

  head(): string {
    const { org } = this.#pending;
    const fate = this.isOver
      ? "may destroy nothing: older invitations cannot be withdrawn any more"
      : `may destroy nothing but ${types.group}: the older invitation is withdrawn, the new resource has the roles`;
    return [
      `${org.name} (${org.id}): the invitations that this state keeps, as resources that stay after 2027-07-01.`,
      "Put this file into the root module, and take the resources that the removed blocks name out of the configuration.",
      `\`terraform plan\` ${fate}. What fails is made by the next apply.`,
      "After the apply, import and removed blocks can go.",
    ]
      .map(comment)
      .join("\n");
  }

  isOurs(each: Kept): boolean {
    return each.type === types.group
      ? this.#pending.groups.some(({ id }) => id === text(each, "project_id"))
      : text(each, "org_id") === this.#pending.org.id;
  }

  #memberOf = (each: Kept) => this.#members.get(foldAddress(text(each, "username")));

  /** Returns a name for the new resource, made from the old one's. */
  #addressOf(type: string, { address }: Pick<Kept, "address">): string {
    const words = address.replace(/\b(module|mongodbatlas_\w+)\./g, "").replace(/[^A-Za-z0-9]+/g, "_");
    const label = words.replace(/_+$/, "").replace(/^(?![A-Za-z_])/, "_");
    let free = `${type}.${label}`;
    for (let number = 2; this.#taken.has(free); number++) free = `${type}.${label}_${number}`;
    this.#taken.add(free);
    return free;
  }

  /** Returns the blocks of a pending or active user of the organization. */
  orgBlocks(each: Kept): string[] {
    const member = this.#memberOf(each);
    if (member === undefined) return [this.#gone(each)];
    const { username, orgRoles } = member;
    if (this.#orgUsers.has(foldAddress(username))) return [];
    const address = this.#addressOf(types.orgUser, each);
    this.#orgUsers.set(foldAddress(username), address);
    const orgId = this.#pending.org.id;
    const roles = `{\n${writeArguments({ org_roles: list(orgRoles) }, "    ")}\n  }`;
    const given = { org_id: quoteHcl(orgId), username: quoteHcl(username), roles };
    return [resource(address, writeArguments(given)), imported(address, `${orgId}/${username}`)];
  }

  #gone = (each: Kept): string =>
    comment(`${each.address}: ${text(each, "username")} is no longer invited; nothing takes its place.`);

  groupBlocks(each: Kept): string[] {
    const groupId = text(each, "project_id");
    const username = text(each, "username");
    const isSame = ofAddress(username);
    const member = this.#memberOf(each);
    const held = member?.groupRoles.find((of) => of.groupId === groupId)?.roles ?? [];
    const older = this.#pending.invitations.find((of) => isFor(of, username, groupId));
    const told = older?.roles ?? (this.isOver ? (each.attributes.roles as readonly string[]) : []);
    const roles = [...new Set([...held, ...told])];
    if (roles.length === 0) return [this.#gone(each)];
    const isThere = this.#kept.some(
      (of) =>
        of.type === types.groupUser &&
        text(of, "project_id") === groupId &&
        isSame({ username: text(of, "username") }),
    );
    if (isThere) return [];
    const person = `${groupId} ${foldAddress(username)}`;
    const first = this.#written.get(person);
    if (first !== undefined) return [comment(`${each.address}: ${username} has the block of ${first}.`)];
    this.#written.set(person, each.address);
    const address = this.#addressOf(types.groupUser, each);
    const project = this.#projectOf(groupId);
    const given = {
      project_id: project.id,
      username: quoteHcl(member?.username ?? username),
      roles: list(roles),
    };
    const [move] = older === undefined ? [] : planMoves(this.#pending.org.id, [older], this.#pending.members);
    const said =
      move?.meaning ?? (this.isOver ? "was invited; whether that is still pending cannot be read" : "");
    const meaning = said === "" ? [] : [comment(`${username} ${said}.`)];
    return [
      [...meaning, ...project.hint, resource(address, writeArguments(given))].join("\n"),
      ...(held.length === 0 ? [] : [imported(address, `${groupId}/${member?.username ?? username}`)]),
    ];
  }

  /**
   * Returns the id of a project. A project of the root module is referred to, so that its dependents still work; one of a
   * module can only be referred to by an output.
   */
  #projectOf(groupId: string): { readonly id: string; readonly hint: readonly string[] } {
    const project = this.#kept.find((each) => each.type === types.project && text(each, "id") === groupId);
    if (project === undefined) {
      return { id: quoteHcl(groupId), hint: [] };
    }
    return project.block.startsWith("module.")
      ? {
          id: quoteHcl(groupId),
          hint: [
            comment(`The project is ${project.address}: give an output of its module in place of the id.`),
          ],
        }
      : { id: `${project.address}.id`, hint: [] };
  }

  /** Returns the blocks of people in the teams of the state, and in those that an invitation names. */
  teamBlocks(teams: readonly Kept[], moving: readonly Kept[]): string[] {
    const { members, teams: all, org } = this.#pending;
    const invited = moving.flatMap((each) => {
      const ids = each.attributes.teams_ids;
      const member = this.#memberOf(each);
      return Array.isArray(ids) && member !== undefined ? ids.map((id) => ({ id, member })) : [];
    });
    return all.flatMap(({ id, name }) => {
      const team = teams.find((each) => text(each, "team_id") === id);
      const people = members.filter(
        (member) =>
          member.teamIds.includes(id) &&
          (team !== undefined || invited.some((each) => each.id === id && each.member === member)),
      );
      const kept = this.#kept.filter((each) => each.type === types.teamUser && text(each, "team_id") === id);
      const missing = people.filter((each) => !kept.some((of) => text(of, "user_id") === each.id));
      const base = team ?? { address: name.toLowerCase() };
      return missing.length === 0 ? [] : this.#team(org.id, { id, name }, missing, base);
    });
  }

  #team(
    orgId: string,
    team: { id: string; name: string },
    people: readonly Member[],
    base: Pick<Kept, "address">,
  ) {
    const address = this.#addressOf(types.teamUser, base);
    const local = `${address.split(".")[1]}_people`;
    // The id of a pending user ends with the invitation, so it is taken from the resource of the person.
    const ids = people.map((each) => {
      const kept = this.#orgUsers.get(foldAddress(each.username));
      const reference = kept ? `${kept}.user_id` : undefined;
      const id = each.status === "PENDING" ? reference : quoteHcl(each.id);
      return [each.username, id] as const;
    });
    const known = ids.flatMap(([name, id]) => (id === undefined ? [] : [[quoteHcl(name), id] as const]));
    const unknown = ids.flatMap(([name, id]) => (id === undefined ? [name] : []));
    const pending = unknown.length === 0 ? "" : ` Left out until they have accepted: ${unknown.join(", ")}.`;
    const head = comment(
      `Team ${team.name}: take usernames out of its ${types.team}, if it has them.${pending}`,
    );
    if (known.length === 0) return [head];
    const each = { org_id: quoteHcl(orgId), team_id: quoteHcl(team.id), user_id: "each.value" };
    return [
      `${head}\nlocals {\n  ${local} = {\n${writeArguments(Object.fromEntries(known), "    ")}\n  }\n}`,
      resource(address, `  for_each = local.${local}\n\n${writeArguments(each)}`),
      `import {\n${writeArguments({ for_each: `local.${local}`, to: `${address}[each.key]`, id: `"${orgId}/${team.id}/\${each.key}"` })}\n}`,
    ];
  }
}
