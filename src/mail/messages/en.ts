// Messages in English.
import { roleTitles } from "../../core/contract/role-titles-en.ts";
import type { NoticeName } from "../../core/domain/notice.ts";
import { type Phrases, told } from "./letter.ts";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const happened: Readonly<Record<NoticeName, (username: string) => ReturnType<typeof told>>> = {
  IDENTITY_REFUSED: (username) =>
    told(
      "Somebody else was refused at your account",
      `The sign-in provider named another person with your address ${username}. That person was not let into your account.`,
    ),
  IDENTITY_RELEASED: (username) =>
    told(
      "Your account was released",
      `The next person whom the sign-in provider names with your address ${username} takes your account. Its passkeys and recovery codes are gone, and all your sessions have ended.`,
    ),
  PASSKEY_ADDED: (username) => told("A passkey was added", `The account ${username} has a new passkey.`),
  PASSKEY_REMOVED: (username) =>
    told("A passkey was removed", `A passkey of the account ${username} was removed.`),
  RECOVERY_CODES_MADE: (username) =>
    told(
      "New recovery codes were made",
      `The account ${username} has new recovery codes; older ones are void.`,
    ),
  RECOVERY_CODE_USED: (username) =>
    told(
      "A recovery code was used",
      `Somebody signed in to the account ${username} with a recovery code. Below is how many are left.`,
    ),
  SECOND_FACTOR_RELEASED: (username) =>
    told(
      "Your second factor was removed",
      `All passkeys and recovery codes of the account ${username} were removed, and it was signed out everywhere.`,
    ),
  PASSWORD_OF_PROVIDER: (username) =>
    told(
      "Your account signs in through its provider",
      `Somebody asked for a new password for the account ${username}. It is signed in to through the sign-in provider, so a mailed link sets no password for it.`,
    ),
  PASSWORD_CHANGED: (username) =>
    told("Your password was changed", `The account ${username} has a new password.`),
};

export const en: Phrases = {
  roleTitles,
  rolesInOrg: "Roles in the organization",
  rolesInGroup: "Roles in the project",
  rolesIn: (groupName) => `Roles in the project ${groupName}`,
  teams: "Teams",

  inviter({ kind, name, label = "" }) {
    const whole = label === "" ? name : `${label} (${name})`;
    if (kind === "person") return whole;
    return kind === "apiKey" ? `The API key ${whole}` : `The service account ${whole}`;
  },

  day: (at) => `${months[at.getUTCMonth()]} ${at.getUTCDate()}, ${at.getUTCFullYear()}`,

  invitation({ orgName, groupName }, inviter, until) {
    const aim = groupName === null ? `the organization ${orgName}` : `the project ${groupName}`;
    const home = groupName === null ? "" : ` of the organization ${orgName}`;
    return {
      subject: `Invitation to ${aim}`,
      title: `Join ${groupName ?? orgName}`,
      paragraphs: [`${inviter} invites you to ${aim}${home}.`],
      action: "View invitation",
      notes: [
        `The invitation can be accepted until ${until} (UTC).`,
        "If you did not expect this invitation, you can ignore this message. Opening the link does not accept the invitation.",
      ],
    };
  },

  unnamed: {
    org: { subject: "Invitation to an organization", title: "Join an organization" },
    group: { subject: "Invitation to a project", title: "Join a project" },
  },

  reset: (username) => ({
    subject: "Reset your password",
    title: "Reset your password",
    paragraphs: [`Somebody asked for a new password for the account ${username}.`],
    action: "Choose a new password",
    notes: [
      "The link is valid for one hour.",
      "With the link you can also keep your password and sign in, if attempts of others keep you waiting.",
      "If this was not you, ignore this message. Your password stays the same.",
    ],
  }),

  notice: (what, username) => ({
    ...happened[what](username),
    action: "Open your account",
    notes: [
      "If this was not you, sign in, change your password, sign out everywhere, and tell an owner of your organization.",
    ],
  }),
  noticeFacts: { at: "Time", from: "From the address", about: "About" },

  linkHint: "If the button does not work, copy this link into your browser:",
};
