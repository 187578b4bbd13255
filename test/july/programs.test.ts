// Programs, commands and blocks of Terraform that the kit hands out with values that interpreters take for more than text.
import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { convert } from "../../src/july/convert/convert.ts";
import { hostile, without } from "../support/hostile.ts";
import { AsyncFunction, assertFormatted, assertGo } from "../support/programs.ts";
import { paste, shells } from "../support/shells.ts";
import { spoiledFindings } from "./support/findings.ts";

test("TypeScript: what a report says to call instead makes calls alone", async () => {
  const result = { id: "32b6e34b3d91647abb20e7b8", roles: ["GROUP_OWNER"] };
  for (const { instead } of spoiledFindings()) {
    const made: unknown[] = [];
    const answer = async (input: unknown) => {
      made.push(input);
      return { ...result, results: [result] };
    };
    await new AsyncFunction("atlas", instead.typescript)(new Proxy({}, { get: () => answer }));
    equal(made.length > 0, true, instead.typescript);
  }
  equal("pwned" in globalThis, false);
});

test("Go: what a report says to call instead can be read", { skip: without("gofmt") }, () => {
  assertGo(spoiledFindings().map(({ instead }) => instead.go));
});

test("Terraform: blocks and what a conversion imports are formatted, and so can be read", {
  skip: without("terraform"),
}, () => {
  const id = "32b6e34b3d91647abb20e7b8";
  // Terraform aligns values by columns, of which signs of other scripts may take several or none.
  const names = hostile.filter((name) => /^[ -~]*$/.test(name));
  const kept = names.map((username, index) => ({
    type: "mongodbatlas_org_invitation",
    attributes: { org_id: id, username, teams_ids: [id] },
    address: `mongodbatlas_org_invitation.p[${JSON.stringify(`${index}${username}`)}]`,
    block: "mongodbatlas_org_invitation.p",
  }));
  const text = `resource "mongodbatlas_org_invitation" "p" {\n  for_each  = var.people\n  teams_ids = var.ids\n}\n`;
  const { files } = convert(new Map([["main.tf", text]]), kept, { today: "2026-12-03" });
  assertFormatted([
    ...spoiledFindings().map(({ instead }) => instead.terraform),
    ...[...files.values()].map((each) => each.trimEnd()),
  ]);
});

for (const shell of shells) {
  const skip = without(shell[0]);

  test(`${shell[0]} -i: what a report says to call instead makes calls alone`, { skip }, (t) => {
    const findings = spoiledFindings();
    for (const language of ["curl", "atlasCli"] as const) {
      const texts = findings.map(({ instead }) => instead[language]);
      for (const [index, calls] of paste(t, shell, texts).entries()) {
        ok(calls.length > 0 || /^echo 'The atlas CLI has/m.test(texts[index] ?? ""), texts[index]);
      }
    }
  });
}

test("a prompt of zsh knows no comments: none stands behind a command, and every variable has a name of ours", () => {
  for (const { instead } of spoiledFindings()) {
    for (const text of [instead.curl, instead.atlasCli]) {
      const [, blanks = ""] = /^((?:\w+='.*'\n)*)/.exec(text) ?? [];
      for (const line of blanks.split("\n").filter(Boolean)) {
        match(line, /^ATLAS_[A-Z][A-Z0-9_]*='[\w.@+ -]+'$/);
      }
      ok(!/(^|\s)#/m.test(text.replace(/'[^']*'|<<END\n.*\nEND/g, "")), text);
    }
  }
});
