// `anteroom report --terraform`: each address that ends, with file and line, from a configuration or a state, without a run.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type TestContext, test } from "node:test";
import { report } from "../../src/july/commands/report.ts";
import { fromTerraform } from "../../src/july/commands/report-terraform.ts";
import { anteroom } from "../support/command.ts";

async function write(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
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

test("a provider block that leads to Atlas in spite of the variables is warned of, in every form", async (t) => {
  const folder = await write(t, {
    "main.tf": 'provider "mongodbatlas" {\n  public_key = var.key\n  private_key = var.secret\n}\n',
    "fine.tf": 'provider "mongodbatlas" {\n  alias = "here"\n  client_id = "x"\n  base_url = var.url\n}\n',
    "ignored.tf": 'provider "mongodbatlas" {\n  base_url = "http://127.0.0.1:8080"\n}\n',
  });
  const { remarks } = JSON.parse((await anteroom(["report", "--terraform", folder, "--json"])).stdout);
  const [, ignored, credentials] = remarks;
  equal(remarks.length, 3);
  ok(
    ignored.startsWith(
      `${join(folder, "ignored.tf")}:1 provider "mongodbatlas": base_url is ignored without`,
    ),
  );
  equal(
    credentials,
    `${join(folder, "main.tf")}:1 provider "mongodbatlas": the block has credentials and no base_url: its calls go to https://cloud.mongodb.com, whatever MONGODB_ATLAS_BASE_URL says. Set base_url in it, or take the credentials out.`,
  );
  const { code, stdout } = await anteroom(["report", "--terraform", folder, "--fail-on", "deprecated"]);
  equal(code, 0);
  match(stdout, /the block has credentials and no base_url/);
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
    /^mongodbatlas_team ends on 2027-07-01\. Only a newer provider helps\..*\n {2}the state mongodbatlas_team\.core\["a\|b"\]$/m,
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
  match(none.stdout, /^Nothing in what was read is of a type of Terraform's provider that ends\./);
});

test("what was not read has an exit code of its own", async (t) => {
  const stays = block("resource", "project", "stays");
  const module = (source: string) => `${stays}module "people" {\n  source = ${source}\n}\n`;
  const folder = await write(t, {
    "json/main.tf": stays,
    "json/made.tf.json": "{}",
    "tofu/main.tf": stays,
    "tofu/made.tofu.json": "{}",
    "git/main.tf": module('"git::https://example.com/people.git"'),
    "variable/main.tf": module("var.people"),
    "missing/main.tf": module('"./people"'),
    "whole/main.tf": stays,
  });
  const output = join(folder, "report");
  for (const name of ["json", "tofu", "git", "variable", "missing", "git/main.tf", "whole"]) {
    for (const failOn of [null, "deprecated"] as const) {
      const code = await report(await fromTerraform(join(folder, name)), { format: "table", output, failOn });
      equal(code, name === "whole" ? 0 : 5, name);
      match(await readFile(output, "utf8"), /^Nothing in what was read/);
    }
  }
});

test("what a plan makes ends as well", async () => {
  const made = { address: "mongodbatlas_team.new", mode: "managed", type: "mongodbatlas_team", values: {} };
  const plan = { format_version: "1.2", planned_values: { root_module: { resources: [made] } } };
  const { code, stdout } = await anteroom(["report", "--terraform", "-", "--fail-on", "deprecated"], {
    input: JSON.stringify(plan),
  });
  equal(code, 3);
  match(stdout, /^1 address of 1 type that end\./);
});

test("what cannot be read is no all-clear", async (t) => {
  const folder = await write(t, {
    "broken/main.tf": 'resource "a" "b" {\n',
    "empty/x": "",
    "bad.tfstate": "{",
    "utf16/main.tf": Buffer.from(`\uFEFF${block("resource", "team", "core")}`, "utf16le"),
    "nul/main.tf": Buffer.from(block("resource", "team", "core"), "utf16le"),
    "latin1/main.tf": Buffer.from("# caf\u00e9\n", "latin1"),
    "utf16.json": Buffer.from('\uFEFF{"format_version": "1.0"}', "utf16le"),
  });
  for (const [path, code, message] of [
    ["broken", 1, /--terraform \S+broken: \S+main\.tf:1: \{ is not closed\n$/],
    ["empty", 2, /--terraform \S+empty: there is no \.tf file in it \(\.tf\.json is not read\)\n$/],
    ["utf16", 2, /--terraform \S+utf16: \S+main\.tf: it is not UTF-8\n$/],
    ["nul", 2, /main\.tf: it is not UTF-8: it may be UTF-16\n$/],
    ["latin1/main.tf", 2, /main\.tf: it is not UTF-8\n$/],
    ["utf16.json", 2, /utf16\.json cannot be read: it is not UTF-8\n$/],
    ["bad.tfstate", 2, /--terraform \S+bad\.tfstate cannot be read: it is not JSON: /],
    ["nowhere", 2, /--terraform \S+nowhere cannot be read: ENOENT/],
    ["nowhere.tf", 1, /--terraform \S+nowhere\.tf: ENOENT/],
  ] as const) {
    const ended = await anteroom(["report", "--terraform", join(folder, path)]);
    match(ended.stderr, message);
    deepEqual([ended.code, ended.stdout], [code, ""], path);
  }
  equal((await anteroom(["report", "--terraform", folder, "--from", "x.log"])).code, 2);
  const gone = await anteroom(["report", "--terraform", folder, "--fail-on", "gone"]);
  match(gone.stderr, /--fail-on gone and --terraform do not go together/);
  equal(gone.code, 2);
});
