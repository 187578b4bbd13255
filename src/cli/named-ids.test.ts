// Tests that `anteroom api` takes names where a path has ids of organizations, projects, teams and people.
import { deepEqual, match, throws } from "node:assert/strict";
import { test } from "node:test";
import { anteroom } from "../../test/support/command.ts";
import { ids, keys, startWorld } from "../../test/support/world.ts";
import { choose } from "./named-ids.ts";

/** Builds a function that runs it against this address as the owner. */
const apiAt =
  (url: string) =>
  (...words: string[]) =>
    anteroom(["api", ...words], {
      env: {
        ANTEROOM_URL: url,
        MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
        MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
      },
    });

test("an exact name stands for its id; unknown ones are refused with what there is", async (t) => {
  const world = await startWorld(t);
  const api = apiAt(world.url);
  const found = await Promise.all([
    api("projects", "getGroup", "--projectId", "payments"),
    api("organizations", "getOrg", "--orgId", "Acme"),
    api("teams", "getOrgTeam", "--orgId", "Acme", "--teamId", "core"),
    api("mongoDbCloudUsers", "getGroupUser", "--groupId", "payments", "--userId", "owner@example.com"),
    api("mongoDbCloudUsers", "getOrgUser", "--orgId", ids.org, "--userId", "member@example.com"),
  ]);
  for (const { code, stderr } of found) deepEqual([code, stderr], [0, ""]);
  const [group, org, team, ...people] = found.map(({ stdout }) => JSON.parse(stdout));
  deepEqual([group.id, org.id, team.id], [ids.group, ids.org, ids.team]);
  deepEqual(
    people.map(({ username }) => username),
    ["owner@example.com", "member@example.com"],
  );

  const unknown = await api("projects", "getGroup", "--groupId", "Payments");
  deepEqual(unknown, {
    code: 2,
    stdout: "",
    stderr: `anteroom: --groupId Payments: no project has this name or id; the credential sees payments (${ids.group})\n`,
  });
  // An id is sent as it is.
  const id = await api("projects", "getGroup", "--groupId", ids.otherGroup.toUpperCase());
  match(id.stderr, /^anteroom: 40[134] /);
});

test("a name that several have is refused with their ids, and of many names the first ten are shown", () => {
  const kind = { singular: "project", plural: "projects" };
  const choosing = (all: readonly { id: string; name: string }[]) => () =>
    choose(all, { param: "groupId", name: "payments", ...kind });
  const both = [ids.group, ids.otherGroup].map((id) => ({ id, name: "payments" }));
  throws(choosing(both), {
    message: `--groupId payments: 2 projects have this name: give one of the ids ${ids.group}, ${ids.otherGroup}`,
  });
  const many = Array.from({ length: 12 }, (_, index) => ({
    id: "a",
    name: `p${String(index).padStart(2, "0")}`,
  }));
  throws(choosing(many), { message: /the credential sees p00 \(a\), .*p09 \(a\), and 2 more$/ });
  throws(choosing([]), { message: /the credential sees none$/ });
});
