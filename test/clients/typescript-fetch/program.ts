// A program that uses the client that openapi-generator made: prints in JSON what test/support/generated.ts expects.
import * as atlas from "./atlas";

const { BASE_URL = "", ACCESS_TOKEN = "" } = process.env;
const configuration = new atlas.Configuration({
  basePath: BASE_URL,
  // It sends what it is given as Authorization, and no version of its own.
  accessToken: `Bearer ${ACCESS_TOKEN}`,
  headers: { Accept: "application/vnd.atlas.2025-03-12+json" },
});
const orgMembershipStatuses = Object.values(atlas.ListOrgUsersOrgMembershipStatusesEnum);

function show(user: atlas.OrgUserResponse | atlas.GroupUserResponse): string[] {
  const kinds = {
    OrgActiveUserResponse: atlas.instanceOfOrgActiveUserResponse(user) && "teamIds" in user,
    OrgPendingUserResponse: atlas.instanceOfOrgPendingUserResponse(user) && "teamIds" in user,
    GroupActiveUserResponse: atlas.instanceOfGroupActiveUserResponse(user) && user.roles instanceof Set,
    GroupPendingUserResponse: atlas.instanceOfGroupPendingUserResponse(user) && user.roles instanceof Set,
  };
  const own = user.orgMembershipStatus === "ACTIVE" ? user.firstName : user.inviterUsername;
  const found = Object.entries(kinds).filter(([, is]) => is);
  return [...found.map(([name]) => name), user.username, user.orgMembershipStatus, own];
}

async function main() {
  const people = new atlas.MongoDBCloudUsersApi(configuration);
  const projects = new atlas.ProjectsApi(configuration);
  const orgs = (await new atlas.OrganizationsApi(configuration).listOrgs()).results;
  const groups = (await projects.listGroups()).results;
  const [orgId = "", groupId = ""] = [orgs[0]?.id, groups[0]?.id];
  const ofOrg = await people.listOrgUsers({ orgId, orgMembershipStatuses });
  const ofGroup = await people.listGroupUsers({ groupId, orgMembershipStatuses });
  const made = await projects.createGroup({ groupRequest: { name: "Zoë's", orgId } });
  const refused = await projects.getGroup({ groupId: "f".repeat(24) }).catch(async (problem) => {
    const { error, errorCode } = atlas.ApiErrorFromJSON(await problem.response.json());
    return [error, errorCode];
  });
  console.log(
    JSON.stringify({
      orgs: orgs.map(({ name }) => name),
      groups: groups.map(({ name }) => name),
      orgUsers: ofOrg.results.map(show),
      groupUsers: ofGroup.results.map(show),
      made: made.name,
      refused,
    }),
  );
}

void main();
