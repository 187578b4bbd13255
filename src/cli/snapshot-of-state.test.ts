// Tests of `anteroom snapshot --terraform`, as it is typed.
import { deepEqual, equal, match } from "node:assert/strict";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { anteroom } from "../../test/support/command.ts";
import { createFolder } from "../../test/support/storage.ts";
import { createAnteroom } from "../testing/embedded.ts";

const project = { id: "b".repeat(24), org_id: "a".repeat(24), name: "payments", teams: [], limits: [] };
const stateOf = (resources: readonly { type: string; attributes: object }[]) =>
  JSON.stringify({
    version: 4,
    resources: resources.map(({ type, attributes }) => ({
      mode: "managed",
      type,
      name: "x",
      instances: [{ attributes }],
    })),
  });

test("a state becomes a seed that can be planted, and what is not in it is named", async (t) => {
  const output = join(createFolder(t), "acme.yaml");
  const args = ["snapshot", "--terraform", "test/tables/every-type.tfstate", "--output", output];
  const taken = await anteroom(args);
  equal(taken.code, 3, taken.stderr);
  match(taken.stderr, /^anteroom: 3 people, 3 projects, 3 teams in .*acme\.yaml\n/);
  match(taken.stderr, /\n {2}mongodbatlas_ldap_verify\.x: a seed has no such thing\n/);
  equal((await stat(output)).mode & 0o777, 0o600);
  const text = await readFile(output, "utf8");
  match(text, /^# Acme \(a0{22}1\), as a Terraform state has it\. Neither secrets nor .*\n# not read: /);
  await using copy = await createAnteroom({ seed: parse(text), now: "2026-12-03T06:00:00Z" });
  equal((await copy.atlas.getOrgGroups({ orgId: "a".padEnd(23, "0").concat("1") })).totalCount, 3);
});

test("what `terraform show -json` prints is read from standard input", async () => {
  const input = stateOf([{ type: "mongodbatlas_project", attributes: project }]);
  const taken = await anteroom(["snapshot", "--terraform", "-", "--quiet"], { input });
  deepEqual([taken.code, taken.stderr], [0, ""]);
  equal(parse(taken.stdout).orgs[0].groups[0].name, "payments");
});

test("a state without anything of Atlas, and what is no state, are refused", async () => {
  const input = stateOf([{ type: "aws_s3_bucket", attributes: { bucket: "x" } }]);
  const empty = await anteroom(["snapshot", "--terraform", "-"], { input });
  equal(empty.code, 2);
  match(empty.stderr, /--terraform -: it has no resource of the provider mongodbatlas/);
  const strange = await anteroom(["snapshot", "--terraform", "-"], { input: "{}" });
  equal(strange.code, 2);
  match(strange.stderr, /--terraform -.*neither a state of version 4 nor what `terraform show -json` prints/);
  const absent = await anteroom(["snapshot", "--terraform", "none.tfstate"]);
  equal(absent.code, 2);
  match(absent.stderr, /none\.tfstate/);
});

test("a seed that has to be edited first is written, and the places are named", async () => {
  const user = { project_id: project.id, username: "app", auth_database_name: "admin", roles: [] };
  const input = stateOf([
    { type: "mongodbatlas_project", attributes: project },
    { type: "mongodbatlas_database_user", attributes: user },
  ]);
  const taken = await anteroom(["snapshot", "--terraform", "-", "--quiet"], { input });
  equal(taken.code, 3);
  match(
    taken.stderr,
    /edit the file before you use it\. .*\n {2}- orgs\.0\.groups\.0\.databaseUsers\.0\.roles: /,
  );
});
