// Tests reports as a table, a page, Markdown or CSV: programs that read them see values as they were, and run nothing of them.
import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { toLine } from "../../src/core/domain/quoting.ts";
import { writeCsv } from "../../src/july/report/write-csv.ts";
import { writeHtml } from "../../src/july/report/write-html.ts";
import { columns, writeMarkdown, writeTable } from "../../src/july/report/write-report.ts";
import { browserSkipReason, startChromium } from "../support/chromium.ts";
import { ask, inHtml, readCsv, show } from "../support/handed-out.ts";
import { hostile, without } from "../support/hostile.ts";
import { notInstalled, python } from "../support/installed.ts";
import { spoiledFindings } from "./support/findings.ts";

const findings = spoiledFindings();
const report = { findings, source: hostile.join(" "), remarks: hostile };

test("CSV: a row of eleven cells for each finding", { skip: without("python3") }, () => {
  const rows: string[][] = ask("python3", readCsv, writeCsv(findings));
  deepEqual(new Set(rows.map(({ length }) => length)), new Set([11]));
  equal(rows.length, findings.length + 1);
});

test("a terminal is shown nothing that it would obey", () => {
  ok(!/[^\P{Cc}\n]|[\u202a-\u202e]/u.test(writeTable(report)));
});

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

test("a browser shows the page as it is, with no link", { skip: browserSkipReason }, async (t) => {
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
});
