// A message: its content in one language, and its layout as plain text and as HTML that loads nothing from elsewhere.
import { palette } from "@leafygreen-ui/palette";
import type { RoleName } from "../../core/contract/roles.ts";
import type { Instant } from "../../core/domain/instant.ts";
import type { NoticeName } from "../../core/domain/notice.ts";

/** The content of an invitation when its message is sent. Its names are safe for a line of text. */
export interface Invitation {
  readonly inviter: {
    readonly kind: "person" | "apiKey" | "serviceAccount";
    readonly name: string;
    /** The description of a key, or the name of an account; empty or absent if there is none. */
    readonly label?: string;
  };
  readonly orgName: string;
  readonly groupName: string | null;
  readonly roles: readonly RoleName[];
  readonly groupRoles: readonly { readonly groupName: string; readonly roles: readonly RoleName[] }[];
  readonly teams: readonly string[];
  readonly expiresAt: Instant;
}

export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** The text of the button that leads to the link. */
  readonly action: string;
  readonly notes: readonly string[];
}

/** Returns the words of a notice, whose subject is its title. */
export const told = (title: string, ...paragraphs: string[]) => ({ subject: title, title, paragraphs });

/** The content of a letter other than its words. */
interface Filling {
  /** The lists, each with a heading, such as roles. */
  readonly facts: readonly { readonly label: string; readonly values: readonly string[] }[];
  readonly link: string;
}

export interface Phrases {
  readonly roleTitles: Readonly<Record<RoleName, string>>;
  readonly rolesInOrg: string;
  readonly rolesInGroup: string;
  rolesIn(groupName: string): string;
  readonly teams: string;
  inviter(inviter: Invitation["inviter"]): string;
  /** Writes a day in UTC; `Intl` would need 5 MB of data. */
  day(at: Date): string;
  invitation(invitation: Invitation, inviter: string, until: string): Letter;
  /** The subject and title for a name that looks like a web address. */
  readonly unnamed: Readonly<Record<"org" | "group", Pick<Letter, "subject" | "title">>>;
  reset(username: string): Letter;
  notice(what: NoticeName, username: string): Letter;
  /** The headings of further facts in a notice. */
  readonly noticeFacts: Readonly<Record<"at" | "from" | "about", string>>;
  /** The hint above the link as text, for readers whose button does not work. */
  readonly linkHint: string;
}

const { green, gray, black, white } = palette;

const unsafe: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => unsafe[sign] ?? "");

const webAddress = /(?<![\p{L}\p{N}])www\.|[\p{L}\p{N}]\.\p{L}{2,}|:\/\//iu;

/** Reports whether a name looks like a web address; in a subject it would be an advertisement from us. */
export const looksLikeAddress = (name: string): boolean => webAddress.test(name);

/** Returns a name that no mail program turns into a link. */
export const withoutLinks = (name: string): string =>
  looksLikeAddress(name) ? name.replace(/\.(?=\S)|:(?=\/\/)/g, "$& ") : name;

export function toText({ title, paragraphs, action, notes }: Letter, { facts, link }: Filling): string {
  const lists = facts.map(({ label, values }) =>
    [`${label}:`, ...values.map((each) => `  - ${each}`)].join("\n"),
  );
  return `${[title, ...paragraphs, ...lists, `${action}:\n${link}`, ...notes].join("\n\n")}\n`;
}

const fonts =
  "'Euclid Circular A','Helvetica Neue',Helvetica,Arial,'Apple SD Gothic Neo','Malgun Gothic',sans-serif";

const paragraph = (text: string, style = ""): string =>
  `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;

const list = ({ label, values }: Filling["facts"][number]): string =>
  `${paragraph(label, "margin-bottom:4px;font-weight:bold")}<ul style="margin:0 0 16px;padding-left:24px">${values
    .map((each) => `<li>${escaped(each)}</li>`)
    .join("")}</ul>`;

/** Writes HTML with tables and inline styles, which all mail programs support. */
export function toHtml(
  { subject, title, paragraphs, action, notes }: Letter,
  { facts, link: target }: Filling,
  { language, linkHint }: { language: string; linkHint: string },
): string {
  const link = escaped(target);
  const small = `font-size:13px;color:${gray.dark1}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(subject)}</title>
</head>
<body style="margin:0;padding:24px 12px;background:${gray.light3};color:${black};font:16px/24px ${fonts}">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;margin:0 auto;background:${white};border:1px solid ${gray.light2};border-top:4px solid ${green.dark2};border-radius:8px">
<tr><td style="padding:32px;overflow-wrap:anywhere;word-break:keep-all">
<h1 style="margin:0 0 16px;font-size:24px;line-height:32px;color:${green.dark3}">${escaped(title)}</h1>
${[...paragraphs.map((each) => paragraph(each)), ...facts.map(list)].join("\n")}
<p style="margin:24px 0"><a href="${link}" style="display:inline-block;padding:10px 20px;border-radius:6px;background:${green.dark2};color:${white};font-weight:bold;text-decoration:none">${escaped(action)}</a></p>
${notes.map((each) => paragraph(each)).join("\n")}
${paragraph(linkHint, `margin-bottom:4px;${small}`)}
<p style="margin:0;${small}"><a href="${link}" style="color:${green.dark2}">${link}</a></p>
</td></tr>
</table>
</body>
</html>
`;
}
