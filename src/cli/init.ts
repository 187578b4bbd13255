// `anteroom init`: creates a rehearsal in a folder, with a seed, a first test, and a file for git. Overwrites nothing.
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { packageName } from "../core/contract/release.ts";
import { makeFolder } from "../core/private-files.ts";
import { print } from "./output.ts";

const seed = (schema: string) => `# yaml-language-server: $schema=${schema}
# What \`anteroom dev --seed world.yaml\` begins with. Ids and secrets that are left out are minted, and printed once.
orgs:
  - name: Acme
    users:
      # Signs in by the link that \`anteroom dev\` prints; \`password:\` gives a password as well.
      - { username: owner@example.com, orgRoles: [ORG_OWNER] }
    apiKeys:
      # For tests alone: a key that everybody can read guards nothing.
      - { publicKey: abcdefgh, privateKey: 00000000-0000-4000-8000-000000000001, roles: [ORG_OWNER] }
    groups:
      - name: payments
        users: [{ username: owner@example.com, roles: [GROUP_OWNER] }]
        invites:
          # Its message is captured; \`mailed: false\` leaves that out.
          - { username: hello@example.com, roles: [GROUP_READ_ONLY] }
`;

type Runner = "node:test" | "vitest";

const equals = (runner: Runner, actual: string, expected: string): string =>
  runner === "vitest"
    ? `expect(${actual}).toEqual(${expected});`
    : `assert.deepEqual(${actual}, ${expected});`;

const test = (runner: Runner) => `${
  runner === "vitest" ? 'import { expect } from "vitest";' : 'import assert from "node:assert/strict";'
}
import { anteroomTest } from "${packageName}/${runner === "vitest" ? "vitest" : "node-test"}";

// Each test has a world of its own, in which \`atlas\` is a client with the first key of the seed that has ORG_OWNER.
const test = anteroomTest({ seed: new URL("world.yaml", import.meta.url) });

test("an invited person who accepts is a member, with the roles offered", async ({ anteroom }) => {
  const { atlas, world } = anteroom;
  const groupId = world.groups.payments.id;
  const { id: userId } = await atlas.addGroupUsers({
    groupId,
    body: { username: "new@example.com", roles: ["GROUP_OWNER"] },
  });
  await anteroom.invites.accept(userId);
  const { orgMembershipStatus, roles } = await atlas.getGroupUser({ groupId, userId });
  ${equals(runner, "[orgMembershipStatus, roles]", '["ACTIVE", ["GROUP_OWNER"]]')}
});
`;

/** True in Deno, which checks types of JavaScript too, and finds those of Node only if a project has installed them. */
const isDeno = "deno" in process.versions;

/** Writes the missing files, and prints their names and the next steps. */
export async function init(directory: string): Promise<void> {
  const folder = resolve(directory);
  await makeFolder(folder);
  const manifest = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  const runner = manifest?.includes('"vitest"') ? "vitest" : "node:test";
  const schema =
    manifest === undefined
      ? "http://127.0.0.1:8080/seed.schema.json"
      : `./node_modules/${packageName}/seed.schema.json`;
  const files = {
    "world.yaml": seed(schema),
    ".gitignore": "data/\nnode_modules/\n",
    "anteroom.test.mjs": test(runner),
  };
  for (const [name, text] of Object.entries(files)) {
    const isThere = await writeFile(join(folder, name), text, { flag: "wx" }).then(
      () => false,
      (reason: NodeJS.ErrnoException) => {
        if (reason.code === "EEXIST") return true;
        throw reason;
      },
    );
    const hint = name === ".gitignore" ? "; see that it has the line data/" : "";
    print(isThere ? `kept   ${name}, which was there${hint}` : `wrote  ${name}`);
  }
  const run =
    runner === "vitest"
      ? "npx --no -- vitest run anteroom.test.mjs"
      : `${isDeno ? "deno test --allow-all --no-check" : "node --test"} anteroom.test.mjs`;
  // Installed in a project, the program is not a command of the shell. Without `--no`, npx would download another program with
  // that name.
  const program = manifest === undefined ? "anteroom" : "npx --no -- anteroom";
  const steps = [
    [`${program} dev --seed world.yaml`, "serve this world, and sign in by the link that is printed"],
    [run, `run the first test; ${packageName} must be installed in this folder's project`],
  ];
  const width = Math.max(...steps.map(([command = ""]) => command.length));
  print(`\nNext, in ${folder}:`);
  for (const [command = "", what = ""] of steps) print(`  ${command.padEnd(width)}  ${what}`);
}
