// Messages in English.
import { roleTitles } from "../../contract/role-titles-en.ts";
import type { RoleName } from "../../contract/roles.ts";
import { dateOf, type Instant } from "../../domain/instant.ts";
import type { Invitation, Phrases } from "./letter.ts";

const titleOf = (role: RoleName): string => roleTitles[role];

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

function day(at: Instant): string {
  const { year, month, date } = dateOf(at);
  return `${months[month - 1]} ${date}, ${year} (UTC)`;
}

function describeInviter({ kind, name, label = "" }: Invitation["inviter"]): string {
  if (kind === "person") return name;
  const whole = label === "" ? name : `${label} (${name})`;
  return kind === "apiKey" ? `The API key ${whole}` : `The service account ${whole}`;
}

export const en: Phrases = {
  invitation({ inviter, orgName, groupName, roles, groupRoles, teams, expiresAt }, link) {
    const aim = groupName === null ? `the organization ${orgName}` : `the project ${groupName}`;
    const home = groupName === null ? "" : ` of the organization ${orgName}`;
    const lists = [
      {
        label: groupName === null ? "Roles in the organization" : "Roles in the project",
        values: roles.map(titleOf),
      },
      ...groupRoles.map((each) => ({
        label: `Roles in the project ${each.groupName}`,
        values: each.roles.map(titleOf),
      })),
      { label: "Teams", values: teams },
    ];
    return {
      subject: `Invitation to ${aim}`,
      title: `Join ${groupName ?? orgName}`,
      paragraphs: [`${describeInviter(inviter)} invites you to ${aim}${home}.`],
      facts: lists.filter(({ values }) => values.length > 0),
      action: { label: "View invitation", link },
      notes: [
        `The invitation can be accepted until ${day(expiresAt)}.`,
        "If you did not expect this invitation, you can ignore this message. Opening the link does not accept the invitation.",
      ],
    };
  },

  reset: (username, link) => ({
    subject: "Reset your password",
    title: "Reset your password",
    paragraphs: [`Somebody asked for a new password for the account ${username}.`],
    facts: [],
    action: { label: "Choose a new password", link },
    notes: [
      "The link is valid for one hour.",
      "If this was not you, ignore this message. Your password stays the same.",
    ],
  }),

  linkHint: "If the button does not work, copy this link into your browser:",
};
