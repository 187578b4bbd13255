// `anteroom convert --terraform`: what a configuration and its state become, without a server. The plans of Terraform 1.11.4 with
// the provider's source of 21 August 2026 that follow from such changes are told in docs/guides/july-2027.md.
import { deepEqual, equal, match } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { convert, importsFile } from "../../src/july/convert/convert.ts";
import { anteroom } from "../support/command.ts";
import { conversions } from "./tables/conversions.ts";

const before = { today: "2026-12-03" };

for (const {
  name,
  files,
  kept,
  becomes,
  says = [],
  left = [],
  creates = [],
  destroys = [],
  versions,
} of conversions) {
  test(`${name}`, () => {
    const converted = convert(new Map(Object.entries(files)), kept, { ...before, ...versions });
    for (const [file, text] of Object.entries(becomes)) equal(converted.files.get(file), text);
    deepEqual([...converted.files.keys()].sort(), Object.keys(becomes).sort());
    deepEqual(converted.remarks, says);
    deepEqual(
      converted.left.map(({ address }) => address),
      left,
    );
    deepEqual([converted.creates, converted.destroys], [creates, destroys]);
  });
}

const text = `resource "mongodbatlas_org_invitation" "ada" {
  org_id    = var.org_id
  username  = "ada@example.com"
  roles     = ["ORG_MEMBER"]
  teams_ids = ["42b6e34b3d91647abb20e7b1"]
}
`;

const state = {
  version: 4,
  terraform_version: "1.11.4",
  resources: [
    {
      mode: "managed",
      type: "mongodbatlas_org_invitation",
      name: "ada",
      instances: [
        {
          attributes: {
            org_id: "a0123456789abcdef012345a",
            username: "ada@example.com",
            teams_ids: ["42b6e34b3d91647abb20e7b1"],
          },
        },
      ],
    },
  ],
};

async function begin(t: TestContext, files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "anteroom-convert-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const run = (...words: string[]) => anteroom(["convert", "--terraform", folder, ...words]);
  const read = (name: string) => readFile(join(folder, name), "utf8");
  return { folder, run, read };
}

test("the diff is what --write writes, and a second run has nothing to do", async (t) => {
  const { run, read } = await begin(t, {
    "main.tf": text.replaceAll("\n", "\r\n"),
    "terraform.tfstate": JSON.stringify(state),
  });
  const { code, stdout, stderr } = await run();
  equal(code, 0, stderr);
  match(
    stdout,
    /^# Needs Terraform 1\.7 or newer.*\n# It may add 0: nothing\.\n# It may destroy 0: nothing\.\n--- a\/main\.tf\n/,
  );
  equal(await read("main.tf"), text.replaceAll("\n", "\r\n"));
  const { folder: copy, read: readCopy } = await begin(t, { "main.tf": await read("main.tf") });
  const applied = spawnSync("git", ["apply", "--unsafe-paths", "-"], {
    cwd: copy,
    input: `${stdout}\n`,
    encoding: "utf8",
  });
  equal(applied.status, 0, applied.stderr);
  deepEqual([(await run("--write")).code, (await run()).code], [0, 0]);
  for (const name of ["main.tf", importsFile]) {
    equal(await readCopy(name), await read(name));
  }
  equal((await read("main.tf")).replaceAll("\r\n", "").includes("\n"), false);
});

test("what is left, what was not read, and what would be overwritten has its exit code", async (t) => {
  const { folder, run, read } = await begin(t, { "main.tf": text });
  equal((await run()).code, 5);
  await writeFile(join(folder, "state.json"), JSON.stringify(state));
  await writeFile(join(folder, importsFile), "");
  const refused = await run("--state", join(folder, "state.json"), "--write");
  deepEqual([refused.code, await read("main.tf")], [2, text]);
  match(refused.stderr, /anteroom-imports\.tf .*nothing was written/);
  await writeFile(join(folder, "more.tf"), 'module "far" {\n  source = "example/far/mongodbatlas"\n}\n');
  const partly = await run("--state", join(folder, "state.json"));
  equal(partly.code, 5);
  match(partly.stdout, /^# more\.tf:1 module\.far is not read: its source is example\/far\/mongodbatlas\.$/m);
  await writeFile(join(folder, "more.tf"), 'data "mongodbatlas_team" "core" {\n}\n');
  equal((await run("--state", join(folder, "state.json"))).code, 3);
  await writeFile(join(folder, "more.tf"), "{\n");
  const unread = await run();
  deepEqual([unread.code, unread.stdout], [2, ""]);
  match(unread.stderr, /more\.tf:1: /);
});
