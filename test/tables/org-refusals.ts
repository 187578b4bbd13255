// What either API refuses about an organization, with the codes of both; where one does not refuse, its status, and why.
import {
  core,
  ends,
  fresh,
  isFull,
  member,
  missing,
  monthPasses,
  old,
  payments,
  rich,
  shipping,
  zoe,
} from "../support/twin-steps.ts";
import type { Step } from "../support/twins.ts";

export interface Refused {
  readonly given: readonly Step[];
  readonly older: Step;
  readonly newer: Step;
  /** The error code of both; or that of each, or a status, and why they differ. */
  readonly answers: string | readonly [older: string | number, newer: string | number, because: string];
}

export const both = (older: Step, newer: Step, answers: Refused["answers"], ...given: Step[]): Refused => ({
  given,
  older,
  newer,
  answers,
});

const plain = ["ORG_MEMBER"];
const reads = ["GROUP_READ_ONLY"];
type Wanted = Parameters<typeof old.createOrgInvite>[1];

const inviting = (who: string | undefined, wanted: Wanted, answers: string, ...given: Step[]): Refused =>
  both(old.createOrgInvite(who, wanted), fresh.createOrgUser(who, wanted), answers, ...given);
const updating = (who: string, wanted: Wanted, answers: Refused["answers"], ...given: Step[]): Refused =>
  both(old.updateOrgInvites(who, wanted), fresh.updateOrgUser(who, wanted), answers, ...given);

export const ended =
  "the older API knows no ended invitations: an unknown one is RESOURCE_NOT_FOUND, and INVALID_INVITATION_ID to delete; the newer one shows them and names the person";
export const acrossKinds = "the older API looks for an invitation, the newer one for a person";
const noMember = "the older API changes invitations, the newer one members too";

export const orgRefusals: Readonly<Record<string, Refused>> = {
  "invite to an organization: a member": inviting(member, { roles: plain }, "USER_ALREADY_IN_ORG"),
  "invite to an organization: somebody who is pending": inviting(
    "NEW@example.com",
    { roles: plain },
    "DUPLICATE_ORG_INVITATION",
  ),
  "invite to an organization: one that is full": inviting(
    zoe,
    { roles: plain },
    "MAX_USERS_PER_ORG_EXCEEDED",
    isFull("org"),
  ),
  "invite to an organization: an unknown team": inviting(
    zoe,
    { roles: plain, teamIds: [core, missing] },
    "TEAM_NOT_FOUND",
  ),
  "invite to an organization: an unknown project": inviting(
    zoe,
    { roles: plain, gifts: { [payments]: reads, [missing]: reads } },
    "GROUP_NOT_FOUND",
  ),
  "invite to an organization: a project of another": inviting(
    zoe,
    { roles: plain, gifts: { [shipping]: reads } },
    "GROUP_NOT_FOUND",
  ),
  "invite to an organization: a project role": inviting(zoe, { roles: reads }, "INVALID_ROLE_FOR_ORG"),
  "invite to an organization: its role in a project": inviting(
    zoe,
    { roles: plain, gifts: { [payments]: plain } },
    "INVALID_ROLE_FOR_GROUP",
  ),
  "invite to an organization: an unknown role": inviting(zoe, { roles: ["ORG_KING"] }, "BAD_REQUEST"),
  "invite to an organization: no roles": inviting(zoe, { roles: [] }, "BAD_REQUEST"),
  "invite to an organization: no roles in a project": inviting(
    zoe,
    { roles: plain, gifts: { [payments]: [] } },
    "BAD_REQUEST",
  ),
  "invite to an organization: roles not named": inviting(zoe, {}, "MISSING_ATTRIBUTE"),
  "invite to an organization: nobody named": inviting(undefined, { roles: plain }, "MISSING_ATTRIBUTE"),
  "invite to an organization: no address": inviting("zoe", { roles: plain }, "INVALID_USERNAME"),

  "update an invitation: an unknown team": updating(
    rich,
    { roles: plain, teamIds: [missing] },
    "TEAM_NOT_FOUND",
  ),
  "update an invitation: an unknown project": updating(
    rich,
    { roles: plain, gifts: { [missing]: reads } },
    "GROUP_NOT_FOUND",
  ),
  "update an invitation: a project of another": updating(
    rich,
    { roles: plain, gifts: { [shipping]: reads } },
    "GROUP_NOT_FOUND",
  ),
  "update an invitation: no roles": updating(rich, { roles: [] }, "BAD_REQUEST"),
  "update an invitation: no roles in a project": updating(
    rich,
    { roles: plain, gifts: { [payments]: [] } },
    "BAD_REQUEST",
  ),
  "update an invitation: a project role": updating(rich, { roles: reads }, "INVALID_ROLE_FOR_ORG"),
  "update an invitation: nobody's": updating(zoe, { roles: plain }, [
    "RESOURCE_NOT_FOUND",
    "USER_NOT_FOUND",
    acrossKinds,
  ]),
  "update an invitation: a member's": updating(member, { roles: plain }, [
    "RESOURCE_NOT_FOUND",
    200,
    noMember,
  ]),
  "update an invitation: an expired one": updating(
    rich,
    { roles: plain },
    ["RESOURCE_NOT_FOUND", "USER_NOT_IN_ORG", ended],
    ends(rich, "expire"),
  ),
  "update an invitation: one that ran out": updating(
    rich,
    { roles: plain },
    ["RESOURCE_NOT_FOUND", "USER_NOT_IN_ORG", ended],
    monthPasses,
  ),
  "update an invitation: a declined one": updating(
    rich,
    { roles: plain },
    ["RESOURCE_NOT_FOUND", "USER_NOT_IN_ORG", ended],
    ends(rich, "decline"),
  ),

  "take an invitation back: an expired one": both(
    old.deleteOrgInvite(rich),
    fresh.removeOrgUser(rich),
    ["INVALID_INVITATION_ID", "USER_NOT_IN_ORG", ended],
    ends(rich, "expire"),
  ),
  "take an invitation back: one that ran out": both(
    old.deleteOrgInvite(rich),
    fresh.removeOrgUser(rich),
    ["INVALID_INVITATION_ID", "USER_NOT_IN_ORG", ended],
    monthPasses,
  ),
  "take an invitation back: a declined one": both(
    old.deleteOrgInvite(rich),
    fresh.removeOrgUser(rich),
    ["INVALID_INVITATION_ID", "USER_NOT_IN_ORG", ended],
    ends(rich, "decline"),
  ),
  "take an invitation back: twice": both(
    old.deleteOrgInvite(rich),
    fresh.removeOrgUser(rich),
    ["INVALID_INVITATION_ID", "USER_NOT_FOUND", ended],
    fresh.removeOrgUser(rich),
  ),
  "take an invitation back: an accepted one": both(
    old.deleteOrgInvite(rich),
    fresh.removeOrgUser(rich),
    ["INVALID_INVITATION_ID", 204, noMember],
    ends(rich, "accept"),
  ),
};
