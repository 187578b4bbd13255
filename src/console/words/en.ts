// The console in English.
import { roleTitles } from "../../contract/role-titles-en.ts";
import type { RoleName } from "../../contract/roles.ts";
import type { ProviderProblem } from "../oidc.ts";
import { activity } from "./en-activity.ts";
import { credentials } from "./en-credentials.ts";
import { lists, people, projects, refusals, teams } from "./en-people.ts";
import { reference } from "./en-reference.ts";
import { rehearsal } from "./en-rehearsal.ts";
import { roleHelp } from "./en-roles.ts";
import { groupSettings, orgSettings } from "./en-settings.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en = {
  product: "Anteroom",
  role: (role: string): string => roleTitles[role as RoleName] ?? role,
  /** Where it is plain what it is a role in. */
  shortRole: (role: string): string =>
    (roleTitles[role as RoleName] ?? role).replace(/^(Organization|Project) /, ""),
  roleHelp,
  lists,
  people,
  projects,
  orgSettings,
  groupSettings,
  teams,
  activity,
  credentials,
  reference,
  rehearsal,
  /** Refusals by code, where people need another sentence than the API's. */
  refusals: {
    ...refusals,
    API_KEY_REQUIRES_DESCRIPTION: "Enter a description.",
    MISSING_ONE_OF_ATTRIBUTES: "Enter an address or a network.",
    INVALID_GROUP_NAME: "Choose another name for the project.",
    INVALID_ORG_NAME: "Choose another name for the organization.",
    INVALID_TEAM_NAME: "Choose another name for the team.",
    WEAK_PASSWORD: "Choose another password.",
    API_KEY_NOT_FOUND: "This API key is not here any more.",
    BAD_REQUEST: "Check what you entered.",
    CANNOT_DELETE_ORG_INVITATION: "This is an invitation to the organization. Revoke it there.",
    INVALID_ROLE_FOR_GROUP: "This is not a role of projects.",
    INVALID_ROLE_FOR_ORG: "This is not a role of organizations.",
    MAX_API_KEYS_PER_ORG_EXCEEDED: "The organization has reached its limit of API keys.",
    MAX_GROUPS_PER_ORG_EXCEEDED: "The organization has reached its limit of projects.",
    MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED: "The organization has reached its limit of service accounts.",
    MISSING_API_KEY_ROLES: "Choose at least one role.",
    SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED: "The account has two secrets already. Delete one first.",
    NOT_ORG_OWNER: "Only owners of the organization may do this.",
    API_KEY_ACCESS_LIST_NOT_FOUND: "This entry is not on the access list any more.",
    GROUP_NOT_FOUND: "There is no such project.",
    INVITATION_LINK_NOT_FOUND: "This link is incomplete or has expired.",
    ORG_NOT_EMPTY: "The organization still has projects. Delete them first.",
    ORG_NOT_FOUND: "There is no such organization.",
    SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND: "This entry is not on the access list any more.",
    SERVICE_ACCOUNT_NOT_FOUND: "There is no such service account.",
    SERVICE_ACCOUNT_SECRET_NOT_FOUND: "This secret is not here any more.",
    TEAM_NOT_FOUND: "There is no such team.",
    TEAM_NOT_IN_GROUP: "This team is not in the project any more.",
    USER_NOT_FOUND: "There is no such person.",
    USER_NOT_IN_GROUP: "This person is not in the project any more.",
    USER_NOT_IN_ORG: "This person is not in the organization any more.",
    USER_NOT_IN_TEAM: "This person is not in the team any more.",
    DEVICE_CODE_NOT_FOUND:
      "No command line is waiting with this code. Check the letters. If they are right, the code has expired or was used: start again in your terminal.",
    MAILBOX_UNPROVEN:
      "Somebody made this account for you. To show that the address is yours, follow the link that we have just sent to it and set a password of your own.",
    SIGN_UP_CLOSED:
      "This server makes no accounts by invitation for this address. Ask the person who runs it for one.",
    PASSWORDS_OFF: "Passwords are switched off here. Sign in with the provider.",
    PASSWORD_LINK_NOT_FOUND:
      "It was used, is older than one hour, or is incomplete. Request a new one; your password is unchanged.",
    RESOURCE_NOT_FOUND: "There is nothing at this address.",
    RATE_LIMITED_TOKEN_BUCKET: "Too many attempts.",
    SERVICE_UNAVAILABLE:
      "The server cannot do this right now, for example because its database is away. Nothing was changed. Try again in a moment.",
    TOO_MANY_ADDRESSES: "At most 250 addresses can be invited at once. Nobody was invited.",
    USER_ALREADY_EXISTS: "An account with this address already exists. Sign in with it.",
  } as Readonly<Record<string, string>>,
  /** What is wrong with a field, as the API says it. */
  fieldProblem: (description: string): string =>
    description.startsWith("At least one role") ? "Choose at least one role." : description,
  layout: {
    skip: "Skip to content",
    skipToList: "Skip to the list",
    home: "Organizations",
    account: "Account",
    signIn: "Sign in",
    signOut: "Sign out",
    navigation: "Main",
    inOrg: "Organization",
    inGroup: "Project",
    rehearsal: "Rehearsal",
    language: "Language",
    theme: "Appearance",
    themes: { light: "Light", dark: "Dark", system: "Same as system" },
    preferences: "Language and appearance",
    menuOf: (who: string) => `Menu of ${who}`,
    settings: "Settings",
    copied: "Copied",
    copyOf: (what: string) => `Copy ${what}`,
    tryAgain: (seconds: number) => `Try again in ${plural(seconds, "second", "seconds")}.`,
    back: "Back",
    cancel: "Cancel",
    save: "Save",
    remove: "Remove",
    none: "None",
    places: "Here",
    projects: "Projects",
    people: "People",
    teams: "Teams",
    keys: "Keys",
    activity: "Activity",
    required: "required",
  },
  code: {
    links: {
      api: "This page as curl, atlas CLI, TypeScript, Go, Python or Terraform",
      controls: "This page as curl or TypeScript",
    },
    read: "Reads:",
    form: "A form sends:",
    control: "Test control:",
    title: (page: string) => `${page} as code`,
    leads: {
      api: "What the page reads, and what its forms send, through the API. PUBLIC_KEY and PRIVATE_KEY are those of an API key that may do it.",
      controls:
        "What the page shows and does, through the test controls. They ask for no credentials, unless the server has an ANTEROOM_CONTROL_TOKEN.",
    },
  },
  whoCan: {
    title: "Who can",
    lead: "Whoever may perform an operation here, and the role that lets them.",
    operation: "Operation",
    show: "Show",
    needs: (role: string, count: number) =>
      `It needs ${role}, or a role that includes it: ${plural(count, "holder", "holders")}.`,
    who: "Who",
    kind: "Kind",
    kinds: { USER: "Person", SERVICE_ACCOUNT: "Service account", API_KEY: "API key" },
    by: "By",
    from: {
      GROUP: (name: string) => `in the project ${name}`,
      ORG: (name: string) => `in the organization ${name}`,
      TEAM: (name: string) => `through the team ${name}`,
    },
    nobody: "Nobody may perform it.",
  },
  home: {
    title: "Organizations and projects",
    noOrgs: "You do not belong to an organization yet. Accept an invitation, or create an organization.",
    more: (count: number) =>
      `${plural(count, "more organization", "more organizations")}. Search to find them.`,
    create: "Create an organization",
    newOrg: "Name of the organization",
    accepted: "You have joined. Welcome.",
    projectsOf: (org: string) => `Projects of ${org}`,
    waiting: "Invited",
    /** Read after the number. */
    waitingFor: (project: string, count: number) =>
      `pending ${count === 1 ? "invitation" : "invitations"} to ${project}`,
    active: "Last activity",
    all: (count: number, org: string) => `All ${count} projects of ${org}`,
    emptyOrg: "There is no project yet. Create one, then invite people to it.",
    emptyForMember: "You are in no project of this organization yet. Ask an owner to add you to one.",
    attention: {
      title: "Needs attention",
      none: "Nothing needs attention.",
      more: (count: number) => `${count} more`,
      invite: (who: string, where: string, when: string) =>
        `The invitation of ${who} to ${where} expires ${when}.`,
      invites: (count: string, where: string) => `${count} invitations to ${where} expire within three days.`,
      secret: (account: string, org: string, when: string) =>
        `The last secret of ${account} in ${org} expires ${when}.`,
      secrets: (count: string, org: string) =>
        `${count} service accounts in ${org} have a last secret that expires within 14 days.`,
      key: (key: string, org: string, when: string | undefined) =>
        when === undefined
          ? `The API key ${key} in ${org} has not been used.`
          : `The API key ${key} in ${org} was last used ${when}.`,
      keys: (count: string, org: string) => `${count} API keys in ${org} are not being used.`,
      owner: (who: string, org: string) =>
        `${who} owns ${org} and can sign in with a password alone, without a second factor.`,
      owners: (count: string, org: string) =>
        `${count} owners of ${org} can sign in with a password alone, without a second factor.`,
    },
  },
  account: {
    title: "Account",
    changeTitle: "Password",
    current: "Current password",
    change: "Change the password",
    changed: "Your password has been changed. Other browsers and all command lines have been signed out.",
    sessionsTitle: "Everywhere",
    everywhereLead: "Signs you out in every browser, including this one, and in every command line.",
    everywhere: "Sign out everywhere",
    commandLines: {
      title: "Command lines",
      client: "Program",
      from: "Signed in from",
      signedIn: "Signed in",
      renewed: "Last renewed",
      until: "Lasts until",
      lead: "Each is signed out by itself after four hours without renewal, and twelve hours after it was signed in. One that is used is renewed each hour.",
      actions: "Actions",
      signOut: "Sign out",
      signOutOf: (client: string, from: string) => `Sign out ${client} at ${from}`,
      signedOut: "The command line has been signed out.",
      none: "No command line is signed in.",
    },
    sessions: {
      title: "Browsers",
      lead: "Each is signed out by itself after an hour without use, and twelve hours after it was signed in.",
      browser: "Browser",
      current: "This browser",
      unnamed: "Unknown browser",
      from: "Last used from",
      signedIn: "Signed in",
      lastUsed: "Last used",
      actions: "Actions",
      signOut: "Sign out",
      signOutOf: (browser: string, from: string) => `Sign out ${browser} at ${from}`,
      signedOut: "The browser has been signed out.",
      none: "No browser is signed in.",
    },
  },
  commandLine: {
    title: "Sign in a command line",
    lead: "Enter the code that your terminal shows. You are asked before anything is signed in.",
    code: "Code",
    hint: "Eight letters, such as BCDF-GHJK.",
    submit: "Continue",
    question: "Sign in this command line?",
    compare: "Your terminal must show exactly this code:",
    beware:
      "Confirm only if you started this yourself, just now. If somebody sent you the code or asked you to enter it, deny: whoever has that terminal could do everything that you can do.",
    client: "Program",
    agent: "Calls itself",
    from: "Asked from",
    elsewhere: "This is not the network of your browser.",
    asked: "Asked at",
    as: "Signs in as",
    may: "May do",
    mayAll:
      "Everything that your roles allow, in all your organizations and projects, for up to 12 hours. You can sign it out on the page of your account.",
    confirm: "Confirm",
    deny: "Deny",
    connected: "The command line is signed in. Go back to your terminal; you can close this page.",
    denied: "You have denied the request. Nothing was signed in.",
  },
  invitation: {
    title: "You are invited",
    to: "To",
    inOrg: (org: string) => `in ${org}`,
    roles: "Roles",
    teams: "Teams",
    inviter: "Invited by",
    invited: "For",
    until: "Valid until",
    accept: "Accept the invitation",
    decline: "Decline",
    declineConfirm: (to: string) => `Decline the invitation to ${to}? You can be invited again.`,
    signIn: "Sign in to accept",
    joinLead: "Enter your name and choose a password to join.",
    firstName: "First name",
    lastName: "Last name",
    password: "Password",
    join: "Create the account and accept",
    otherAddress: (here: string, invited: string) =>
      `You are signed in as ${here}, but the invitation is for ${invited}.`,
    switchTo: "Sign in with the invited address",
    missingTitle: "Invitation not found",
    missing:
      "The link is incomplete or has expired. Copy it from the message again, or ask the person who invited you for a new one.",
    ended: {
      ACCEPTED: {
        title: "This invitation has been accepted",
        lead: (target: string, _inviter: string) => `The invited person has joined ${target}.`,
      },
      DECLINED: {
        title: "This invitation has been declined",
        lead: (target: string, inviter: string) => `To join ${target}, ask ${inviter} for a new invitation.`,
      },
      REVOKED: {
        title: "This invitation has been revoked",
        lead: (target: string, inviter: string) => `Ask ${inviter} whether you should still join ${target}.`,
      },
      EXPIRED: {
        title: "This invitation has expired",
        lead: (target: string, inviter: string) => `To join ${target}, ask ${inviter} for a new invitation.`,
      },
    },
  },
  notFound: {
    title: "This page cannot be shown",
    nowhere: "Page not found",
    lead: "It may have been removed, or it may belong to somebody else.",
    unexpected: "Something went wrong. Go back and try again.",
    home: "Go to your organizations",
    unavailableTitle: "Not available right now",
    staleTitle: "This form is out of date",
    stale: "Somebody signed in or out in this browser after the form was shown. Nothing was changed.",
    again: "Open the page again",
  },
  signIn: {
    title: "Sign in",
    address: "E-mail address",
    password: "Password",
    submit: "Sign in",
    forgot: "Forgot your password?",
    provider: (name: string) => `Continue with ${name}`,
    or: "or",
    problems: {
      denied: (name: string) => `The sign-in with ${name} was cancelled. Nothing was changed.`,
      stale: (_name: string) =>
        "This sign-in took too long, was already finished, or was started in another browser. Start again.",
      down: (name: string) =>
        `${name} cannot be reached right now. Try again later, or sign in with your password.`,
      failed: (name: string) =>
        `${name} did not confirm your identity. Try again. If it keeps failing, tell the administrator of this server.`,
      old: (name: string) =>
        `${name} did not say that you have just signed in there. Try again. If it keeps failing, tell the administrator of this server.`,
      unverified: (name: string) =>
        `${name} has not verified your e-mail address. Verify the address there, or sign in with your password.`,
      closed: (_name: string) =>
        "There is no account for your address here yet. Ask somebody in the organization to invite you, then sign in again.",
    } satisfies Record<ProviderProblem, (name: string) => string>,
    again:
      "To give lasting access, sign in again: your last sign-in was more than 15 minutes ago. Afterwards you are back on the page, to send its form once more.",
    noAccount: "You get an account by accepting an invitation. Ask the owner of your project to invite you.",
  },
  forgot: {
    title: "Reset your password",
    lead: "Enter the address of your account. If the account exists, we send a message with a link, which is valid for one hour.",
    submit: "Send the link",
    sentTitle: "Check your mail",
    sent: "If an account with that address exists, a message is on its way. Its link is valid for one hour.",
  },
  reset: {
    title: "Choose a new password",
    goneTitle: "This link no longer works",
    password: "New password",
    hint: (least: number) =>
      `At least ${least} characters. A few unusual words are better than one complicated word.`,
    submit: "Set the password",
    done: "Your password has been set. Sign in with it.",
  },
};
