// A plan of moves is written, edited and applied; a run that fails half-way says what was done, and the next one does the rest.
import { deepEqual, equal, match } from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { parse } from "yaml";
import { AtlasClient } from "../../src/client/client.ts";
import { readPlan } from "../../src/july/convert/plan.ts";
import { createAnteroom } from "../../src/testing/embedded.ts";
import { anteroom } from "../support/command.ts";
import { pluck } from "../support/pluck.ts";
import { ids, keys } from "../support/world.ts";

const people = ["ada", "bob", "cy", "dee"].map((name) => `${name}@example.com`);

async function begin(t: TestContext) {
  const server = await createAnteroom({
    now: "2026-06-10T00:00:00Z",
    seed: {
      mailed: false,
      orgs: [
        {
          id: ids.org,
          name: "Acme",
          users: [{ username: "owner@example.com", orgRoles: ["ORG_OWNER"] }],
          apiKeys: [{ ...keys.owner, roles: ["ORG_OWNER"] }],
          groups: [
            {
              id: ids.group,
              name: "payments",
              invites: people.map((username) => ({ username, roles: ["GROUP_READ_ONLY"] })),
            },
          ],
        },
      ],
    },
  });
  const folder = await mkdtemp(join(tmpdir(), "anteroom-plan-"));
  t.after(() => Promise.all([server.close(), rm(folder, { recursive: true })]));
  const env = {
    MONGODB_ATLAS_PUBLIC_API_KEY: keys.owner.publicKey,
    MONGODB_ATLAS_PRIVATE_API_KEY: keys.owner.privateKey,
    ANTEROOM_URL: server.url,
  };
  const run = (...words: string[]) => anteroom(["convert-invites", ...words], { env });
  return { server, client: new AtlasClient({ ...keys.owner, baseUrl: server.url }), folder, run };
}

const pendingIn = async (client: AtlasClient) =>
  pluck(await client.listGroupInvites({ groupId: ids.group }), "username").sort();
const heldBy = async (client: AtlasClient) =>
  (await client.listGroupUsers({ groupId: ids.group, flattenTeams: false, includeOrgUsers: false }).all())
    .map(({ username, roles }) => `${username} ${roles}`)
    .filter((each) => !each.startsWith("owner"))
    .sort();

test("a plan: one person is moved with other roles, one withdrawn, one skipped, one not in it", async (t) => {
  const { client, folder, run } = await begin(t);
  const file = join(folder, "moves.yaml");
  const made = await run("--plan", file);
  equal(made.code, 0, made.stderr);
  match(made.stderr, /4 invitations in \S+moves\.yaml; edit it/);
  deepEqual(await pendingIn(client), people);
  const text = await readFile(file, "utf8");
  match(
    text,
    /# Invited 2026-06-10, \d+ days ago, by "[^"]+"; lapses 2026-07-10\. Moved, the person is invited to the organization/,
  );
  deepEqual(
    readPlan(text, parse)
      .people.map(({ username }) => username)
      .sort(),
    people,
  );
  match((await run("--plan", file)).stderr, /--plan \S+ cannot be written: EEXIST/);

  const plan = readPlan(text, parse);
  const [ada, bob, cy] = people.map((name) => plan.people.find(({ username }) => username === name));
  Object.assign(ada?.invitations[0] ?? {}, { roles: ["GROUP_OWNER"] });
  Object.assign(bob?.invitations[0] ?? {}, { do: "withdraw" });
  Object.assign(cy?.invitations[0] ?? {}, { do: "skip" });
  await writeFile(file, JSON.stringify({ ...plan, people: [ada, bob, cy] }));

  const applied = await run("--apply", file);
  equal(applied.code, 0, applied.stderr);
  const states = applied.stdout
    .trim()
    .split("\n")
    .map((line) => line.replace(/ {2,}.*: (\w+@).*/, " $1"))
    .sort();
  deepEqual(states, ["moved ada@", "skipped cy@", "skipped dee@", "withdrawn bob@"]);
  match(applied.stderr, /4 pending invitations to projects, of 4 people: 1 moved, 1 withdrawn, 2 skipped\n$/);
  deepEqual(await pendingIn(client), ["cy@example.com", "dee@example.com"]);
  deepEqual(await heldBy(client), ["ada@example.com GROUP_OWNER"]);

  const again = await run("--apply", file);
  equal(again.code, 0);
  match(
    again.stderr,
    /no longer pending \(moved already, accepted, withdrawn or lapsed\): ada@example\.com in 32b6\w+, bob@/,
  );
  deepEqual(await heldBy(client), ["ada@example.com GROUP_OWNER"]);
});

test("a failure half-way: what was done is said, and the next run does the rest", async (t) => {
  const { server, client, folder, run } = await begin(t);
  const file = join(folder, "moves.yaml");
  await run("--plan", file);
  server.faults.set([{ operations: ["deleteGroupInvite"], status: 500 }]);
  const failed = await run("--apply", file);
  equal(failed.code, 1);
  equal(failed.stdout.match(/^failed /gm)?.length, 4);
  match(failed.stderr, /0 moved, 4 not moved\n$/);
  server.faults.clear();
  // Who was invited to the organization on the way is counted apart.
  match(
    (await run()).stderr,
    /: 4 pending invitations to projects, of 4 people: 4 to be moved; 4 to the organization, there already; nothing/,
  );
  const finished = await run("--apply", file);
  equal(finished.code, 0, finished.stderr);
  deepEqual(await pendingIn(client), []);
  deepEqual(
    await heldBy(client),
    people.map((name) => `${name} GROUP_READ_ONLY`),
  );
});

test("--only and --skip choose people, also by domain", async (t) => {
  const { client, run } = await begin(t);
  await run("--apply", "--only", "@EXAMPLE.com", "--skip", "bob@example.com", "cy@example.com");
  deepEqual(await pendingIn(client), ["bob@example.com", "cy@example.com"]);
  await run("--apply", "--only", "Bob@example.com");
  deepEqual(await pendingIn(client), ["cy@example.com"]);
});

test("a name that no pending invitation has is refused, and nothing is done", async (t) => {
  const { client, run } = await begin(t);
  for (const [words, name] of [
    [["--only", "ada@example.com", "adda@example.com"], "adda@example.com"],
    [["--apply", "--skip", "@exampel.com"], "@exampel.com"],
  ] as const) {
    const { code, stdout, stderr } = await run(...words);
    deepEqual(
      [code, stdout, stderr],
      [2, "", `anteroom: --only and --skip: no pending invitation is for ${name}; nothing was done\n`],
    );
  }
  deepEqual(await pendingIn(client), people);
});

test("a plan with another id than that of the pending invitation ends with 1", async (t) => {
  const { client, folder, run } = await begin(t);
  const file = join(folder, "moves.yaml");
  const id = "f".repeat(24);
  const one = { id, project: ids.group, roles: ["GROUP_OWNER"], do: "move" };
  await writeFile(
    file,
    JSON.stringify({ org: ids.org, people: [{ username: "Ada@example.com", invitations: [one] }] }),
  );
  const { code, stderr } = await run("--apply", file);
  equal(code, 1);
  match(
    stderr,
    /Ada@example\.com in 32b6\w+: the plan has invitation f{24}, but \w{24} is pending; nothing was done for it/,
  );
  equal(stderr.includes("no longer pending"), false);
  deepEqual(await pendingIn(client), people);
});

test("a plan that is wrong is refused with its place, and nothing is changed", async (t) => {
  const { client, folder, run } = await begin(t);
  const file = join(folder, "moves.yaml");
  const one = { id: ids.invite, project: ids.group, roles: ["GROUP_OWNER"], do: "move" };
  const with1 = (change: object) => ({
    org: ids.org,
    people: [{ username: "ada@example.com", invitations: [{ ...one, ...change }] }],
  });
  for (const [plan, message] of [
    ["org: [", /--apply \S+: it is not YAML: /],
    [with1({ do: "delete" }), /people\.0\.invitations\.0\.do: .*\(move, withdraw, skip\)/],
    [with1({ roles: ["ORG_OWNER"] }), /people\.0\.invitations\.0\.roles\.0: /],
    [with1({ roles: [] }), /people\.0\.invitations\.0\.roles: /],
    [with1({ who: 1 }), /people\.0\.invitations\.0: unknown 'who'/],
    [{ people: [] }, /org/],
    [{ ...with1({}), org: "a".repeat(24) }, /No organization|is not|401|404/],
  ] as const) {
    await writeFile(file, typeof plan === "string" ? plan : JSON.stringify(plan));
    const ended = await run("--apply", file);
    match(ended.stderr, message);
    equal(ended.code === 0, false);
  }
  await writeFile(file, JSON.stringify(with1({})));
  match(
    (await run("--apply", file, "--org", "b".repeat(24))).stderr,
    /the plan is of organization \w{24}, not b{24}/,
  );
  const [invitation] = await client.listGroupInvites({ groupId: ids.group });
  await writeFile(file, JSON.stringify(with1({ id: invitation?.id, project: "c".repeat(24) })));
  match(
    (await run("--apply", file)).stderr,
    /--apply \S+: it has invitation \w+ for ada@example\.com in c{24}, but it is for \S+ in 32b6\w+; nothing/,
  );
  deepEqual(await pendingIn(client), people);
});
