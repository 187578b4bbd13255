// The statements of clients on projects.
import { pluck } from "../../support/pluck.ts";
import { G, names, none, O, type Truths } from "./truth.ts";

const settings = `/groups/${G}/settings`;
const government = "regions are of Atlas for Government; live answers never have the member";

export const projects: Truths = {
  "by name, missing": {
    call: "getGroupByName of an unknown name",
    by: "operator test/int/project_test.go:250 (live), internal/translation/project/project.go:104; log in its PR 28",
    ask: ({ outcome }) => outcome("GET /groups/byName/nope"),
    expected: "401 NOT_IN_GROUP",
  },
  "by name, not permitted": {
    call: "getGroupByName of a project of others",
    by: "operator api_error.go:21",
    ask: ({ outcome }) => outcome("GET /groups/byName/shipping"),
    expected: "401 NOT_IN_GROUP",
  },
  "regions, empty": {
    call: "createGroup with regionUsageRestrictions empty, as the operator always sends it",
    by: "operator internal/translation/project/conversion.go:55, e2e2/serviceaccount_test.go:309 (live)",
    ask: async ({ outcome }) => [
      await outcome("POST /groups", { name: "a", orgId: O, regionUsageRestrictions: "" }),
      await outcome("POST /groups", { name: "b", orgId: O, regionUsageRestrictions: "NONE" }),
    ],
    expected: ["201", "201"],
  },
  "regions, answered": {
    call: "createGroup with regionUsageRestrictions NONE: the answer",
    by: "CLI recordings of groups",
    ask: async ({ read }) =>
      "regionUsageRestrictions" in
      (await read("POST /groups", { name: "a", orgId: O, regionUsageRestrictions: "NONE" })),
    expected: false,
  },
  "regions, changed": {
    call: "updateGroup with regionUsageRestrictions NONE",
    by: "inferred from the operator, which has one model of a project",
    ask: ({ outcome }) => outcome(`PATCH /groups/${G}`, { regionUsageRestrictions: "NONE" }),
    expected: "200",
    differs: {
      here: "400 INVALID_ATTRIBUTE",
      reason: `no client sends it to updateGroup, and the official document has no such member there; ${government}`,
    },
  },
  "settings, members": {
    call: "getGroupSettings of a new project",
    by: "CLI recording of projectsettings",
    ask: async ({ read }) => {
      const { isAtlasHomePageAiAssistantEnabled, isDataValidationEnabled } = await read(`GET ${settings}`);
      return [isAtlasHomePageAiAssistantEnabled, isDataValidationEnabled];
    },
    expected: [true, true],
  },
  "settings, changed": {
    call: "updateGroupSettings with what was read",
    by: "CLI recording of projectsettings",
    ask: async ({ read }) => names(await read(`PATCH ${settings}`, await read(`GET ${settings}`))).length,
    expected: 12,
  },
  "settings, location": {
    call: "getGroupSettings: Location",
    by: "CLI recording of projectsettings",
    ask: async ({ reply, stage }) =>
      (await reply(`GET ${settings}`)).headers.location?.replace(stage.url, ""),
    expected: "//api/atlas/v1.0",
  },
  "name taken": {
    call: "createGroup with a name that is taken",
    by: "operator api_error.go:19; Terraform 707",
    ask: ({ outcome }) => outcome("POST /groups", { name: "payments", orgId: O }),
    expected: "409 GROUP_ALREADY_EXISTS",
  },
  "read-only members": {
    call: "createGroup with clusterCount 0 and created of year 1",
    by: "SDK admin/model_group.go:13",
    ask: ({ outcome }) =>
      outcome("POST /groups", { clusterCount: 0, created: "0001-01-01T00:00:00Z", name: "a", orgId: O }),
    expected: "201",
  },
  "tags alone": {
    call: "updateGroup with tags alone, then with unchanged name and tags",
    by: "operator project.go:79; CloudFormation project/cmd/resource/resource.go:334",
    ask: async ({ outcome }) => {
      const tags = [{ key: "env", value: "test" }];
      return [
        await outcome(`PATCH /groups/${G}`, { tags }),
        await outcome(`PATCH /groups/${G}`, { name: "payments", tags }),
      ];
    },
    expected: ["200", "200"],
  },
  "tags, event": {
    call: "updateGroup with tags: its event",
    by: "CLI recording of the organization's events",
    ask: async ({ outcome, read }) => {
      await outcome(`PATCH /groups/${G}`, { tags: [{ key: "env", value: "test" }] });
      const [{ eventTypeName, resourceId, resourceType }] = (await read(`GET /groups/${G}/events`)).results;
      return { eventTypeName, resourceId, resourceType };
    },
    expected: { eventTypeName: "GROUP_TAGS_MODIFIED", resourceId: G, resourceType: "project" },
  },
  "tags, refused": {
    call: "createGroup with a tag of other characters, and with one too long",
    by: "Terraform resource_project_test.go:1131, 1135 (live)",
    ask: async ({ reply }) => {
      const refused = async (value: string) => {
        const tags = [{ key: "env", value }];
        return (await reply("POST /groups", { name: "a", orgId: O, tags })).text;
      };
      const [odd, long] = [await refused("a!"), await refused("x".repeat(256))];
      return [
        /contains invalid characters/.test(odd),
        /Allowable characters include/.test(odd),
        /exceeded the maximum allowed length of \d+ characters/.test(long),
      ];
    },
    expected: [true, true, true],
  },
  "limit, unknown": {
    call: "setGroupLimit of a name that does not exist",
    by: "Terraform resource_project_test.go:1055 (live)",
    ask: async ({ reply }) => {
      const { status, json } = await reply(`PATCH /groups/${G}/limits/atlas.nothing`, { value: 1 });
      return [status, json.reason];
    },
    expected: [404, "Not Found"],
  },
  "teams, none": {
    call: "addGroupTeams with an empty list",
    by: "Terraform resource_project.go:599",
    ask: ({ outcome }) => outcome(`POST /groups/${G}/teams`, []),
    expected: "200",
  },
  clusters: {
    call: "listGroupClusters: totalCount",
    by: "Terraform resource_project.go:681, read without a check",
    ask: async ({ read }) => (await read(`GET /groups/${G}/clusters`)).totalCount,
    expected: 0,
  },
  "clusters, older": {
    call: "listGroupClusters in 2023-02-01: Deprecation and Sunset",
    by: "CLI recording of clustersflags",
    ask: async ({ reply }) => {
      const { headers } = await reply(`GET /groups/${G}/clusters`, undefined, { version: "2023-02-01" });
      return [headers.deprecation, headers.sunset];
    },
    expected: ["Mon, 5 Aug 2024 00:00:00 GMT", "Thu, 1 Jul 2027 00:00:00 GMT"],
  },
  "slow operations": {
    call: "getGroupManagedSlowMs: a bare boolean",
    by: "Terraform resource_project.go",
    ask: ({ read }) => read(`GET /groups/${G}/managedSlowMs`),
    expected: true,
  },
  "ip addresses": {
    call: "getGroupIpAddresses: services",
    by: "Terraform resource_project.go",
    ask: async ({ read }) => names(await read(`GET /groups/${G}/ipAddresses`)),
    expected: ["groupId", "services"],
  },
  links: {
    call: "getGroup: its links",
    by: "CLI recordings of groups",
    ask: async ({ read }) => (await read(`GET /groups/${G}`)).links.length,
    expected: 7,
  },
  deleted: {
    call: "deleteGroup, twice within a minute, then getGroup",
    by: "CLI recordings; Terraform's tests; operator handler_v20250312.go:145, e2e2/group_test.go:168 (live)",
    ask: async ({ outcome }) => [
      await outcome(`DELETE /groups/${G}`),
      await outcome(`DELETE /groups/${G}`),
      await outcome(`GET /groups/${G}`),
    ],
    expected: ["202", "202", "404 GROUP_NOT_FOUND"],
  },
  "page 0": {
    call: "listGroups with pageNum=0, as the CLI's setup sends",
    by: "CLI internal/cli/default_setter_opts.go:88",
    ask: ({ outcome }) => outcome("GET /groups?pageNum=0&itemsPerPage=50"),
    expected: "200",
  },
  "unknown project": {
    call: "listGroupDatabaseUsers of an unknown project: not there, and not ours",
    by: "CLI test/e2e/setupfailure/setup_failure_test.go:87 (live) and its recording",
    ask: ({ outcome }) => outcome(`GET /groups/${none}/databaseUsers`),
    expected: "404 GROUP_NOT_FOUND",
  },
  "list of mine": {
    call: "listGroups: names of the caller's organization alone",
    by: "operator, Baton: read as all projects of the key",
    ask: async ({ read }) => pluck((await read("GET /groups")).results, "name"),
    expected: ["payments"],
  },
};
