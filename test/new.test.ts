// `npm run new`: what it writes fits into the table, passes the type check, and fails its own test until it is written.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { root } from "./support/command.ts";

/** A copy of what the scaffolder and the type check need. The tests follow each other in it. */
let copy: string;

const read = (path: string): Promise<string> => readFile(join(copy, path), "utf8");
const registry = (): Promise<string> => read("src/operations/table.ts");

function run(...args: string[]) {
  // A test runner in a test runner would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, env, encoding: "utf8" });
  return { status, said: `${stdout}${stderr}` };
}

const begin = (...args: string[]) => run("--import", "tsx", "scripts/new.ts", ...args);

function assertDone({ status, said }: ReturnType<typeof run>): void {
  assert.equal(status, 0, said);
}

suite("npm run new", () => {
  before(async () => {
    copy = await mkdtemp(join(tmpdir(), "anteroom-new-"));
    for (const each of [
      "src",
      "scripts",
      "test/support",
      "test/suites.mjs",
      "package.json",
      "tsconfig.json",
      "biome.json",
    ]) {
      await cp(join(root, each), join(copy, each), { recursive: true });
    }
    // They have a call of every operation, which nobody has written yet for those that are begun here.
    for (const each of ["lost-answers.ts", "follow.ts"]) await rm(join(copy, "scripts", each));
    await rm(join(copy, "src/report/terraform-endings.test.ts"));
    await symlink(join(root, "node_modules"), join(copy, "node_modules"));
  });

  after(() => rm(copy, { recursive: true, force: true }));

  test("refusals write nothing", async () => {
    const old = await registry();
    const place = ["--tag", "Teams", "--method", "GET", "--path", "/api/atlas/v2/groups/{groupId}/teams"];
    for (const [args, said] of [
      [["listGroups", ...place], "listGroups is in the table already"],
      [["ListTeams", ...place], "'ListTeams' is no operationId"],
      [["list-teams", ...place], "'list-teams' is no operationId"],
      [["listTeams"], "give --tag, --method"],
      [["listTeams", ...place, "--method", "HEAD"], "give --tag, --method"],
      [["listTeams", ...place, "--path", "/groups"], "--path /groups: it begins with /api/atlas/v2"],
      [["listTeams", ...place, "--folder", "../teams"], "--folder ../teams: a name in kebab-case"],
      [["listTeams", "--document", "missing.json"], "--document missing.json: ENOENT"],
      [[], "name one operation"],
    ] as const) {
      const refused = begin(...args);
      assert.equal(refused.status, 1, refused.said);
      assert.ok(refused.said.startsWith(`new: ${said}`), refused.said);
    }
    assert.equal(await registry(), old);
  });

  test("the command of CONTRIBUTING.md begins listGroupNotes, once", async () => {
    const guide = await readFile(join(root, "CONTRIBUTING.md"), "utf8");
    const command = (/^ *npm run new -- (.+)$/m.exec(guide)?.[1] ?? "").split(" ");
    const done = begin(...command);
    assertDone(done);
    const next = done.said.slice(done.said.indexOf("Next"));
    const named = [...next.matchAll(/test\/[\w/]+\.ts|[A-Z]+\.md/g)].map(([path]) => path);
    assert.deepEqual(named, [
      "CONTRIBUTING.md",
      "test/tables/calls.ts",
      "test/tables/doors.ts",
      "CHANGELOG.md",
    ]);
    for (const path of named) assert.ok(existsSync(join(root, path)), path);
    for (const [step] of next.matchAll(/npm (run \w+|test -- --\w+)/g)) {
      assert.ok(guide.includes(step), `${step} is not what CONTRIBUTING.md says`);
    }
    const file = await read("src/operations/notes/listGroupNotes.ts");
    assert.match(
      file,
      /operation\("GET \/api\/atlas\/v2\/groups\/\{groupId\}\/notes", \{\n {2}tag: "Projects",/,
    );
    assert.match(file, /door: door\.group\("GROUP_READ_ONLY"\)/);
    assert.deepEqual(begin(...command), {
      status: 1,
      said: "new: listGroupNotes is in the table already\n",
    });
  });

  test("the rest comes from an OpenAPI document", async () => {
    const document = {
      openapi: "3.0.1",
      paths: {
        "/api/atlas/v2/orgs/{orgId}/teams/{teamId}/friends": {
          post: {
            operationId: "addTeamFriends",
            tags: ["Teams"],
            parameters: [
              { $ref: "#/components/parameters/pageNum" },
              { in: "query", name: "flattened", schema: { type: "boolean" } },
              { in: "path", name: "teamId", schema: { type: "string" } },
            ],
            requestBody: { content: {} },
            responses: {
              201: {
                content: {
                  "application/vnd.atlas.2023-01-01+json": { schema: {}, "x-sunset": "2027-07-01" },
                  "application/vnd.atlas.2025-02-19+json": { schema: {} },
                },
              },
              400: {},
            },
            // The path cannot carry the first; the second it can.
            "x-rolesRequirements": ["Project Owner", "Organization Owner"],
          },
        },
      },
      components: { parameters: { pageNum: { in: "query", name: "pageNum", schema: { type: "integer" } } } },
    };
    await writeFile(join(copy, "openapi.json"), JSON.stringify(document));
    assertDone(begin("addTeamFriends", "--document", "openapi.json"));
    const file = await read("src/operations/teams/addTeamFriends.ts");
    for (const line of [
      '= operation("POST /api/atlas/v2/orgs/{orgId}/teams/{teamId}/friends", {',
      'door: door.org("ORG_OWNER")',
      "status: 201",
      "...paging",
      "flattened: Type.Boolean",
      'without: ["envelope", "pretty"]',
      "body: Type.Object({})",
      '"2023-01-01": { sunset: "2027-07-01", reply: Type.Object({}) }',
      '"2025-02-19": { reply: Type.Object({}) }',
    ]) {
      assert.ok(file.includes(line), `${line} is missing in\n${file}`);
    }
    const unknown = begin("deleteTeam", "--document", "openapi.json");
    assert.deepEqual(unknown, { status: 1, said: "new: the document has no operation deleteTeam\n" });
  });

  test("what was begun fits into the table", async () => {
    const text = await registry();
    const entries = [...text.matchAll(/^export \* from "\.\/([a-z-]+\/\w+)\.ts";$/gm)].map(
      ([, name]) => name,
    );
    assert.ok(entries.includes("notes/listGroupNotes") && entries.includes("teams/addTeamFriends"));
    assertDone(run("node_modules/typescript/bin/tsc", "--singleThreaded"));
    assertDone(
      run(
        "node_modules/@biomejs/biome/bin/biome",
        "check",
        "src/operations/notes",
        "src/operations/teams",
        "src/operations/table.ts",
      ),
    );
  });

  test("its tests fail, because the handlers are not written", () => {
    for (const path of ["notes/listGroupNotes", "teams/addTeamFriends"]) {
      const { status, said } = run("--import", "tsx", "--test", `src/operations/${path}.test.ts`);
      assert.notEqual(status, 0, said);
      assert.match(said, /UNEXPECTED_ERROR/);
    }
  });
});
