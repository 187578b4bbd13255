// Tests files of this repository with the programs that read them: workflows with actionlint, compose.yaml with the library of
// `docker compose`, the Dockerfile with hadolint.
import { deepEqual, equal } from "node:assert/strict";
import { cpSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { parse } from "yaml";
import { root, run } from "../support/command.ts";
import { readCompose } from "../support/compose.ts";
import { readDocuments } from "../support/documents.ts";
import { installed, notInstalled } from "../support/installed.ts";
import { createFolder } from "../support/storage.ts";

const actionlint = installed(".clients", "containers", "actionlint");
const compose = installed(".clients", "containers", "compose");
const hadolint = installed(".clients", "containers", "python", "bin", "hadolint");
const skip = notInstalled("containers");

test("actionlint has nothing to say about the workflows, and those in the documents", { skip }, async (t) => {
  const folder = join(root, ".github/workflows");
  for (const name of readdirSync(folder)) {
    await t.test(name, async () => {
      deepEqual(await run(actionlint, [join(folder, name)]), { code: 0, stdout: "", stderr: "" });
    });
  }
  const blocks = (await readDocuments()).flatMap((document) => document.blocks);
  for (const { name, language, text } of blocks) {
    if (language !== "yaml" || !("jobs" in parse(text))) continue;
    await t.test(name, async () => {
      deepEqual(await run(actionlint, ["-"], { input: text }), { code: 0, stdout: "", stderr: "" });
    });
  }
});

test("actionlint knows the inputs and outputs of the action, as the workflows use them", {
  skip,
}, async (t) => {
  const project = createFolder(t);
  const workflows = join(project, ".github/workflows");
  for (const folder of [".git", ".github/workflows", "scripts/action"]) {
    mkdirSync(join(project, folder), { recursive: true });
  }
  cpSync(join(root, "action.yml"), join(project, "action.yml"));
  for (const name of ["start.mjs", "stop.mjs"]) writeFileSync(join(project, "scripts/action", name), "");
  const wrong = `on: push
jobs:
  one:
    runs-on: ubuntu-latest
    steps:
      - uses: ./
        with: { sed: world.yaml }
`;
  writeFileSync(join(workflows, "wrong.yml"), wrong);
  const { code, stdout } = await run(actionlint, [join(workflows, "wrong.yml")]);
  equal(code, 1);
  equal(/input "sed" is not defined in action "Anteroom"/.test(stdout), true, stdout);
});

test("docker compose reads compose.yaml, and fills it in as the tests do", { skip }, async () => {
  const variables = { ANTEROOM_SECRET: "5f0c1e9a7b3d2f4e6081a2c3e4f50617", POSTGRES_PASSWORD: "a-password" };
  const { code, stdout, stderr } = await run(compose, [join(root, "compose.yaml")], { env: variables });
  equal(code, 0, stderr);
  const theirs = JSON.parse(stdout).services;
  const ours = readCompose(variables).services;
  deepEqual(Object.keys(theirs).sort(), Object.keys(ours).sort());
  for (const [name, service] of Object.entries(ours)) {
    deepEqual(theirs[name].environment ?? {}, service.environment ?? {}, name);
    equal(theirs[name].image, service.image);
  }
  const missing = await run(compose, [join(root, "compose.yaml")]);
  equal(missing.code, 1);
  equal(/ANTEROOM_SECRET.*comment at the top/.test(missing.stderr), true, missing.stderr);
});

test("hadolint has nothing to say about the Dockerfile", { skip }, async () => {
  deepEqual(await run(hadolint, [join(root, "Dockerfile")]), { code: 0, stdout: "", stderr: "" });
});
