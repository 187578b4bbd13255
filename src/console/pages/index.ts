// The table of pages. A new one is its file and a line here.
import type { Page } from "../page.ts";
import { accessReview } from "./access-review.tsx";
import { account } from "./account.tsx";
import { groupActivity, orgActivity } from "./activity.tsx";
import { apiKey } from "./api-key.tsx";
import { commandLine } from "./connect.tsx";
import { home } from "./home.tsx";
import { invitation } from "./invitation.tsx";
import { groupInvitation, orgInvitation } from "./invitation-details.tsx";
import { groupInviter, orgInviter } from "./inviter.tsx";
import { groupKeys, orgKeys } from "./keys.tsx";
import { groupMade, orgMade } from "./made.tsx";
import { orgProjects } from "./org-projects.tsx";
import { orgDeprecations, orgSunset, orgSunsetReport } from "./org-sunset.tsx";
import { groupPeople, orgPeople, project } from "./people.tsx";
import { groupPeopleChange, orgPeopleChange } from "./people-change.tsx";
import { groupInvite, orgInvite } from "./people-invite.tsx";
import { groupPerson, orgPerson } from "./person.tsx";
import { beginWithProvider, finishWithProvider } from "./provider.tsx";
import { reference } from "./reference.tsx";
import { referenceOperation } from "./reference-operation.tsx";
import { rehearsal } from "./rehearsal.tsx";
import { rehearsalAccess } from "./rehearsal-access.tsx";
import { rehearsalClock } from "./rehearsal-clock.tsx";
import { rehearsalFaults } from "./rehearsal-faults.tsx";
import { rehearsalLetter, rehearsalMail, rehearsalMessage } from "./rehearsal-mail.tsx";
import { rehearsalRequest } from "./rehearsal-request.tsx";
import { rehearsalRequests } from "./rehearsal-requests.tsx";
import { rehearsalSignIn } from "./rehearsal-sign-in.tsx";
import { rehearsalSnapshots } from "./rehearsal-snapshots.tsx";
import { rehearsalReport, rehearsalSunset } from "./rehearsal-sunset.tsx";
import { serviceAccount } from "./service-account.tsx";
import { orgSettings, projectSettings } from "./settings.tsx";
import { forgotPassword, preferences, resetPassword, signIn, signOut } from "./sign-in.tsx";
import { groupTeam, orgTeam } from "./team.tsx";
import { groupTeams, orgTeams } from "./teams.tsx";
import { groupWhoCan, orgWhoCan } from "./who-can.tsx";

export const pages: readonly Page[] = [
  home,
  account,
  commandLine,
  invitation,
  signIn,
  beginWithProvider,
  finishWithProvider,
  signOut,
  forgotPassword,
  resetPassword,
  preferences,
  orgProjects,
  orgPeople,
  accessReview,
  orgPeopleChange,
  orgInvite,
  orgPerson,
  orgInvitation,
  orgInviter,
  orgSettings,
  orgTeams,
  orgTeam,
  project,
  projectSettings,
  groupPeople,
  groupPeopleChange,
  groupInvite,
  groupPerson,
  groupInvitation,
  groupInviter,
  groupTeams,
  groupTeam,
  orgKeys,
  orgMade,
  apiKey,
  serviceAccount,
  groupKeys,
  groupMade,
  orgActivity,
  orgSunset,
  orgSunsetReport,
  orgDeprecations,
  groupActivity,
  orgWhoCan,
  groupWhoCan,
  reference,
  referenceOperation,
  rehearsal,
  rehearsalSunset,
  rehearsalReport,
  rehearsalClock,
  rehearsalRequests,
  rehearsalRequest,
  rehearsalAccess,
  rehearsalFaults,
  rehearsalMail,
  rehearsalMessage,
  rehearsalLetter,
  rehearsalSnapshots,
  rehearsalSignIn,
];
