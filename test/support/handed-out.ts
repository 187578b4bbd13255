// Programs that read what is handed out: Python, and a browser.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { Page } from "playwright-core";
import { wellFormed } from "./hostile.ts";

/** Runs a Python program on a text, and returns what it prints. */
export function ask(interpreter: string, program: string, text: string) {
  const options = { input: text, encoding: "utf8", maxBuffer: 1e9 } as const;
  const { stdout, stderr } = spawnSync(interpreter, ["-c", program], options);
  equal(stderr, "");
  return JSON.parse(stdout);
}

/** A program that prints the cells of CSV. */
export const readCsv = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode()
print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), strict=True))))
`;

/** Shows a page as it was handed out; returns what of it could act, and fails for scripts that ran and what was asked for. */
export async function show(page: Page, html: string) {
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
export const inHtml = (text: string): string => wellFormed(text).replaceAll("\0", "").replace(/\r\n?/g, "\n");
