// Tests that a Terraform state becomes a world with everything that the state says.
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { AtlasClient } from "../../../client/client.ts";
import { type Kept, readState } from "../../../code/terraform/state.ts";
import { createAnteroom } from "../../embedded.ts";
import { readWorld } from "../read.ts";
import { readWorldOfState } from "./read-state.ts";
import { withoutSecrets } from "./secrets.ts";

/** A state of the provider 2.16 with every type of resource that it could create in a rehearsal, without null attributes. */
const everyType = readState(readFileSync("test/tables/every-type.tfstate", "utf8"));
/** The day of that state. */
const now = "2026-12-03T06:00:00Z";

/** Returns the answers about the world that a state describes, as a copy of it asks for them. */
async function answersOf({ seed }: ReturnType<typeof readWorldOfState>): Promise<string> {
  await using anteroom = await createAnteroom({ seed, now });
  const answers: string[] = [];
  const credentials = anteroom.world.keys.rehearsal as Required<
    NonNullable<typeof anteroom.world.keys.rehearsal>
  >;
  const client = new AtlasClient({
    ...credentials,
    baseUrl: "http://anteroom.localhost",
    fetch: async (...request) => {
      const answer = await anteroom.fetch(...request);
      answers.push(await answer.clone().text());
      return answer;
    },
  });
  await readWorld({ client, orgId: seed.orgs[0]?.id ?? "" });
  return answers.join("\n");
}

/** Lists the texts in a value, with the path of each. */
function textsIn(value: unknown, path: readonly string[] = []): (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path.join("."), value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    textsIn(each, Array.isArray(value) ? path : [...path, name]),
  );
}

/** The attributes that no answer repeats, by type, and why. */
const unsaid: readonly (readonly [RegExp, string])[] = [
  [/^(cluster_outage_simulation|ldap_verify) /, "a world begins without what ends by itself within hours"],
  [/ (private_key|secret|password|api_key|hec_token|microsoft_teams_webhook_url)$/, "answers hide secrets"],
  [/ (otel_supplied_headers|headers)\.value$/, "answers hide secrets"],
  [/^third_party_integration url$/, "answers hide secrets"],
  [/ authorized_date$/, "the provider keeps the first day of all for a role that has none"],
  [/ current_certificate$/, "a certificate is shown once"],
  [/ id$/, "the provider makes its ids of several"],
  [/ (mappings_fields|fields|pipeline)$/, "the provider writes JSON in its own way"],
];

test("nothing that a state says of any type is lost in its world", async () => {
  equal(new Set(everyType.map(({ type }) => type)).size, 73);
  const world = readWorldOfState(everyType);
  deepEqual(
    world.unread.map(({ part }) => part),
    ["mongodbatlas_cluster_outage_simulation.x", "mongodbatlas_ldap_verify.x"],
  );
  const answers = await answersOf(world);
  const said = everyType.flatMap(({ type, attributes }) =>
    textsIn(attributes).map(([path, text]) => ({ text, of: `${type.replace("mongodbatlas_", "")} ${path}` })),
  );
  const lost = said.filter(({ text }) => !answers.includes(JSON.stringify(text).slice(1, -1)));
  const reasons = new Set<RegExp>();
  const unexplained = lost.filter(({ of }) => {
    const reason = unsaid.find(([pattern]) => pattern.test(of));
    if (reason !== undefined) reasons.add(reason[0]);
    return reason === undefined;
  });
  deepEqual(unexplained, []);
  deepEqual(
    unsaid.filter(([pattern]) => !reasons.has(pattern)),
    [],
  );
});

test("a world that is written to a file has no secret of its state", async () => {
  const world = readWorldOfState(everyType);
  const orgs = world.seed.orgs.map(withoutSecrets);
  const text = JSON.stringify(orgs);
  for (const secret of ["aPasswordOfMine1", "ppassword", "shhhhhhh", "mdb_sa_sk_0"]) {
    ok(JSON.stringify(world.seed).includes(secret), secret);
    ok(!text.includes(secret), secret);
  }
  match(text, /"apiKey":"\*{28}cdef"/);
  await answersOf({ ...world, seed: { ...world.seed, orgs } });
});

const kept = (type: string, attributes: Kept["attributes"], address = `mongodbatlas_${type}.x`): Kept => ({
  address,
  block: address,
  type: `mongodbatlas_${type}`,
  attributes,
});
const [group, org] = ["b".repeat(24), "a".repeat(24)];

test("what only others manage is there under its id", async () => {
  const team = "d".repeat(24);
  const { seed, unread } = readWorldOfState([
    kept("database_user", {
      project_id: group,
      username: "app",
      auth_database_name: "admin",
      roles: [{ role_name: "read", database_name: "shop" }],
    }),
    kept("api_key_project_assignment", {
      project_id: group,
      api_key_id: "c".repeat(24),
      roles: ["GROUP_OWNER"],
    }),
    kept("team_project_assignment", { project_id: group, team_id: team, role_names: ["GROUP_READ_ONLY"] }),
  ]);
  deepEqual(unread, []);
  const [only] = seed.orgs;
  deepEqual(
    only?.groups?.map(({ id, name, apiKeys = [] }) => [id, name, apiKeys.map(({ roles }) => roles)]),
    [[group, `project ${group}`, [["GROUP_OWNER"]]]],
  );
  deepEqual(only?.teams, [{ id: team, name: `team ${team}`, usernames: [] }]);
  const answers = await answersOf({ seed, unread });
  ok(answers.includes(`"id":"${"c".repeat(24)}"`));
});

test("a cluster of the older resource keeps its tags, size and regions", () => {
  const { seed } = readWorldOfState([
    kept("cluster", {
      project_id: group,
      name: "main",
      provider_name: "AWS",
      provider_instance_size_name: "M10",
      tags: [{ key: "team", value: "shop" }],
      replication_specs: [
        {
          num_shards: 1,
          regions_config: [{ region_name: "US_EAST_1", priority: 7, electable_nodes: 3, read_only_nodes: 0 }],
        },
      ],
    }),
  ]);
  const [cluster] = seed.orgs[0]?.groups?.[0]?.clusters ?? [];
  deepEqual(cluster?.tags, [{ key: "team", value: "shop" }]);
  const [region] = cluster?.replicationSpecs?.[0]?.regionConfigs ?? [];
  deepEqual(region?.electableSpecs, { instanceSize: "M10", nodeCount: 3 });
  deepEqual([region?.regionName, region?.readOnlySpecs], ["US_EAST_1", undefined]);
});

test("data sources say of projects, teams and clusters as much as resources do", () => {
  const project = { id: group, org_id: org, name: "payments", teams: [], limits: [] };
  const { seed } = readWorldOfState([
    { ...kept("project", project), type: "data.mongodbatlas_project" },
    { ...kept("database_users", { project_id: group }), type: "data.mongodbatlas_database_users" },
    { ...kept("s3_bucket", { bucket: "x" }), type: "aws_s3_bucket" },
  ]);
  deepEqual(
    seed.orgs.map(({ id, groups = [] }) => [id, groups.map(({ name }) => name)]),
    [[org, ["payments"]]],
  );
});
