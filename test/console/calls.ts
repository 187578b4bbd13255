// The demands of each operation of pages on the person who asks, and a request that is let in.

import type { ConsoleOperationId } from "../../src/console/operations/index.ts";
import type { ErrorCode } from "../../src/core/contract/errors.ts";
import { things } from "../support/nested.ts";
import { ids } from "../support/world.ts";
import type { meeting } from "../tables/doors.ts";

export interface ConsoleCall {
  /** The least role; or that the person is signed in, or nothing. */
  readonly demand: keyof typeof meeting | "signed in" | "nothing";
  /** Parameters and body, beside `inPaths`. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** The refusal behind the door, where the request names what is not there. */
  readonly answers?: ErrorCode;
}

const { own } = things;

/** The values of parameters in paths. */
export const inPaths = {
  orgId: own.orgId,
  groupId: own.groupId,
  userId: own.userId,
  inviter: own.ownerName,
};

const token = "a".repeat(43);
const browser = { bound: "browser", origin: "http://anteroom.test" };
const answer = { id: "a", clientDataJSON: "e30" };
const password = "a staple of horses and carts";
const receipt = { receiptId: ids.missing };
const events = { who: own.username };

const member = { demand: "Organization Member" } as const;
const orgOwner = { demand: "Organization Owner" } as const;
const reader = { demand: "Project Read Only" } as const;
const groupOwner = { demand: "Project Owner" } as const;
const accessManager = { demand: "Project Access Manager" } as const;
const signedIn = { demand: "signed in" } as const;
const anybody = { demand: "nothing" } as const;

/** The calls by operation: one without a line does not compile. */
export const consoleCalls: Readonly<Record<ConsoleOperationId, ConsoleCall>> = {
  acceptInvitation: { ...signedIn, input: { token }, answers: "INVITATION_LINK_NOT_FOUND" },
  addPasskey: { ...signedIn, input: { ...browser, answer, name: "phone" }, answers: "PASSKEY_STALE" },
  answerAuthorization: {
    ...signedIn,
    input: {
      clientId: "0oabtxactgS3gHIR0297",
      redirectUri: "http://localhost:1234/",
      challenge: token,
      isConfirmed: false,
    },
  },
  answerCommandLine: {
    ...signedIn,
    input: { code: "BCDFGHJK", isConfirmed: true },
    answers: "DEVICE_CODE_NOT_FOUND",
  },
  answerOffer: {
    ...signedIn,
    input: { orgId: ids.missing, isJoining: true },
    answers: "FEDERATION_OFFER_NOT_FOUND",
  },
  changePassword: { ...signedIn, input: { current: "wrong", password }, answers: "PASSWORD_INCORRECT" },
  declineInvitation: { ...anybody, input: { token }, answers: "INVITATION_LINK_NOT_FOUND" },
  exportGroupEvents: { ...reader, input: events },
  exportOrgEvents: { ...member, input: events },
  finishSignIn: { ...anybody, input: { step: token, ...browser }, answers: "SECOND_STEP_STALE" },
  getFactorRule: member,
  getGroupInvitation: { ...groupOwner, input: { invitationId: own.groupInviteId } },
  getGroupLeaver: accessManager,
  getGroupReceipt: { ...accessManager, input: receipt, answers: "EVENT_NOT_FOUND" },
  getInvitation: { ...anybody, input: { token }, answers: "INVITATION_LINK_NOT_FOUND" },
  getOrgAccess: orgOwner,
  getOrgInvitation: { ...orgOwner, input: { invitationId: own.orgInviteId } },
  getOrgLeaver: orgOwner,
  getOrgReceipt: { ...orgOwner, input: receipt, answers: "ORG_EVENT_NOT_FOUND" },
  getPasswordLink: { ...anybody, input: { token }, answers: "PASSWORD_LINK_NOT_FOUND" },
  getPendingInvitation: { ...orgOwner, answers: "INVITATION_ENDED" },
  getPerson: signedIn,
  getWaitingCommandLine: { ...signedIn, input: { code: "BCDFGHJK" }, answers: "DEVICE_CODE_NOT_FOUND" },
  joinByInvitation: {
    ...anybody,
    input: { token, firstName: "Ada", lastName: "Byron", password },
    answers: "INVITATION_LINK_NOT_FOUND",
  },
  listAttention: signedIn,
  listCommandLines: signedIn,
  listGroupDataUsers: { ...groupOwner, input: { deed: "readData" } },
  listGroupDirectory: reader,
  listGroupEventsOf: { ...reader, input: events },
  listGroupHolders: { ...groupOwner, input: { role: "GROUP_READ_ONLY" } },
  listGroupInvitationsBy: groupOwner,
  listGroupKeyUses: reader,
  listGroupLogins: groupOwner,
  listGroupProvisions: reader,
  listGroupRolesToGive: reader,
  listGroupUserRoles: groupOwner,
  listHome: signedIn,
  listIdentities: orgOwner,
  listMyGroupRoles: reader,
  listMyOrgRoles: member,
  listOffers: signedIn,
  listOrgAccess: orgOwner,
  listOrgAccessChanges: { ...orgOwner, input: { since: 0 } },
  listOrgDatabaseUsers: orgOwner,
  listOrgDirectory: member,
  listOrgEventsOf: { ...member, input: events },
  listOrgGroupCounts: member,
  listOrgHolders: { ...orgOwner, input: { role: "ORG_MEMBER" } },
  listOrgInvitationsBy: orgOwner,
  listOrgKeyUses: member,
  listOrgMakers: member,
  listOrgProjectRoles: member,
  listOrgRolesToGive: member,
  listOrgTeamCounts: member,
  listOrgUserRoles: orgOwner,
  listPasskeys: signedIn,
  listSessions: signedIn,
  makeRecoveryCodes: { ...signedIn, answers: "PASSKEY_NOT_FOUND" },
  noteRefusedIdentity: {
    ...anybody,
    input: { issuer: "https://login.example", subject: "1", email: own.username },
  },
  proveAgain: { ...signedIn, input: { ...browser, password: "wrong" }, answers: "PASSWORD_INCORRECT" },
  releaseIdentity: orgOwner,
  releaseSecondFactor: { ...orgOwner, answers: "PASSKEY_NOT_FOUND" },
  rememberDevice: { ...anybody, input: { token }, answers: "PASSWORD_LINK_NOT_FOUND" },
  removeGroupLeaver: { ...accessManager, input: { codes: [] } },
  removeOrgLeaver: { ...orgOwner, input: { codes: [] } },
  removePasskey: { ...signedIn, input: { id: "none" }, answers: "PASSKEY_NOT_FOUND" },
  requestPasswordReset: { ...anybody, input: { username: own.username } },
  resendInvitation: { ...signedIn, input: { invitationId: ids.missing }, answers: "RESOURCE_NOT_FOUND" },
  resetPassword: { ...anybody, input: { token, password }, answers: "PASSWORD_LINK_NOT_FOUND" },
  revokeGroupInvitationsBy: groupOwner,
  revokeOrgInvitationsBy: orgOwner,
  searchEverything: { ...signedIn, input: { text: "acme" } },
  setFactorRule: { ...orgOwner, input: { rule: "nobody" } },
  signIn: { ...anybody, input: { username: own.username, password }, answers: "SIGN_IN_REFUSED" },
  signInWithPasskey: { ...anybody, input: { ...browser, answer }, answers: "PASSKEY_STALE" },
  signInWithProvider: {
    ...anybody,
    input: {
      issuer: "https://login.example",
      subject: "1",
      email: own.username,
      emailVerified: false,
      firstName: "Ada",
      lastName: "Byron",
    },
    answers: "SIGN_IN_REFUSED",
  },
  signOut: { ...anybody, input: { token } },
  signOutCommandLine: { ...signedIn, input: { id: ids.missing } },
  signOutEverywhere: signedIn,
  signOutSession: { ...signedIn, input: { id: ids.missing } },
};
