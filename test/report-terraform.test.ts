// `anteroom report --terraform`: each address that ends, with file and line, from a configuration or a state, without a run.
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { anteroom } from "./support/command.ts";

async function write(t: TestContext, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-terraform-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const block = (kind: string, type: string, name: string) => `${kind} "mongodbatlas_${type}" "${name}" {\n}\n`;

test("a configuration: modules with their addresses, and what was not read", async (t) => {
  const folder = await write(t, {
    "root/main.tf": `${block("resource", "team", "core")}${block("data", "atlas_users", "all")}${block("resource", "project", "stays")}
module "people" {
  source = "../people"
}
module "far" {
  source = "example/far/mongodbatlas"
}
module "near" {
  source = "example/near/mongodbatlas"
}
`,
    "people/main.tf": block("resource", "org_invitation", "this"),
    "root/made.tf.json": "{}",
    "root/.terraform/modules/modules.json": JSON.stringify({
      Modules: [
        { Key: "", Dir: "." },
        { Key: "people", Dir: "../people" },
        { Key: "near", Dir: ".terraform/modules/near" },
        { Key: "near.inner", Dir: ".terraform/modules/near/inner" },
      ],
    }),
    "root/.terraform/modules/near/main.tf": block("data", "team", "one"),
    "root/.terraform/modules/near/inner/main.tf": block("data", "team", "two"),
    "root/.terraform/modules/near/examples/main.tf": block("data", "team", "of_an_example"),
  });
  const root = join(folder, "root");
  const { code, stdout, stderr } = await anteroom([
    "report",
    "--terraform",
    root,
    "--json",
    "--fail-on",
    "deprecated",
  ]);
  equal(code, 3, stderr);
  const { terraform, remarks } = JSON.parse(stdout);
  const seen = terraform.flatMap(
    ({ places }: { places: { address: string; file: string; line: number }[] }) =>
      places.map(({ address, file, line }) => `${file.slice(folder.length + 1)}:${line} ${address}`),
  );
  deepEqual(seen.sort(), [
    "people/main.tf:1 module.people.mongodbatlas_org_invitation.this",
    "root/.terraform/modules/near/inner/main.tf:1 module.near.module.inner.data.mongodbatlas_team.two",
    "root/.terraform/modules/near/main.tf:1 module.near.data.mongodbatlas_team.one",
    "root/main.tf:1 mongodbatlas_team.core",
    "root/main.tf:3 data.mongodbatlas_atlas_users.all",
  ]);
  equal(remarks[0], "4 files read, with 6 blocks of mongodbatlas.");
  match(remarks[1], /made\.tf\.json is not read/);
  match(
    remarks[2],
    /main\.tf:11 module\.far is not read: `terraform init` brings example\/far\/mongodbatlas/,
  );
  equal(remarks.length, 3);
});

test("a state, in each form of report", async (t) => {
  const state = JSON.stringify({
    version: 4,
    resources: [
      {
        mode: "managed",
        type: "mongodbatlas_team",
        name: "core",
        instances: [{ index_key: "a|b", attributes: {} }],
      },
      { mode: "managed", type: "mongodbatlas_project", name: "p", instances: [{ attributes: {} }] },
    ],
  });
  const piped = await anteroom(["report", "--terraform", "-"], { input: state });
  equal(piped.code, 0, piped.stderr);
  match(piped.stdout, /^1 address of 1 type that end\. From the state\.\n/);
  match(
    piped.stdout,
    /^mongodbatlas_team: Only a newer provider helps\..*\n {2}the state mongodbatlas_team\.core\["a\|b"\]$/m,
  );
  const folder = await write(t, {
    "terraform.tfstate": state,
    "none.tfstate": state.replaceAll("_team", "_x"),
  });
  const file = join(folder, "terraform.tfstate");
  match(
    (await anteroom(["report", "--terraform", file, "--markdown"])).stdout,
    /^\| mongodbatlas\\_team \| .*a\\\|b/m,
  );
  match((await anteroom(["report", "--terraform", file, "--html"])).stdout, /<td>mongodbatlas_team<\/td>/);
  const none = await anteroom([
    "report",
    "--terraform",
    join(folder, "none.tfstate"),
    "--fail-on",
    "deprecated",
  ]);
  equal(none.code, 0);
  match(none.stdout, /^Nothing of Terraform's provider that ends was found\./);
});

test("what cannot be read is no all-clear", async (t) => {
  const folder = await write(t, {
    "broken/main.tf": 'resource "a" "b" {\n',
    "empty/x": "",
    "bad.tfstate": "{",
  });
  for (const [path, code, message] of [
    ["broken", 1, /--terraform \S+broken: \S+main\.tf:1: \{ is not closed\n$/],
    ["empty", 2, /--terraform \S+empty: there is no \.tf file in it\n$/],
    ["bad.tfstate", 2, /--terraform \S+bad\.tfstate cannot be read: it is not JSON: /],
    ["nowhere", 2, /--terraform \S+nowhere cannot be read: ENOENT/],
    ["nowhere.tf", 1, /--terraform \S+nowhere\.tf: ENOENT/],
  ] as const) {
    const ended = await anteroom(["report", "--terraform", join(folder, path)]);
    match(ended.stderr, message);
    deepEqual([ended.code, ended.stdout], [code, ""], path);
  }
  equal((await anteroom(["report", "--terraform", folder, "--from", "x.log"])).code, 2);
});
