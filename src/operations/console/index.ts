// The console operations: a second table, beside the one of the API, of what only pages do.
import { acceptInvitation } from "./acceptInvitation.ts";
import { answerCommandLine } from "./answerCommandLine.ts";
import { changePassword } from "./changePassword.ts";
import { declineInvitation } from "./declineInvitation.ts";
import { getGroupInvitation } from "./getGroupInvitation.ts";
import { getInvitation } from "./getInvitation.ts";
import { getOrgInvitation } from "./getOrgInvitation.ts";
import { getPasswordLink } from "./getPasswordLink.ts";
import { getPendingInvitation } from "./getPendingInvitation.ts";
import { getPerson } from "./getPerson.ts";
import { getWaitingCommandLine } from "./getWaitingCommandLine.ts";
import { joinByInvitation } from "./joinByInvitation.ts";
import { listAttention } from "./listAttention.ts";
import { listCommandLines } from "./listCommandLines.ts";
import { listGroupDirectory } from "./listGroupDirectory.ts";
import { listGroupEventDays } from "./listGroupEventDays.ts";
import { listGroupEventsOf } from "./listGroupEventsOf.ts";
import { listGroupHolders } from "./listGroupHolders.ts";
import { listGroupInvitationsBy } from "./listGroupInvitationsBy.ts";
import { listGroupKeyUses } from "./listGroupKeyUses.ts";
import { listGroupRolesToGive } from "./listGroupRolesToGive.ts";
import { listGroupUserRoles } from "./listGroupUserRoles.ts";
import { listHome } from "./listHome.ts";
import { listMyGroupRoles } from "./listMyGroupRoles.ts";
import { listMyOrgRoles } from "./listMyOrgRoles.ts";
import { listOrgDirectory } from "./listOrgDirectory.ts";
import { listOrgEventDays } from "./listOrgEventDays.ts";
import { listOrgEventsOf } from "./listOrgEventsOf.ts";
import { listOrgGroupCounts } from "./listOrgGroupCounts.ts";
import { listOrgHolders } from "./listOrgHolders.ts";
import { listOrgInvitationsBy } from "./listOrgInvitationsBy.ts";
import { listOrgKeyUses } from "./listOrgKeyUses.ts";
import { listOrgRolesToGive } from "./listOrgRolesToGive.ts";
import { listOrgTeamCounts } from "./listOrgTeamCounts.ts";
import { listOrgUserRoles } from "./listOrgUserRoles.ts";
import { listSessions } from "./listSessions.ts";
import { requestPasswordReset } from "./requestPasswordReset.ts";
import { resendInvitation } from "./resendInvitation.ts";
import { resetPassword } from "./resetPassword.ts";
import { revokeGroupInvitationsBy } from "./revokeGroupInvitationsBy.ts";
import { revokeOrgInvitationsBy } from "./revokeOrgInvitationsBy.ts";
import { signIn } from "./signIn.ts";
import { signInWithProvider } from "./signInWithProvider.ts";
import { signOut } from "./signOut.ts";
import { signOutCommandLine } from "./signOutCommandLine.ts";
import { signOutEverywhere } from "./signOutEverywhere.ts";
import { signOutSession } from "./signOutSession.ts";

export const consoleOperations = {
  acceptInvitation,
  answerCommandLine,
  changePassword,
  declineInvitation,
  getGroupInvitation,
  getInvitation,
  getOrgInvitation,
  getPasswordLink,
  getPendingInvitation,
  getPerson,
  getWaitingCommandLine,
  joinByInvitation,
  listAttention,
  listCommandLines,
  listGroupEventDays,
  listGroupEventsOf,
  listGroupHolders,
  listGroupInvitationsBy,
  listGroupKeyUses,
  listGroupRolesToGive,
  listGroupUserRoles,
  listOrgGroupCounts,
  listOrgEventDays,
  listOrgEventsOf,
  listOrgHolders,
  listGroupDirectory,
  listHome,
  listMyGroupRoles,
  listMyOrgRoles,
  listOrgDirectory,
  listOrgInvitationsBy,
  listOrgKeyUses,
  listOrgRolesToGive,
  listOrgTeamCounts,
  listOrgUserRoles,
  listSessions,
  requestPasswordReset,
  resendInvitation,
  resetPassword,
  revokeGroupInvitationsBy,
  revokeOrgInvitationsBy,
  signIn,
  signInWithProvider,
  signOut,
  signOutCommandLine,
  signOutEverywhere,
  signOutSession,
};

export type ConsoleOperationId = keyof typeof consoleOperations;
