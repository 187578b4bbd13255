// curl, as the documentation of updateGroupInvites shows it: with an access token, and with an API key by digest.
import { deepEqual, equal } from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { run } from "../support/command.ts";
import { ids, invited, keys, startWorld } from "../support/world.ts";

const skip =
  spawnSync("curl", ["--version"]).error === undefined ? false : "SKIPPED: install curl to run this";

/** The last of the answers that `curl --include` prints; the ones before are challenges. */
function lastAnswer(printed: string) {
  const start = printed.lastIndexOf("HTTP/1.1 ");
  const [head = "", body = ""] = printed.slice(start).split("\r\n\r\n", 2);
  const [statusLine = "", ...lines] = head.split("\r\n");
  const headers = Object.fromEntries(lines.map((line) => line.toLowerCase().split(": ", 2)));
  return { status: Number(statusLine.split(" ")[1]), headers, body };
}

const script = (authorization: string) => `
curl --include --silent ${authorization} \\
  --header "Accept: application/vnd.atlas.2024-08-05+json" \\
  --header "Content-Type: application/json" \\
  -X PATCH "\${BASE_URL}/api/atlas/v2/groups/\${GROUP_ID}/invites" \\
  -d '{ "roles": ["GROUP_OWNER"], "username": "${invited}" }'`;

test("a service account's access token", { skip }, async (t) => {
  const world = await startWorld(t);
  const env = { BASE_URL: world.url, GROUP_ID: ids.group, ACCESS_TOKEN: await world.token() };
  const asked = script(`--header "Authorization: Bearer \${ACCESS_TOKEN}"`);
  const { code, stdout } = await run("sh", ["-c", asked], { env });
  const { status, headers, body } = lastAnswer(stdout);
  deepEqual(
    { code, status, roles: JSON.parse(body).roles },
    { code: 0, status: 200, roles: ["GROUP_OWNER"] },
  );
  // The operation has no version of 2024, so the newest before it answers.
  equal(headers["content-type"], "application/vnd.atlas.2023-01-01+json;charset=utf-8");
  equal(stdout.split("HTTP/1.1 ").length - 1, 1);
});

test("one curl that asks twice, on one connection", { skip }, async (t) => {
  const { url } = await startWorld(t);
  const address = `${url}/api/atlas/v2/groups/${ids.group}`;
  const { stdout } = await run("curl", [
    "--include",
    "--silent",
    "--digest",
    "--user",
    `${keys.owner.publicKey}:${keys.owner.privateKey}`,
    "--header",
    "Accept: application/vnd.atlas.2023-01-01+json",
    address,
    `${address}?pretty=true`,
  ]);
  // curl keeps a nonce for the one address it was given for.
  const statuses = [...stdout.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
  deepEqual(statuses, ["401", "200", "401", "200"]);
});
