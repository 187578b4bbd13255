// Tests how Terraform shows tags that are refused: tests of its provider expect some words on one line.
import { equal, match } from "node:assert/strict";
import { test } from "node:test";
import { groupPath, groupsPath } from "../support/groups.ts";
import { startStage } from "../support/stage.ts";
import { ids, type Reply } from "../support/world.ts";

/**
 * The number of characters that Terraform puts on a line of its errors when it does not write to a terminal: 77, and one more
 * or less for versions that count otherwise.
 */
const columns = [76, 77, 78];

/** Breaks lines at blanks, as Terraform does: never inside a word, however long. */
function wrapped(text: string, width: number): string {
  let line = "";
  return text
    .split(" ")
    .flatMap((word, index, words) => {
      const longer = line === "" ? word : `${line} ${word}`;
      const isFull = line !== "" && longer.length > width;
      const ended = isFull ? [line] : [];
      line = isFull ? word : longer;
      return index === words.length - 1 ? [...ended, line] : ended;
    })
    .join("\n");
}

/** The error of the Go SDK, in which the provider gets the refusal. */
const errorOf = (base: string, method: string, path: string, { json }: Reply) =>
  `${base}${path} ${method}: HTTP ${json.error} ${json.reason} (Error code: "${json.errorCode}") Detail: ${json.detail} ` +
  `Reason: ${json.reason}. Params: [], BadRequestDetail: ${JSON.stringify(json.badRequestDetail)}`;

const cases = [
  {
    what: "characters",
    tags: [{ key: "invalid-tag-value", value: "test/test" }],
    expected: /contains invalid characters\W+Allowable characters include/,
  },
  {
    what: "length",
    tags: [{ key: "long-tag", value: "a".repeat(257) }],
    expected: /exceeded the maximum allowed length of \d+ characters/,
  },
];

const requests = [
  { method: "POST", path: groupsPath, body: { name: "new", orgId: ids.org } },
  { method: "PATCH", path: groupPath, body: {} },
];

test("tags that are refused, as Terraform shows them", async (t) => {
  const stage = await startStage(t);
  for (const { what, tags, expected } of cases) {
    for (const { method, path, body } of requests) {
      await t.test(`${what}, by ${method}, wherever the server is`, async () => {
        const reply = await stage.ask("owner", { method, path, body: { ...body, tags } });
        equal(reply.status, 400);
        for (let length = "http://a".length; length < 100; length++) {
          const base = "http://".padEnd(length, "a");
          for (const width of columns) match(wrapped(errorOf(base, method, path, reply), width), expected);
        }
      });
    }
  }
});
