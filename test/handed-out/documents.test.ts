// Tests what is handed out as a table, a page, Markdown or mail: programs that read it see values as they were, and run nothing
// of them.
import { deepEqual, equal, ok } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import type { Page } from "playwright-core";
import { languageCodes } from "../../src/core/contract/languages.ts";
import { toLine } from "../../src/core/domain/quoting.ts";
import { csvLine, writeCsv } from "../../src/july/report/write-csv.ts";
import { writeHtml } from "../../src/july/report/write-html.ts";
import { columns, writeMarkdown, writeTable } from "../../src/july/report/write-report.ts";
import { type Invitation, withoutLinks } from "../../src/mail/messages/letter.ts";
import { writeInvitation, writeNotice, writeReset } from "../../src/mail/messages/write.ts";
import { browserSkipReason, startChromium } from "../support/chromium.ts";
import { hostile, spoiledFindings, wellFormed, without } from "../support/hostile.ts";
import { notInstalled, python } from "../support/installed.ts";

const findings = spoiledFindings();
const report = { findings, source: hostile.join(" "), remarks: hostile };

/** Runs a Python program on a text, and returns what it prints. */
function ask(interpreter: string, program: string, text: string) {
  const options = { input: text, encoding: "utf8", maxBuffer: 1e9 } as const;
  const { stdout, stderr } = spawnSync(interpreter, ["-c", program], options);
  equal(stderr, "");
  return JSON.parse(stdout);
}

const readCsv = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode()
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
`;

test("CSV: every cell is there, and none begins a formula", { skip: without("python3") }, () => {
  const cells: string[][] = ask("python3", readCsv, hostile.map((value) => csvLine([value, value])).join(""));
  const plain = (value: string) => wellFormed(value).replaceAll("\0", "\uFFFD");
  deepEqual(
    cells.map(([first = "", second]) => [first.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""), second === first]),
    hostile.map((value) => [plain(value), true]),
  );
  for (const [cell = ""] of cells) ok(!/^[=+\-@\t\r\n＝＋－＠]/.test(cell), cell);
  const rows: string[][] = ask("python3", readCsv, writeCsv(findings));
  deepEqual(new Set(rows.map(({ length }) => length)), new Set([11]));
  equal(rows.length, findings.length + 1);
});

test("a terminal is shown nothing that it would obey", () => {
  ok(!/[^\P{Cc}\n]|[\u202a-\u202e]/u.test(writeTable(report)));
});

const findLinks = `
import json, sys
from linkify_it import LinkifyIt
found = [match.url for match in LinkifyIt().match(sys.stdin.buffer.read().decode()) or []]
print(json.dumps([url for url in found if not url.startswith("mailto:")]))
`;

const readMarkdown = `
import json, sys
from markdown_it import MarkdownIt
tokens = MarkdownIt("gfm-like", {"html": True}).parse(sys.stdin.buffer.read().decode())
kinds, cells, html, inside = [], [], [], 0
for token in tokens:
    kinds.append(token.type)
    if token.type == "html_block": html += token.content.split()
    if token.type in ("td_open", "td_close"): inside += 1 if token.type == "td_open" else -1
    for each in token.children or []:
        kinds.append(each.type)
    if token.type == "inline" and inside: cells.append("".join(each.content for each in token.children))
print(json.dumps({"kinds": sorted(set(kinds)), "cells": cells, "html": sorted(set(html))}))
`;

test("Markdown: a table of what was called and code, without links, pictures or markup of others", {
  skip: notInstalled("python"),
}, () => {
  const { kinds, cells, html } = ask(python, readMarkdown, writeMarkdown(report));
  const markup =
    /^(link|image|em_|s_|html_inline|heading|hr|bullet|ordered|blockquote|code_inline|code_block)/;
  deepEqual(
    kinds.filter((kind: string) => markup.test(kind) && kind !== "heading_open" && kind !== "heading_close"),
    [],
  );
  deepEqual(
    html.filter((word: string) => /^<(?!\/?(details|summary)>)/.test(word)),
    [],
  );
  const shown = [
    columns.operation,
    columns.client,
    columns.credential,
    columns.calls,
    columns.lastDay,
    columns.status,
    columns.instead,
  ];
  const plain = (text: string) => toLine(text).replace(/\s+/g, " ");
  deepEqual(
    cells.map(plain),
    findings.flatMap((finding) => shown.map((column) => plain(column(finding)))),
  );
});

/** Shows a page as it was handed out; returns what of it could act, and fails for scripts that ran and what was asked for. */
async function show(page: Page, html: string) {
  const asked: string[] = [];
  page.removeAllListeners("request");
  page.on("request", (request) => asked.push(request.url()));
  await page.setContent(html);
  const seen = await page.evaluate(() => ({
    ran: "pwned" in globalThis,
    title: document.title,
    cells: [...document.querySelectorAll("td, li, h1, p")].map(({ textContent }) => textContent ?? ""),
    active: [...document.querySelectorAll("script, img, iframe, object, form, input, textarea, base, link")]
      .length,
    handlers: [...document.querySelectorAll("*")].flatMap((each) =>
      each.getAttributeNames().filter((name) => name.startsWith("on")),
    ),
    links: [...new Set([...document.querySelectorAll("a")].map(({ href }) => href))],
  }));
  deepEqual([asked, seen.ran, seen.active, seen.handlers], [[], false, 0, []]);
  return seen;
}

/** Returns a text as a parser of HTML reads it. */
const inHtml = (text: string): string => wellFormed(text).replaceAll("\0", "").replace(/\r\n?/g, "\n");

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

test("a browser shows pages and mails as they are, with no link but ours", {
  skip: browserSkipReason,
}, async (t) => {
  const page = await (await startChromium(t)).newPage();
  const { title, cells, links } = await show(page, writeHtml(report, "now"));
  deepEqual([title, links], ["What ends on 1 July 2027", []]);
  const seen = new Set(cells.map((cell) => cell.replaceAll("\uFFFD", "")));
  for (const { client } of findings) {
    ok(
      [...seen].some((cell) => cell.startsWith(inHtml(client.tool).replaceAll("\uFFFD", ""))),
      client.tool,
    );
  }
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
