// Messages in English.
import { roleTitles } from "../../contract/role-titles-en.ts";
import type { Phrases } from "./letter.ts";

const months = "January February March April May June July August September October November December".split(
  " ",
);

export const en: Phrases = {
  roleTitles,
  rolesInOrg: "Roles in the organization",
  rolesInGroup: "Roles in the project",
  rolesIn: (groupName) => `Roles in the project ${groupName}`,
  teams: "Teams",

  inviter({ kind, name, label = "" }) {
    if (kind === "person") return name;
    const whole = label === "" ? name : `${label} (${name})`;
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

  reset: (username) => ({
    subject: "Reset your password",
    title: "Reset your password",
    paragraphs: [`Somebody asked for a new password for the account ${username}.`],
    action: "Choose a new password",
    notes: [
      "The link is valid for one hour.",
      "If this was not you, ignore this message. Your password stays the same.",
    ],
  }),

  linkHint: "If the button does not work, copy this link into your browser:",
};
