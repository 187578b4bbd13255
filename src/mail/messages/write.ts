// Writes a message in one of the languages.
import type { Language } from "../../core/contract/languages.ts";
import { toTimestamp } from "../../core/domain/instant.ts";
import type { Notice } from "../../core/domain/notice.ts";
import { toLine } from "../../core/domain/quoting.ts";
import { en } from "./en.ts";
import { ko } from "./ko.ts";
import {
  type Invitation,
  type Letter,
  looksLikeAddress,
  type Phrases,
  toHtml,
  toText,
  withoutLinks,
} from "./letter.ts";

const phrases: Readonly<Record<Language, Phrases>> = { en, ko };

const give = (letter: Letter, filling: Parameters<typeof toText>[1], language: Language) => ({
  subject: letter.subject,
  text: toText(letter, filling),
  html: toHtml(letter, filling, { language, linkHint: phrases[language].linkHint }),
});

const nameOf = (name: string): string => withoutLinks(toLine(name));

export function writeInvitation(invitation: Invitation, link: string, language: Language) {
  const { inviter, orgName, groupName, groupRoles, teams, roles, expiresAt } = invitation;
  const safe: Invitation = {
    ...invitation,
    inviter: { kind: inviter.kind, name: toLine(inviter.name), label: nameOf(inviter.label ?? "") },
    orgName: nameOf(orgName),
    groupName: groupName === null ? null : nameOf(groupName),
  };
  const words = phrases[language];
  const titlesOf = (names: Invitation["roles"]) => names.map((role) => words.roleTitles[role]);
  const facts = [
    { label: groupName === null ? words.rolesInOrg : words.rolesInGroup, values: titlesOf(roles) },
    ...groupRoles.map((each) => ({
      label: words.rolesIn(nameOf(each.groupName)),
      values: titlesOf(each.roles),
    })),
    { label: words.teams, values: teams.map(nameOf) },
  ].filter(({ values }) => values.length > 0);
  const until = words.day(new Date(expiresAt));
  const letter = words.invitation(safe, words.inviter(safe.inviter), until);
  const unnamed =
    looksLikeAddress(groupName ?? orgName) && words.unnamed[groupName === null ? "org" : "group"];
  return give({ ...letter, ...unnamed }, { facts, link }, language);
}

export const writeReset = (username: string, link: string, language: Language) =>
  give(phrases[language].reset(toLine(username)), { facts: [], link }, language);

export function writeNotice(
  username: string,
  { what, at, remoteAddress, about }: Notice,
  link: string,
  language: Language,
) {
  const { notice, noticeFacts } = phrases[language];
  const facts = [
    { label: noticeFacts.about, values: about.map(toLine) },
    { label: noticeFacts.at, values: [toTimestamp(at)] },
    { label: noticeFacts.from, values: remoteAddress === null ? [] : [remoteAddress] },
  ].filter(({ values }) => values.length > 0);
  return give(notice(what, toLine(username)), { facts, link }, language);
}
