// `anteroom api` in a shell: the example that its help prints, pasted, and a script of several calls.
import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import { anteroom, mainArguments, run } from "../support/command.ts";
import { ids, invited, keys, startWorld, type World } from "../support/world.ts";

const quoted = (word: string) => `'${word}'`;
/** Lets a shell know the word `anteroom` without an installation. */
const prelude = `set -eu\nanteroom() { ${[process.execPath, ...mainArguments].map(quoted).join(" ")} "$@"; }\n`;

const shell = ({ url }: World, script: string) =>
  run("sh", ["-c", `${prelude}${script}`], {
    env: {
      ANTEROOM_URL: url,
      MONGODB_ATLAS_PUBLIC_KEY: keys.owner.publicKey,
      MONGODB_ATLAS_PRIVATE_KEY: keys.owner.privateKey,
    },
  });

test("the example of the help does what the operation says", async (t) => {
  const world = await startWorld(t);
  const { stdout: help } = await anteroom(["api", "projects", "updateGroupInvites", "--help"]);
  const example = help.slice(help.indexOf("Example:\n") + "Example:\n".length);
  const { code, stdout, stderr } = await shell(world, example);
  equal(code, 0);
  match(stderr, /^warning: updateGroupInvites is deprecated .*\n$/);
  const { id, roles, username } = JSON.parse(stdout);
  deepEqual({ id, roles, username }, { id: ids.invite, roles: ["GROUP_READ_ONLY"], username: invited });
});

test("a script stops where a call is refused", async (t) => {
  const world = await startWorld(t);
  const invitation = `--groupId ${ids.group} --invitationId ${ids.invite}`;
  const { code, stdout, stderr } = await shell(
    world,
    `anteroom api projects deleteGroupInvite ${invitation}
anteroom api projects getGroupInvite ${invitation}
echo never`,
  );
  deepEqual({ code, stdout }, { code: 1, stdout: "" });
  match(
    stderr,
    /^warning: deleteGroupInvite .*\nwarning: getGroupInvite .*\nanteroom: 404 RESOURCE_NOT_FOUND: /,
  );
});
