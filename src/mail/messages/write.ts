// Writes a message in one of the languages.
import type { Language } from "../../contract/languages.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import { type Invitation, type Letter, type Phrases, toHtml, toLine, toText } from "./letter.ts";

const phrases: Readonly<Record<Language, Phrases>> = { en, ko };

export interface Written {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const give = (letter: Letter, language: Language): Written => ({
  subject: letter.subject,
  text: toText(letter),
  html: toHtml(letter, { language, linkHint: phrases[language].linkHint }),
});

/** The message with an invitation. */
export function writeInvitation(invitation: Invitation, link: string, language: Language): Written {
  const { inviter, orgName, groupName, groupRoles, teams } = invitation;
  const safe: Invitation = {
    ...invitation,
    inviter: { kind: inviter.kind, name: toLine(inviter.name), label: toLine(inviter.label ?? "") },
    orgName: toLine(orgName),
    groupName: groupName === null ? null : toLine(groupName),
    groupRoles: groupRoles.map((each) => ({ groupName: toLine(each.groupName), roles: each.roles })),
    teams: teams.map(toLine),
  };
  return give(phrases[language].invitation(safe, link), language);
}

/** The message to a person who forgot the password. */
export const writeReset = (username: string, link: string, language: Language): Written =>
  give(phrases[language].reset(toLine(username), link), language);
