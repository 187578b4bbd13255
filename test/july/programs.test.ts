// Programs, commands and blocks of Terraform that the kit hands out with values that interpreters take for more than text.
import { equal, match, ok } from "node:assert/strict";
import { test } from "node:test";
import { writeMigration } from "../../src/july/convert/terraform.ts";
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

test("Terraform: blocks and migrations are formatted, and so can be read", {
  skip: without("terraform"),
}, () => {
  const invitations = hostile.map((username, index) => ({ index, username }));
  const id = "32b6e34b3d91647abb20e7b8";
  const kept = invitations.map(({ index, username }) => ({
    type: "mongodbatlas_org_invitation",
    attributes: { org_id: id, username, teams_ids: [id] },
    address: `mongodbatlas_org_invitation.p${index}`,
    block: `mongodbatlas_org_invitation.p${index}`,
  }));
  const members = invitations
    .filter(({ index }) => index % 2 === 0)
    .map(({ username }) => ({
      id,
      username,
      status: "PENDING",
      orgRoles: ["ORG_MEMBER"],
      groupRoles: [],
      teamIds: [id],
    }));
  const migrations = hostile.map((name) =>
    writeMigration(
      { org: { id, name }, groups: [], invitations: [], members, teams: [{ id, name }], unread: [] } as never,
      kept as never,
    ),
  );
  assertFormatted([
    ...spoiledFindings().map(({ instead }) => instead.terraform),
    ...migrations.slice(0, 3).map((text) => text.trimEnd()),
    ...migrations.map((text) => text.match(/^# Team .*$/m)?.[0] ?? "# none"),
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
