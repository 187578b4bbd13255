// Tests what is handed out as a table or mail: programs that read it see values as they were, and run nothing
// of them.
import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { csvLine } from "../../src/code/csv.ts";
import { languageCodes } from "../../src/core/contract/languages.ts";
import { toLine } from "../../src/core/domain/quoting.ts";
import { type Invitation, withoutLinks } from "../../src/mail/messages/letter.ts";
import { writeInvitation, writeNotice, writeReset } from "../../src/mail/messages/write.ts";
import { browserSkipReason, startChromium } from "../support/chromium.ts";
import { ask, readCsv, show } from "../support/handed-out.ts";
import { hostile, wellFormed, without } from "../support/hostile.ts";
import { notInstalled, python } from "../support/installed.ts";

test("CSV: every cell is there, and none begins a formula", { skip: without("python3") }, () => {
  const cells: string[][] = ask("python3", readCsv, hostile.map((value) => csvLine([value, value])).join(""));
  const plain = (value: string) => wellFormed(value).replaceAll("\0", "\uFFFD");
  deepEqual(
    cells.map(([first = "", second]) => [first.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""), second === first]),
    hostile.map((value) => [plain(value), true]),
  );
  for (const [cell = ""] of cells) ok(!/^[=+\-@\t\r\n＝＋－＠]/.test(cell), cell);
});

const findLinks = `
import json, sys
from linkify_it import LinkifyIt
found = [match.url for match in LinkifyIt().match(sys.stdin.buffer.read().decode()) or []]
print(json.dumps([url for url in found if not url.startswith("mailto:")]))
`;

const link = "https://atlas.example.com/invitations/token";

const invitationTo = (name: string, inviter: Invitation["inviter"]): Invitation => ({
  inviter,
  orgName: name,
  groupName: name,
  roles: ["GROUP_OWNER"],
  teams: [name],
  groupRoles: [{ groupName: name, roles: ["GROUP_OWNER"] }],
  expiresAt: Date.parse("2026-09-09T03:04:53Z"),
});

test("no mail program makes a link of a name", { skip: notInstalled("python") }, () => {
  const inviter = { kind: "serviceAccount", name: "mdb_sa_id_1234" } as const;
  const texts = [...hostile, "pay at evil.com/now", "www.evil.com", "see evil.com."].flatMap((name) =>
    languageCodes.flatMap((language) => {
      const invitation = invitationTo(name, { ...inviter, label: name });
      const { subject, text } = writeInvitation(invitation, link, language);
      return [subject, text.replaceAll(link, "")];
    }),
  );
  deepEqual(ask(python, findLinks, texts.join("\n\n")), []);
});

test("a browser shows mails as they are, with no link but ours", {
  skip: browserSkipReason,
}, async (t) => {
  const page = await (await startChromium(t)).newPage();
  for (const language of languageCodes) {
    for (const name of hostile) {
      const invitation = invitationTo(name, { kind: "apiKey", name, label: name });
      for (const { html, text, subject } of [
        writeInvitation(invitation, link, language),
        writeReset(name, link, language),
        writeNotice(
          name,
          { what: "IDENTITY_REFUSED", at: 0, remoteAddress: null, about: [name] },
          link,
          language,
        ),
      ]) {
        const shown = await show(page, html);
        deepEqual([shown.links, /[\r\n]/.test(subject)], [[link], false]);
        ok(!/[^\P{C}\n]/u.test(text.replace(/\p{Cf}/gu, "")), text);
      }
      const { html } = writeInvitation(invitation, link, language);
      ok((await show(page, html)).cells.includes(withoutLinks(toLine(name))), name);
    }
  }
});
