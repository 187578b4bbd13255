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
  teams,
  activity,
  credentials,
  reference,
  rehearsal,
  /** Refusals by code, where people need another sentence than the API's. */
  refusals: {
    ...refusals,
    DEVICE_CODE_NOT_FOUND:
      "No command line is waiting under this code. Check the letters; if they are right, the code has expired or has been used, so start again in your terminal.",
    MAILBOX_UNPROVEN:
      "Somebody made this account for you. To show that the address is yours, follow the link that we have just sent to it and set a password of your own.",
    SIGN_UP_CLOSED:
      "This server makes no accounts by invitation for this address. Ask the person who runs it for one.",
    PASSWORDS_OFF: "Passwords are switched off here. Sign in with the provider.",
    PASSWORD_LINK_NOT_FOUND: "This link is no longer valid. Request a new one.",
    RATE_LIMITED_TOKEN_BUCKET: "Too many attempts.",
    SERVICE_UNAVAILABLE:
      "The server cannot do this right now, for example because its database is away. Nothing was changed. Try again in a moment.",
    TOO_MANY_ADDRESSES: "At most 250 addresses can be invited at once. Nobody was invited.",
    USER_ALREADY_EXISTS: "An account with this address already exists. Sign in with it.",
  } as Readonly<Record<string, string>>,
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
    nobody: "Nobody.",
  },
  home: {
    title: "Organizations and projects",
    orgsTitle: "Organizations",
    groupsTitle: "Projects",
    name: "Name",
    org: "Organization",
    noOrgs: "You do not belong to an organization yet. Accept an invitation, or create an organization.",
    noGroups: "You do not belong to a project yet.",
    more: (count: number) => `${count} more. You find them on the pages of the organizations.`,
    create: "Create an organization",
    newOrg: "Name of the organization",
    accepted: "You have joined. Welcome.",
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
    declineLead: "You can be invited again after you decline. Nothing else happens.",
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
      "The link is incomplete or too old. Copy it from the message again, or ask the person who invited you for a new one.",
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
    sent: "If an account with that address exists, a message is on its way.",
  },
  reset: {
    title: "Choose a new password",
    password: "New password",
    hint: (least: number) =>
      `At least ${least} characters. A few unusual words are better than one complicated word.`,
    submit: "Set the password",
    done: "Your password has been set. Sign in with it.",
  },
};
