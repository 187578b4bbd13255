// A program that uses openapi-fetch with the types that openapi-typescript made: prints in JSON what test/support/generated.ts
// expects.
import createClient from "openapi-fetch";
import type { components, paths } from "./dated.js";

type Schemas = components["schemas"];

const { BASE_URL = "", ACCESS_TOKEN = "" } = process.env;
const client = createClient<paths>({
  baseUrl: BASE_URL,
  headers: { authorization: `Bearer ${ACCESS_TOKEN}`, accept: "application/vnd.atlas.2025-03-12+json" },
});
const statuses: Schemas["OrgUserResponse"]["orgMembershipStatus"][] = [
  "ACTIVE",
  "PENDING",
  "INVITATION_EXPIRED",
  "INVITATION_REJECTED",
];
const query = { orgMembershipStatuses: statuses };

/** The compiler knows from the status which members a user has. */
const show = (kind: "Org" | "Group") => (user: Schemas["OrgUserResponse"] | Schemas["GroupUserResponse"]) =>
  user.orgMembershipStatus === "ACTIVE"
    ? [`${kind}ActiveUserResponse`, user.username, user.orgMembershipStatus, user.firstName]
    : [`${kind}PendingUserResponse`, user.username, user.orgMembershipStatus, user.inviterUsername];

const orgs = (await client.GET("/api/atlas/v2/orgs")).data?.results ?? [];
const groups = (await client.GET("/api/atlas/v2/groups")).data?.results ?? [];
const [orgId = "", groupId = ""] = [orgs[0]?.id, groups[0]?.id];
const ofOrg = await client.GET("/api/atlas/v2/orgs/{orgId}/users", { params: { path: { orgId }, query } });
const ofGroup = await client.GET("/api/atlas/v2/groups/{groupId}/users", {
  params: { path: { groupId }, query },
});
const made = await client.POST("/api/atlas/v2/groups", { body: { name: "Zoë's", orgId } });
const missing = await client.GET("/api/atlas/v2/groups/{groupId}", {
  params: { path: { groupId: "f".repeat(24) } },
});

console.log(
  JSON.stringify({
    orgs: orgs.map(({ name }) => name),
    groups: groups.map(({ name }) => name),
    orgUsers: ofOrg.data?.results.map(show("Org")),
    groupUsers: ofGroup.data?.results.map(show("Group")),
    made: made.data?.name,
    refused: [missing.error?.error, missing.error?.errorCode],
  }),
);
