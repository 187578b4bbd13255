// Seeds with people and invitations that the API would refuse, each with the line of the error that its author reads.
import { many } from "../support/counting.ts";
import {
  acme,
  globex,
  member,
  owner,
  reads,
  refused,
  type SeedRefusal,
  withGroup,
  withInvite,
  withTeam,
  withUser,
} from "../support/seed-refusals.ts";
import { ids } from "../support/world.ts";

export const peopleRefusals: Readonly<Record<string, SeedRefusal>> = {
  "a user with a project role in the organization": refused(
    withUser({ orgRoles: reads }),
    /orgs\.0\.users\.1\.orgRoles\.0: /,
  ),
  "a user without roles": refused(withUser({ orgRoles: [] }), /orgs\.0\.users\.1\.orgRoles: /),
  "a username that is no address": refused(
    withUser({ username: "nobody" }),
    /orgs\.0\.users\.1\.username: The username nobody is not an e-mail address/,
  ),
  "a username with a control character": refused(
    withUser({ username: "a\u0000@example.com" }),
    /orgs\.0\.users\.1\.username: .* is not an e-mail address/,
  ),
  "an id of a user twice": refused(
    [
      acme({
        users: [
          { ...owner, id: ids.missing },
          { ...member, id: ids.missing },
        ],
      }),
    ],
    /orgs\.0\.users\.1\.id: f{24} is taken/,
  ),
  "a user twice in an organization": refused(
    [acme({ users: [owner, { ...owner, username: "OWNER@example.com", orgRoles: ["ORG_MEMBER"] }] })],
    /orgs\.0\.users\.1\.username: OWNER@example\.com appears twice in the list/,
  ),
  "a user twice in a project": refused(
    withGroup({
      users: ["owner@example.com", "Owner@example.com"].map((username) => ({ username, roles: reads })),
    }),
    /orgs\.0\.groups\.0\.users\.1\.username: Owner@example\.com appears twice in the list/,
  ),
  "a password that is too long": refused(
    withUser({ password: "p".repeat(257) }),
    /orgs\.0\.users\.1\.password: /,
  ),
  "a first name that is too long": refused(
    withUser({ firstName: "f".repeat(257) }),
    /orgs\.0\.users\.1: The first name must not/,
  ),
  "a last name that is too long": refused(
    withUser({ lastName: "f".repeat(257) }),
    /orgs\.0\.users\.1: The last name must not/,
  ),
  "an invitation without roles": refused(withInvite({ roles: [] }), /orgs\.0\.invites\.0\.roles: /),
  "an invitation with a project role in the organization": refused(
    withInvite({ roles: reads }),
    /orgs\.0\.invites\.0\.roles\.0: /,
  ),
  "an invitation of no address": refused(
    withInvite({ username: "nobody" }),
    /orgs\.0\.invites\.0\.username: The username nobody is not an e-mail address/,
  ),
  "an invitation of a member": refused(
    withInvite({ username: "Owner@example.com" }),
    /orgs\.0\.invites\.0: User Owner@example\.com is already in/,
  ),
  "an address invited twice": refused(
    [
      acme({
        invites: [
          { username: "new@example.com", roles: ["ORG_MEMBER"] },
          { username: "NEW@example.com", roles: ["ORG_OWNER"] },
        ],
      }),
    ],
    /orgs\.0\.invites\.1: A pending invitation of NEW@example\.com/,
  ),
  "an invitation into an unknown team": refused(
    withInvite({ teamIds: [ids.missing] }),
    /orgs\.0\.invites\.0: No team with ID ffffffffffffffffffffffff/,
  ),
  "an invitation into a team of another organization": refused(
    withInvite({ teamIds: [ids.team] }, globex),
    /orgs\.1\.invites\.0: No team with ID 82b6e34b3d91647abb20e7b8/,
  ),
  "an invitation into a team without an id's form": refused(
    withInvite({ teamIds: ["core\u0000"] }),
    /orgs\.0\.invites\.0: No team with ID core/,
  ),
  "an invitation with roles in an unknown project": refused(
    withInvite({ groupRoleAssignments: [{ groupId: ids.missing, roles: reads }] }),
    /orgs\.0\.invites\.0: No group with ID ffffffffffffffffffffffff/,
  ),
  "an invitation with roles in a project of another organization": refused(
    withInvite({ groupRoleAssignments: [{ groupId: ids.otherGroup, roles: reads }] }, globex),
    /orgs\.1\.invites\.0: No group with ID 42b6e34b3d91647abb20e7b8/,
  ),
  "an invitation with more assignments than an organization has projects": refused(
    withInvite({ groupRoleAssignments: many(300, () => ({ groupId: ids.group, roles: reads })) }),
    /orgs\.0\.invites\.0\.groupRoleAssignments: 300 were specified/,
  ),
  "an invitation into more teams than an organization has": refused(
    withInvite({ teamIds: many(300, () => ids.team) }),
    /orgs\.0\.invites\.0\.teamIds: 300 were specified/,
  ),
  "an id of an invitation twice": refused(
    [
      acme({
        invites: ["a", "b"].map((name) => ({
          id: ids.missing,
          username: `${name}@example.com`,
          roles: ["ORG_MEMBER"],
        })),
      }),
    ],
    /orgs\.0\.invites\.1\.id: f{24} is taken/,
  ),
  "a team with somebody outside the organization": refused(
    withTeam({ usernames: ["owner@example.com", "zoe@example.com"] }),
    /orgs\.0\.teams\.0: No user with username zoe@example\.com/,
  ),
  "a project with somebody outside the organization": refused(
    withGroup({ users: [{ username: "zoe@example.com", roles: reads }] }),
    /orgs\.0\.groups\.0\.users\.0: No user with username zoe@example\.com/,
  ),
  "an invitation to a project of a member of it": refused(
    withGroup({
      users: [{ username: "owner@example.com", roles: reads }],
      invites: [{ username: "owner@example.com", roles: reads }],
    }),
    /orgs\.0\.groups\.0\.invites\.0: User owner@example\.com is already in/,
  ),
  "an address invited twice to a project": refused(
    withGroup({
      invites: ["hello@example.com", "Hello@example.com"].map((username) => ({ username, roles: reads })),
    }),
    /orgs\.0\.groups\.0\.invites\.1: A pending invitation of Hello@example\.com/,
  ),
  "an invitation to a project with an organization role": refused(
    withGroup({ invites: [{ username: "zoe@example.com", roles: ["ORG_OWNER"] }] }),
    /orgs\.0\.groups\.0\.invites\.0\.roles\.0: /,
  ),
  "more people than an organization may have": refused(
    [
      acme({
        users: [owner, ...many(500, (i) => ({ username: `${i}@example.com`, orgRoles: ["ORG_MEMBER"] }))],
      }),
    ],
    /orgs\.0: Maximum number of users per org \(500\)/,
  ),
  "more people and invitations than an organization may have": refused(
    [acme({ invites: many(499, (i) => ({ username: `${i}@example.com`, roles: ["ORG_MEMBER"] })) })],
    /orgs\.0\.invites\.498: Maximum number of users per/,
  ),
  "more people than a project may have": refused(
    withGroup({ invites: many(501, (i) => ({ username: `${i}@example.com`, roles: reads })) }),
    /orgs\.0\.groups\.0\.invites\.500: Maximum number of users per/,
  ),
  "more people than a team may have": refused(
    [
      acme({
        users: [owner, ...many(251, (i) => ({ username: `${i}@example.com`, orgRoles: ["ORG_MEMBER"] }))],
        teams: [{ name: "core", usernames: many(251, (i) => `${i}@example.com`) }],
      }),
    ],
    /orgs\.0\.teams\.0: Maximum number of users per team \(250\)/,
  ),
};
