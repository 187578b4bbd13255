// The one dictionary of values that interpreters take for more than text, and requests that have them everywhere.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts of shells and of HCL.

import { deepEqual } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import type { TestContext } from "node:test";
import { type OperationId, operations } from "../../src/atlas/index.ts";
import { exampleCall } from "../../src/code/examples.ts";
import type { Body, Call } from "../../src/code/steps.ts";
import type { Schema } from "../../src/core/contract/schema-words.ts";
import { createFolder } from "./storage.ts";

/** Each would leave a file `pwned`, or a trace in a page, if it ran. */
export const hostile: readonly string[] = [
  "'",
  '"',
  "\\",
  "a\\",
  "''",
  '"""',
  "'''",
  "\u2018\u2019\u201a\u201b",
  "`touch pwned`",
  "$(touch pwned)",
  "${IFS}$(touch${IFS}pwned)",
  "a@`${(s:_:):-touch_pwned}`.x",
  "${(e):-$(touch pwned)}",
  "$HOME",
  "'; touch pwned; '",
  '"; touch pwned; "',
  "'\"'; touch pwned #",
  "& touch pwned &",
  "| touch pwned",
  "> pwned",
  "(touch pwned)",
  "; (touch pwned)",
  "!!",
  "!t",
  "a !touch:0 b",
  "!'\"",
  "#",
  " # touch pwned",
  "~",
  "*",
  "{a,b}",
  "=touch pwned",
  "-x",
  "--config=pwned",
  "%",
  "%s%n%1",
  "%0a%0dtouch pwned",
  "a\ntouch pwned\nb",
  "a\rtouch pwned\rb",
  "a\r\ntouch pwned\r\nb",
  "\t\ttouch pwned",
  "a\0touch pwned",
  "\u2028touch pwned\u2029",
  "a\u0085b\u009bc\u007f",
  "\u202etouch\u202c \u2066x\u2069\u200f",
  "\u{e0001}\u{e0041}\ufeff\u200b\u00ad",
  "\u001b[201~\ntouch pwned\n",
  "\u001b]0;pwned\u0007",
  "\b\f\v",
  "\ud800a",
  "END",
  "x\nEND\ntouch pwned\n",
  "x\nEOF\ntouch pwned\n",
  "<<END",
  "$'\\x41'",
  "${path.module}",
  '${file("/etc/passwd")}',
  "$${a}",
  "%{ for a in [1] }a%{ endfor }",
  '"\n}\nresource "null_resource" "pwned" {',
  "*/ /* //",
  "__proto__",
  "constructor",
  '": (() => { globalThis.pwned = 1; })(), "',
  "a: (() => { globalThis.pwned = 1; })(), b",
  "${globalThis.pwned = 1}",
  '{__import__("os").system("touch pwned")}',
  "` + func() string { panic(1) }() + `",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://www.evil.test";"a")',
  "@SUM(1+1)*cmd",
  "+1+1",
  "-2+3",
  "\t=1+1",
  "\n=1+1",
  "\uff1d1+1",
  'a","=1+1","b',
  "<script>globalThis.pwned = 1</script>",
  "</textarea></title></style></pre><script>globalThis.pwned = 1</script>",
  '"><img src=x onerror="globalThis.pwned = 1">',
  "' onmouseover='globalThis.pwned = 1",
  "<!-- ",
  "]]>",
  "&lt;script&gt;&amp;&#60;",
  "javascript:globalThis.pwned=1",
  "| a | b |",
  "```\n# touch pwned\n```",
  "~~~",
  "[x](https://www.evil.test)",
  "![x](https://www.evil.test/x.png)",
  "<https://www.evil.test>",
  "https://www.evil.test/a_b_c",
  "www.evil.test",
  "URGENT www.evil.test now",
  "pay at evil.test/now",
  "http:evil.test",
  "a@evil.test",
  "# head",
  "- item",
  "> quote",
  "***",
  "\\[x\\]",
  "요금 Zoë 👩‍💻 مدفوعات",
  "a".repeat(10_000),
];

/** Returns a text as any program that speaks UTF-8 can be told it. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\uFFFD");

/** Values as any program can be told of them. */
export const textsOf = (values: object): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wellFormed(String(value))]));

/** Returns the request that a program written from the call would send. */
export function expectedOf({ operationId, params, query = {}, body }: Call) {
  const path = operations[operationId].path.split("/");
  return {
    path: path.map((part) => part.replace(/\{(\w+)\}/, (_, name) => textsOf(params)[name] ?? "")),
    query: textsOf(query),
    body,
  };
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

let turn = 0;
const next = (): string => hostile[turn++ % hostile.length] as string;

/** Puts a value of the dictionary in place of each text of a body; `named` also adds a member with such a name. */
function spoil(body: Body, named: boolean): Body {
  if (typeof body === "string") return wellFormed(next());
  if (Array.isArray(body)) return body.map((each) => spoil(each, named));
  if (!isRecord(body)) return body;
  const members = Object.entries(body as Record<string, Body>).map(([name, each]) => [
    name,
    spoil(each, named),
  ]);
  return Object.fromEntries(named ? [...members, [wellFormed(next()), true]] : members) as Body;
}

/** A call of the operation with values of the dictionary in its path, its query and its body. */
export function spoiledCall(operationId: OperationId): Call {
  const { params, query } = operations[operationId];
  const { body } = exampleCall(operationId, (name) => name);
  const plain: Readonly<Record<string, string>> = { boolean: "true", integer: "7" };
  const each = (schemas: object) =>
    Object.fromEntries(
      Object.entries(schemas).map(([name, { type }]: [string, Schema]) => [
        name,
        plain[type ?? ""] ?? next(),
      ]),
    );
  return {
    operationId,
    params: each(params),
    ...(Object.keys(query).length > 0 && { query: each(query) }),
    ...(body !== undefined && { body: spoil(body, true) }),
  };
}

/** The dictionary is gone through at least once. */
export const spoiledCalls = (): Call[] => {
  const ids = Object.keys(operations) as OperationId[];
  return [...ids, ...ids].map(spoiledCall);
};

/** Returns the reason to skip a test without a program, for its `skip` option. */
export const without = (program: string): string | false =>
  spawnSync(program, ["--version"]).error !== undefined && `SKIPPED: install ${program} to run this`;

/** A folder to run in, and the check that nothing was made there. */
export function emptyFolder(t: TestContext) {
  const cwd = createFolder(t);
  return { cwd, isEmpty: () => deepEqual(readdirSync(cwd), []) };
}
