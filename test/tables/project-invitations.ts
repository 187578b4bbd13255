// Inviting to a project, where Atlas's two APIs make different things: an invitation to the project, which no operation
// on users sees, and a user of the organization with roles in the project. What differs is written down here.
import { inOrder, type RoleName } from "../../src/contract/roles.ts";
import { ends, fresh, member, old, other, payments, pending, zoe } from "../support/twin-steps.ts";
import type { Step } from "../support/twins.ts";
import type { Pair } from "./both-apis.ts";

const reads = ["GROUP_READ_ONLY"];
const both = ["GROUP_READ_ONLY", "GROUP_CLUSTER_MANAGER"];

const created = "createGroupInvite makes an invitation to the project, which operations on users cannot see";

interface Shown {
  readonly status?: string;
  readonly roles?: readonly string[];
  /** Whose account the pending user has. */
  readonly account?: boolean;
}

/** When it ended, if it has. */
const end = (status: string) => (status === "PENDING" ? "" : " now");

/** The rows of an invitation to the project. */
function projectInvitation(who: string, { status = "PENDING", roles = reads }: Shown = {}): string[] {
  const name = `(new invitation of ${who} to payments)`;
  return [
    `+ invites ${name} Acme payments ${who} ${who.toLowerCase()} orgowner ${status} now in 30 days now ${inOrder(roles as RoleName[]).join(" ")}${end(status)}`,
  ];
}

/** The rows of an invitation to the organization that gives roles in the project. */
function orgInvitation(who: string, { status = "PENDING", roles = reads, account }: Shown = {}): string[] {
  const name = `(new invitation of ${who} to Acme)`;
  const user = account ? who : `(pending ${who})`;
  const listedAs = status === "ACCEPTED" ? "" : ` ${who.toLowerCase()}`;
  return [
    `+ invites ${name} Acme ${user} ${who} ${who.toLowerCase()} orgowner ${status} now in 30 days now ORG_MEMBER${end(status)}`,
    ...roles.map((role) => `+ invite_group_roles ${name} payments ${role}${listedAs}`).sort(),
  ];
}

const letter = (who: string, scope: "Acme" | "payments"): string[] => [
  `+ links (new invitation of ${who} to ${scope}) in 60 days`,
  `+ outbox INVITE (new invitation of ${who} to ${scope}) SENT 1 now`,
];
const mail = (who: string, scope: "Acme" | "payments"): string =>
  `mail to ${who}: Invitation to the ${scope === "Acme" ? "organization" : "project"} ${scope}`;

const sent = (who: string, rows: readonly string[], scope: "Acme" | "payments"): string[] => [
  ...rows,
  ...letter(who, scope),
  mail(who, scope),
];

const feed = (scope: string, type: string, who: string, by = "orgowner"): string =>
  `feed of ${scope}: ${type} ${who} by ${by}`;

/** Somebody outside the organization is invited by either API, and more is done to the invitation. */
const afterwards = (older: Step, newer: Step, olderShown: Shown, newerShown: Shown): Pair => ({
  older: [old.createGroupInvite(zoe, both), older],
  newer: [fresh.addGroupUsers(zoe, both), newer],
  differs: {
    older: sent(zoe, projectInvitation(zoe, olderShown), "payments"),
    newer: sent(zoe, orgInvitation(zoe, newerShown), "Acme"),
    because: created,
  },
});

export const projectPairs: Readonly<Record<string, Pair>> = {
  "createGroupInvite ~ addGroupUsers: a stranger": {
    older: old.createGroupInvite(zoe, reads),
    newer: fresh.addGroupUsers(zoe, reads),
    differs: {
      older: sent(zoe, projectInvitation(zoe), "payments"),
      newer: sent(zoe, orgInvitation(zoe), "Acme"),
      because: created,
    },
  },
  "createGroupInvite ~ addGroupUsers: a person with an account": {
    older: old.createGroupInvite(other, reads),
    newer: fresh.addGroupUsers(other, reads),
    differs: {
      older: sent(other, projectInvitation(other), "payments"),
      newer: sent(other, orgInvitation(other, { account: true }), "Acme"),
      because: created,
    },
  },
  "createGroupInvite ~ addGroupUsers: a member": {
    older: old.createGroupInvite(member, reads),
    newer: fresh.addGroupUsers(member, reads),
    differs: {
      older: [
        ...projectInvitation(member),
        ...letter(member, "payments"),
        feed("payments", "INVITED_TO_GROUP", member),
        mail(member, "payments"),
      ],
      newer: [
        `+ grants ${member} Acme payments GROUP_READ_ONLY now`,
        feed("payments", "JOINED_GROUP", member),
      ],
      because:
        "the newer API lets members in at once; of the older one the document says that they must accept",
    },
  },
  "createGroupInvite ~ addGroupUsers: somebody who is pending in the organization": {
    older: old.createGroupInvite(pending, reads),
    newer: fresh.addGroupUsers(pending, reads),
    differs: {
      older: [
        ...projectInvitation(pending),
        ...letter(pending, "payments"),
        feed("Acme", "INVITED_TO_ORG", pending),
        mail(pending, "payments"),
      ],
      newer: [`+ invite_group_roles (invitation of ${pending} to Acme) payments GROUP_READ_ONLY ${pending}`],
      because:
        "in the newer API the pending invitation gains the roles; the older one invites beside it, and writes INVITED_TO_ORG for an address that is no member, as recorded",
    },
  },
  "createGroupInvite ~ addGroupUsers: a stranger, who accepts": {
    older: [old.createGroupInvite(zoe, reads), ends(zoe, "accept", "payments")],
    newer: [fresh.addGroupUsers(zoe, reads), ends(zoe, "accept")],
    differs: {
      older: sent(zoe, projectInvitation(zoe, { status: "ACCEPTED" }), "payments"),
      newer: sent(zoe, orgInvitation(zoe, { status: "ACCEPTED", account: true }), "Acme"),
      because: `${created}; who accepts has the same roles`,
    },
  },
  "createGroupInvite ~ addGroupUsers: a member, who accepts": {
    older: [old.createGroupInvite(member, reads), ends(member, "accept", "payments")],
    newer: fresh.addGroupUsers(member, reads),
    differs: {
      older: [
        ...projectInvitation(member, { status: "ACCEPTED" }),
        ...letter(member, "payments"),
        feed("payments", "INVITED_TO_GROUP", member),
        feed("payments", "JOINED_GROUP", member, "null"),
        mail(member, "payments"),
      ],
      newer: [feed("payments", "JOINED_GROUP", member)],
      because: "the newer API needs no acceptance of members; the actor of this one is the test controls",
    },
  },
  "updateGroupInvites ~ removeGroupUserRole": afterwards(
    old.updateGroupInvites(zoe, reads),
    fresh.removeGroupUserRole(zoe, "GROUP_CLUSTER_MANAGER"),
    { roles: reads },
    { roles: reads },
  ),
  "updateGroupInviteById ~ addGroupUserRole": afterwards(
    old.updateGroupInviteById(zoe, [...both, "GROUP_OWNER"]),
    fresh.addGroupUserRole(zoe, "GROUP_OWNER"),
    { roles: [...both, "GROUP_OWNER"] },
    { roles: [...both, "GROUP_OWNER"] },
  ),
  "updateGroupInvites ~ updateOrgUser": afterwards(
    old.updateGroupInvites(zoe, reads),
    fresh.updateOrgUser(zoe, { roles: ["ORG_MEMBER"], gifts: { [payments]: reads } }),
    { roles: reads },
    { roles: reads },
  ),
  "updateGroupInvites ~ addGroupUserRole: the roles there are": afterwards(
    old.updateGroupInvites(zoe, both),
    fresh.addGroupUserRole(zoe, "GROUP_READ_ONLY"),
    { roles: both },
    { roles: both },
  ),
  "deleteGroupInvite ~ removeGroupUser": afterwards(
    old.deleteGroupInvite(zoe),
    fresh.removeGroupUser(zoe),
    { status: "REVOKED", roles: both },
    { roles: [] },
  ),
};
