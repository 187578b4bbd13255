// Tests of the full texts of messages, in each language, and of names that try to inject more than a name.
import { deepEqual, doesNotMatch, equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { languageCodes } from "../../core/contract/languages.ts";
import { groupRoleNames, orgRoleNames } from "../../core/contract/roles.ts";
import type { Invitation } from "./letter.ts";
import { writeInvitation, writeReset } from "./write.ts";

const link = "https://atlas.example.com/invitations/token";

const toGroup: Invitation = {
  inviter: { kind: "person", name: "owner@example.com" },
  orgName: "Acme",
  groupName: "payments",
  roles: ["GROUP_READ_ONLY", "GROUP_DATA_ACCESS_ADMIN"],
  groupRoles: [],
  teams: [],
  expiresAt: Date.parse("2026-09-09T03:04:53Z"),
};

const toOrg: Invitation = {
  ...toGroup,
  inviter: { kind: "apiKey", name: "abcdefgh" },
  groupName: null,
  roles: ["ORG_MEMBER"],
  groupRoles: [{ groupName: "payments", roles: ["GROUP_OWNER"] }],
  teams: ["core"],
};

test("an invitation to a project in English", () => {
  const { subject, text } = writeInvitation(toGroup, link, "en");
  equal(subject, "Invitation to the project payments");
  equal(
    text,
    `Join payments

owner@example.com invites you to the project payments of the organization Acme.

Roles in the project:
  - Project Read Only
  - Project Data Access Admin

View invitation:
${link}

The invitation can be accepted until September 9, 2026 (UTC).

If you did not expect this invitation, you can ignore this message. Opening the link does not accept the invitation.
`,
  );
});

test("an invitation to an organization in English names projects and teams", () => {
  const { subject, text } = writeInvitation(toOrg, link, "en");
  equal(subject, "Invitation to the organization Acme");
  match(
    text,
    /^Join Acme\n\nThe API key abcdefgh invites you to the organization Acme\.\n\nRoles in the organization:\n {2}- Organization Member\n\nRoles in the project payments:\n {2}- Project Owner\n\nTeams:\n {2}- core\n\nView/,
  );
});

test("an invitation to a project in Korean", () => {
  const { subject, text } = writeInvitation(toGroup, link, "ko");
  equal(subject, "payments 프로젝트 초대");
  equal(
    text,
    `payments 프로젝트 참여

owner@example.com 님이 회원님을 Acme 조직의 payments 프로젝트에 초대했습니다.

프로젝트에서의 역할:
  - 프로젝트 읽기 전용
  - 프로젝트 데이터 접근 관리자

초대 보기:
${link}

2026년 9월 9일(UTC)까지 초대를 수락할 수 있습니다.

예상하지 못한 초대라면 이 메일을 무시하세요. 링크를 열기만 해서는 수락되지 않으며, 직접 수락하기 전에는 아무 일도 일어나지 않습니다.
`,
  );
});

test("an invitation to an organization in Korean names projects and teams", () => {
  const { subject, text } = writeInvitation(toOrg, link, "ko");
  equal(subject, "Acme 조직 초대");
  match(
    text,
    /^Acme 조직 참여\n\nAPI 키\(abcdefgh\)가 회원님을 Acme 조직에 초대했습니다\.\n\n조직에서의 역할:\n {2}- 조직 구성원\n\npayments 프로젝트에서의 역할:\n {2}- 프로젝트 소유자\n\n팀:\n {2}- core\n\n/,
  );
});

test("a new password is offered for an hour, in both languages", () => {
  const reset = "https://atlas.example.com/reset-password/token";
  equal(
    writeReset("zoe@example.com", reset, "en").text,
    `Reset your password

Somebody asked for a new password for the account zoe@example.com.

Choose a new password:
${reset}

The link is valid for one hour.

With the link you can also keep your password and sign in, if attempts of others keep you waiting.

If this was not you, ignore this message. Your password stays the same.
`,
  );
  equal(
    writeReset("zoe@example.com", reset, "ko").text,
    `비밀번호 재설정

zoe@example.com 계정의 새 비밀번호를 설정해 달라는 요청이 있었습니다.

새 비밀번호 설정:
${reset}

이 링크는 한 시간 동안 사용할 수 있습니다.

다른 사람의 시도 때문에 로그인할 수 없다면 링크에서 비밀번호를 유지한 채 로그인할 수도 있습니다.

직접 요청하지 않았다면 이 메일을 무시하세요. 비밀번호는 바뀌지 않습니다.
`,
  );
});

test("every role has a title in every language, no two the same", () => {
  const all = [...orgRoleNames, ...groupRoleNames];
  for (const language of languageCodes) {
    const { text } = writeInvitation({ ...toGroup, roles: all }, link, language);
    const titles = [...text.matchAll(/^ {2}- (.+)$/gm)].map(([, title]) => title);
    equal(new Set(titles).size, all.length);
    ok(!titles.some((title) => title?.includes("_")));
  }
});

test("HTML says what the text says, in the language it declares, and fetches nothing", () => {
  for (const language of languageCodes) {
    for (const invitation of [toGroup, toOrg]) {
      const { subject, text, html } = writeInvitation(invitation, link, language);
      match(html, new RegExp(`<html lang="${language}">`));
      ok(html.includes(`<title>${subject}</title>`));
      const words = html.replace(/<[^>]*>/g, "\n");
      for (const line of text.split("\n")) ok(words.includes(line.replace(/^ {2}- |:$/g, "")), line);
      doesNotMatch(html, /<(img|script|link|style|iframe|form|input)\b|url\(|@import|srcset|background=/i);
      deepEqual(
        new Set([...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, to]) => to)),
        new Set([link]),
      );
    }
  }
});

test("what looks like HTML in a name is shown as it is written", () => {
  const name = `<img src=x onerror="alert('1')">&amp;`;
  const { html, text } = writeInvitation({ ...toOrg, orgName: name, teams: [name] }, link, "en");
  ok(text.includes(name));
  doesNotMatch(html, /<img/);
  ok(html.includes("&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;"));
});

test("a name stays in its line, and turns nothing around", () => {
  const name = "Acme\r\nBcc: all@example.com\u2028\u2029\u0000\u0085\n\nPay here\u202e\u2066\u200f!\ud800";
  const line = "Acme Bcc: all@example.com Pay here!\ufffd";
  const spoiled: Invitation = {
    inviter: { kind: "serviceAccount", name, label: name },
    orgName: name,
    groupName: name,
    roles: ["GROUP_OWNER"],
    groupRoles: [{ groupName: name, roles: ["GROUP_OWNER"] }],
    teams: [name],
    expiresAt: toGroup.expiresAt,
  };
  for (const language of languageCodes) {
    const plain = {
      ...spoiled,
      inviter: { kind: "serviceAccount", name: line, label: line } as const,
      orgName: line,
      groupName: line,
      groupRoles: [{ groupName: line, roles: ["GROUP_OWNER"] }] as const,
      teams: [line],
    };
    deepEqual(writeInvitation(spoiled, link, language), writeInvitation(plain, link, language));
    deepEqual(writeReset(name, link, language), writeReset(line, link, language));
  }
});

test("who invites is named by what they are called, and by what identifies them", () => {
  const inviter = { ...toOrg.inviter, label: "deployments" };
  const say = (language: "en" | "ko") => writeInvitation({ ...toOrg, inviter }, link, language).text;
  ok(say("en").includes("The API key deployments (abcdefgh) invites you"));
  ok(say("ko").includes("API 키(deployments, abcdefgh)가 회원님을"));
  const person = { ...toGroup, inviter: { ...toGroup.inviter, label: "Ada Example" } };
  ok(writeInvitation(person, link, "en").text.includes("Ada Example (owner@example.com) invites you"));
  ok(writeInvitation(person, link, "ko").text.includes("Ada Example 님(owner@example.com)이 회원님을"));
});

test("letters of any script stay as they are", () => {
  const name = "Café 금융팀 👩‍💻 مدفوعات";
  ok(writeInvitation({ ...toOrg, orgName: name }, link, "en").subject.endsWith(name));
});

test("a name that looks like an address of the web is no link, and in no subject", () => {
  for (const name of ["URGENT www.evil.test", "evil.com/pay now", "pay at Evil.Example", "see http://a b"]) {
    const spoiled = { ...toGroup, orgName: name, groupName: name, teams: [name] };
    for (const invitation of [spoiled, { ...spoiled, groupName: null }]) {
      for (const language of languageCodes) {
        const { subject, text, html } = writeInvitation(invitation, link, language);
        const [title = ""] = text.split("\n");
        for (const line of [subject, title]) doesNotMatch(line, /evil|www|http/i);
        const words = `${text}\n${html.replace(/<[^>]*>/g, " ")}`.replaceAll(link, "");
        doesNotMatch(words, /www\.\S|evil\.\S|:\/\//i);
        ok(words.includes(name.replace(/\.(?=\S)|:(?=\/\/)/g, "$& ")), words);
      }
    }
  }
  for (const name of ["Acme Inc.", "v1.2", "R&D: payments"]) {
    ok(writeInvitation({ ...toOrg, orgName: name }, link, "en").subject.endsWith(name));
  }
});
