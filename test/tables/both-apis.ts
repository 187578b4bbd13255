// What the older and the newer API can both do, written down for both: they must change the same things.
import {
  billing,
  core,
  ends,
  fresh,
  invited,
  member,
  monthPasses,
  old,
  ops,
  other,
  owner,
  payments,
  pending,
  reader,
  rich,
  zoe,
} from "../support/twin-steps.ts";
import type { Step } from "../support/twins.ts";

export interface Pair {
  /** What has happened before, in either world. */
  readonly given?: readonly Step[];
  readonly older: Step | readonly Step[];
  readonly newer: Step | readonly Step[];
  /** What only one of them changes, and why that is right; nothing otherwise. */
  readonly differs?: {
    readonly older: readonly string[];
    readonly newer: readonly string[];
    readonly because: string;
  };
}

const plain = ["ORG_MEMBER"];
const reads = ["GROUP_READ_ONLY"];
const manages = ["GROUP_CLUSTER_MANAGER"];
const held = ["ORG_READ_ONLY", "ORG_MEMBER"];
const gifts = { [payments]: [...reads, ...manages] };

const invites = (
  username: string,
  wanted: Parameters<typeof old.createOrgInvite>[1],
  ...given: Step[]
): Pair => ({
  given,
  older: old.createOrgInvite(username, wanted),
  newer: fresh.createOrgUser(username, wanted),
});

const updates = (username: string, wanted: Parameters<typeof old.createOrgInvite>[1]) => ({
  byAddress: { older: old.updateOrgInvites(username, wanted), newer: fresh.updateOrgUser(username, wanted) },
  byId: { older: old.updateOrgInviteById(username, wanted), newer: fresh.updateOrgUser(username, wanted) },
});

const updated = (about: string, username: string, wanted: Parameters<typeof old.createOrgInvite>[1]) => ({
  [`updateOrgInvites ~ updateOrgUser: ${about}`]: updates(username, wanted).byAddress,
  [`updateOrgInviteById ~ updateOrgUser: ${about}`]: updates(username, wanted).byId,
});

export const pairs: Readonly<Record<string, Pair>> = {
  "createOrgInvite ~ createOrgUser: a stranger": invites(zoe, { roles: plain }),
  "createOrgInvite ~ createOrgUser: roles twice and in no order": invites(zoe, {
    roles: ["ORG_MEMBER", "ORG_READ_ONLY", "ORG_MEMBER"],
  }),
  "createOrgInvite ~ createOrgUser: roles in projects": invites(zoe, {
    roles: plain,
    gifts: { [payments]: reads, [billing]: manages },
  }),
  "createOrgInvite ~ createOrgUser: teams": invites(zoe, { roles: plain, teamIds: [ops, core] }),
  "createOrgInvite ~ createOrgUser: a person with an account": invites(other, { roles: plain }),
  "createOrgInvite ~ createOrgUser: somebody who is invited to a project": invites(invited, { roles: plain }),
  "createOrgInvite ~ createOrgUser: after it expired": invites(rich, { roles: plain }, ends(rich, "expire")),
  "createOrgInvite ~ createOrgUser: after it ran out": invites(rich, { roles: plain, gifts }, monthPasses),
  "createOrgInvite ~ createOrgUser: after it was declined": invites(
    rich,
    { roles: plain },
    ends(rich, "decline"),
  ),
  "createOrgInvite ~ createOrgUser: after it was taken back": invites(
    rich,
    { roles: plain },
    old.deleteOrgInvite(rich),
  ),
  "createOrgInvite ~ createOrgUser: after the person left": invites(
    member,
    { roles: plain },
    fresh.removeOrgUser(member),
  ),

  ...updated("other roles", pending, { roles: ["ORG_READ_ONLY"] }),
  ...updated("the roles there are", pending, { roles: plain }),
  ...updated("a project gained", pending, { roles: plain, gifts: { [payments]: reads } }),
  ...updated("other roles in a project", rich, { roles: held, gifts: { [payments]: reads } }),
  ...updated("a project in the place of another", rich, { roles: held, gifts: { [billing]: reads } }),
  ...updated("no project any more", rich, { roles: held, gifts: {} }),
  ...updated("a team gained", pending, { roles: plain, teamIds: [core] }),
  ...updated("a team in the place of another", rich, { roles: held, teamIds: [ops] }),
  ...updated("no team any more", rich, { roles: held, teamIds: [] }),
  ...updated("all at once", rich, { roles: plain, gifts: { [billing]: manages }, teamIds: [ops] }),
  "updateOrgInvites ~ addOrgUserRole": {
    older: old.updateOrgInvites(pending, { roles: held }),
    newer: fresh.addOrgUserRole(pending, "ORG_READ_ONLY"),
  },
  "updateOrgInvites ~ removeOrgUserRole": {
    older: old.updateOrgInvites(rich, { roles: plain }),
    newer: fresh.removeOrgUserRole(rich, "ORG_READ_ONLY"),
  },
  "updateOrgInvites ~ addGroupUsers": {
    older: old.updateOrgInvites(pending, { roles: plain, gifts: { [payments]: reads } }),
    newer: fresh.addGroupUsers(pending, reads),
  },
  "updateOrgInvites ~ addGroupUserRole": {
    older: old.updateOrgInvites(rich, {
      roles: held,
      gifts: { [payments]: [...reads, ...manages, "GROUP_OWNER"] },
    }),
    newer: fresh.addGroupUserRole(rich, "GROUP_OWNER"),
  },
  "updateOrgInvites ~ removeGroupUserRole": {
    older: old.updateOrgInvites(rich, { roles: held, gifts: { [payments]: manages } }),
    newer: fresh.removeGroupUserRole(rich, "GROUP_READ_ONLY"),
  },
  "updateOrgInvites ~ removeGroupUser": {
    older: old.updateOrgInvites(rich, { roles: held, gifts: {} }),
    newer: fresh.removeGroupUser(rich),
  },
  "updateOrgInvites ~ addOrgTeamUser": {
    older: old.updateOrgInvites(pending, { roles: plain, teamIds: [ops] }),
    newer: fresh.addOrgTeamUser(pending),
  },
  "updateOrgInvites ~ removeOrgTeamUser": {
    older: old.updateOrgInvites(rich, { roles: held, teamIds: [] }),
    newer: fresh.removeOrgTeamUser(rich),
  },

  "deleteOrgInvite ~ removeOrgUser": {
    older: old.deleteOrgInvite(pending),
    newer: fresh.removeOrgUser(pending),
  },
  "deleteOrgInvite ~ removeOrgUser: with a project and a team": {
    older: old.deleteOrgInvite(rich),
    newer: fresh.removeOrgUser(rich),
  },
  "deleteOrgInvite ~ removeOrgUser: a later invitation": {
    given: [ends(rich, "decline"), old.createOrgInvite(rich, { roles: plain })],
    older: old.deleteOrgInvite(rich),
    newer: fresh.removeOrgUser(rich),
  },

  ...Object.fromEntries(
    [
      [zoe, "a stranger"],
      [member, "a member"],
      [pending, "somebody who is pending"],
    ].map(([who = "", about]) => [
      `addGroupAccessUser ~ addGroupUsers: ${about}`,
      { older: old.addGroupAccessUser(who, reads), newer: fresh.addGroupUsers(who, reads) },
    ]),
  ),
  "addGroupAccessUser ~ addGroupUsers: after the invitation expired": {
    given: [ends(rich, "expire")],
    older: old.addGroupAccessUser(rich, reads),
    newer: fresh.addGroupUsers(rich, reads),
  },
  "createOrgInvite ~ addGroupUsers: a stranger": {
    older: old.createOrgInvite(zoe, { roles: plain, gifts: { [payments]: reads } }),
    newer: fresh.addGroupUsers(zoe, reads),
  },
  "an invitation accepted": {
    older: [old.createOrgInvite(zoe, { roles: plain, gifts, teamIds: [core] }), ends(zoe, "accept")],
    newer: [fresh.createOrgUser(zoe, { roles: plain, gifts, teamIds: [core] }), ends(zoe, "accept")],
  },

  "updateOrgUserRoles ~ updateOrgUser": {
    older: old.updateOrgUserRoles(member, held),
    newer: fresh.updateOrgUser(member, { roles: held }),
  },
  "updateOrgUserRoles ~ addOrgUserRole": {
    older: old.updateOrgUserRoles(member, held),
    newer: fresh.addOrgUserRole(member, "ORG_READ_ONLY"),
  },
  "updateOrgUserRoles ~ removeOrgUserRole": {
    older: old.updateOrgUserRoles(reader, plain),
    newer: fresh.removeOrgUserRole(reader, "ORG_READ_ONLY"),
  },
  "updateOrgUserRoles ~ updateOrgUser: the roles there are": {
    older: old.updateOrgUserRoles(reader, held),
    newer: fresh.updateOrgUser(reader, { roles: held }),
  },
  "updateGroupUserRoles ~ updateOrgUser": {
    older: old.updateGroupUserRoles(reader, ["GROUP_OWNER"]),
    newer: fresh.updateOrgUser(reader, { roles: held, gifts: { [payments]: ["GROUP_OWNER"] } }),
  },
  "updateGroupUserRoles ~ addGroupUserRole": {
    older: old.updateGroupUserRoles(owner, ["GROUP_OWNER", ...reads]),
    newer: fresh.addGroupUserRole(owner, "GROUP_READ_ONLY"),
  },
  "updateGroupUserRoles ~ removeGroupUserRole": {
    older: old.updateGroupUserRoles(reader, manages),
    newer: fresh.removeGroupUserRole(reader, "GROUP_READ_ONLY"),
  },
  "removeOrgUser in both versions": { older: old.removeOrgUser(reader), newer: fresh.removeOrgUser(reader) },
  "removeGroupUser in both versions": {
    older: old.removeGroupUser(reader),
    newer: fresh.removeGroupUser(reader),
  },
  "removeGroupUser ~ updateOrgUser": {
    older: old.removeGroupUser(reader),
    newer: fresh.updateOrgUser(reader, { roles: held, gifts: {} }),
  },
  "addOrgTeamUsers ~ addOrgTeamUser": {
    older: old.addOrgTeamUsers(member),
    newer: fresh.addOrgTeamUser(member),
  },
  "addOrgTeamUsers ~ updateOrgUser": {
    older: old.addOrgTeamUsers(reader),
    newer: fresh.updateOrgUser(reader, { roles: held, teamIds: [ops, core] }),
  },
  "removeOrgTeamUserFromTeam ~ removeOrgTeamUser": {
    older: old.removeOrgTeamUserFromTeam(reader),
    newer: fresh.removeOrgTeamUser(reader),
  },
  "removeOrgTeamUserFromTeam ~ updateOrgUser": {
    older: old.removeOrgTeamUserFromTeam(reader),
    newer: fresh.updateOrgUser(reader, { roles: held, teamIds: [] }),
  },
};
