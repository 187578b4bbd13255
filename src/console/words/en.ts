// The console in English.
import { roleTitles } from "../../contract/role-titles-en.ts";
import type { RoleName } from "../../contract/roles.ts";
import type { ProviderProblem } from "../oidc.ts";
import { activity } from "./en-activity.ts";
import { credentials } from "./en-credentials.ts";
import { lists, people, projects, refusals, teams } from "./en-people.ts";
import { rehearsal } from "./en-rehearsal.ts";
import { roleHelp } from "./en-roles.ts";

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const en = {
  product: "Anteroom",
  role: (role: string): string => roleTitles[role as RoleName] ?? role,
  roleHelp,
  lists,
  people,
  projects,
  teams,
  activity,
  credentials,
  rehearsal,
  /** Refusals by code, where people need another sentence than the API's. */
  refusals: {
    ...refusals,
    PASSWORD_LINK_NOT_FOUND: "This link does not serve any more. Ask for another.",
    RATE_LIMITED_TOKEN_BUCKET: "That was too often.",
    USER_ALREADY_EXISTS: "There is an account of this address already. Sign in with it.",
  } as Readonly<Record<string, string>>,
  layout: {
    skip: "Skip to content",
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
    themes: { light: "Light", dark: "Dark", system: "As the system" },
    apply: "Apply",
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
  home: {
    title: "Organizations and projects",
    orgsTitle: "Organizations",
    groupsTitle: "Projects",
    name: "Name",
    org: "Organization",
    noOrgs: "You belong to no organization yet. Accept an invitation, or create one.",
    noGroups: "You belong to no project yet.",
    more: (count: number) => `${count} more are in the pages of the organizations.`,
    create: "Create an organization",
    newOrg: "Name of the organization",
    accepted: "You have joined. Welcome.",
  },
  account: {
    title: "Account",
    changeTitle: "Password",
    current: "Current password",
    change: "Change the password",
    changed: "The password is changed. Other browsers are signed out.",
    sessionsTitle: "Browsers",
    everywhereLead: "Signs you out in every browser, this one too.",
    everywhere: "Sign out everywhere",
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
    declineLead: "Whoever invited you can invite you again. Nothing else happens.",
    signIn: "Sign in to accept",
    joinLead: "Choose a name and a password; then you belong to it.",
    firstName: "First name",
    lastName: "Last name",
    password: "Password",
    join: "Create the account and accept",
    otherAddress: (here: string, invited: string) =>
      `You are signed in as ${here}, but the invitation is for ${invited}.`,
    switchTo: "Sign in with the invited address",
    missingTitle: "There is no such invitation",
    missing:
      "The link is not whole, or too old. Copy it from the message once more, or ask whoever invited you for another.",
    ended: {
      ACCEPTED: {
        title: "This invitation was accepted",
        lead: (target: string, _inviter: string) => `Its person belongs to ${target}.`,
      },
      DECLINED: {
        title: "This invitation was declined",
        lead: (target: string, inviter: string) => `To join ${target} after all, ask ${inviter} for another.`,
      },
      REVOKED: {
        title: "This invitation was taken back",
        lead: (target: string, inviter: string) => `Ask ${inviter} if you should still join ${target}.`,
      },
      EXPIRED: {
        title: "This invitation has run out",
        lead: (target: string, inviter: string) => `Ask ${inviter} for another to join ${target}.`,
      },
    },
  },
  notFound: {
    title: "This page cannot be shown",
    lead: "It may have been removed, or it may belong to somebody else.",
    unexpected: "Something went wrong here. Go back and try once more.",
    home: "To your organizations",
    staleTitle: "This form is out of date",
    stale: "Somebody signed in or out in this browser after it was shown. Nothing of it was done.",
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
      denied: (name: string) => `The sign-in with ${name} was cancelled. Nothing happened.`,
      stale: (_name: string) =>
        "This sign-in took too long, was finished already, or was begun in another browser. Begin once more.",
      down: (name: string) =>
        `${name} cannot be reached at the moment. Try again later, or sign in with your password.`,
      failed: (name: string) =>
        `${name} did not confirm who you are. Try again; if it stays so, tell whoever runs this server.`,
      unverified: (name: string) =>
        `${name} does not vouch for your e-mail address. Confirm the address there, or sign in with your password.`,
    } satisfies Record<ProviderProblem, (name: string) => string>,
    noAccount:
      "Accounts are made by accepting an invitation. Ask somebody who owns your project to invite you.",
  },
  forgot: {
    title: "Reset your password",
    lead: "Name the address of your account. If there is one, a message with a link is on its way; the link serves for one hour.",
    submit: "Send the link",
    sent: "If there is an account of that address, a message is on its way.",
  },
  reset: {
    title: "Choose a new password",
    password: "New password",
    hint: (least: number) =>
      `At least ${least} characters. A few unusual words serve better than one clever one.`,
    submit: "Set the password",
    done: "The password is set. Sign in with it.",
  },
};
