// The world in the pictures of the console: an organization whose people, keys and invitations have been busy for some days.

import type { Anteroom, SeedDocument } from "../src/anteroom.ts";
import { AtlasClient, type GroupRoleName } from "../src/client/client.ts";

/** When it all begins. */
export const start = "2026-08-06T06:40:00Z";
export const org = "a0123456789abcdef012345a";
export const group = "32b6e34b3d91647abb20e7b8";
const key = { publicKey: "qkzvtrwm", privateKey: "5f0c1a2e-7d34-4b6a-9c81-0e2f3a4b5c6d" };
export const keyId = "c30b6e34b3d91647abb20e7b";
export const clientId = "mdb_sa_id_65f0c1a2e7d344b6a9c810e2";
export const password = "a staple of horses";
export const team = { core: "82b6e34b3d91647abb20e7b8", data: "83b6e34b3d91647abb20e7b8" };
export const orgInvitation = "62b6e34b3d91647abb20e7b8";
export const ada = { id: "d10b6e34b3d91647abb20e70", username: "ada@example.com" };
export const grace = { id: "d10b6e34b3d91647abb20e71", username: "grace@example.com" };

const person = (
  digit: number,
  name: string,
  orgRoles: ("ORG_OWNER" | "ORG_MEMBER" | "ORG_READ_ONLY" | "ORG_BILLING_ADMIN" | "ORG_GROUP_CREATOR")[],
  lastAuth = "2026-08-07T14:20:00Z",
) => {
  const [firstName = "", lastName = ""] = name.split(" ");
  const username = `${firstName.toLowerCase()}@example.com`;
  const createdAt = "2026-03-02T08:15:00Z";
  return {
    id: `d10b6e34b3d91647abb20e7${digit}`,
    username,
    firstName,
    lastName,
    orgRoles,
    createdAt,
    lastAuth,
  };
};

export const seed: SeedDocument = {
  orgs: [
    {
      id: org,
      name: "Acme",
      users: [
        { ...person(0, "Ada Example", ["ORG_OWNER"]), password },
        person(1, "Grace Sample", ["ORG_MEMBER"]),
        person(2, "Linus Muster", ["ORG_GROUP_CREATOR"]),
        person(3, "Mina Kim", ["ORG_READ_ONLY", "ORG_BILLING_ADMIN"]),
        person(4, "Tove Eksempel", ["ORG_MEMBER"], "2026-07-30T06:02:00Z"),
      ],
      apiKeys: [
        {
          id: keyId,
          ...key,
          desc: "deployments",
          roles: ["ORG_OWNER"],
          accessList: ["127.0.0.1", "203.0.113.0/24"],
        },
        { publicKey: "hbwyfdlo", desc: "nightly report", roles: ["ORG_READ_ONLY"] },
      ],
      serviceAccounts: [
        {
          clientId,
          secret: "mdb_sa_sk_0123456789abcdefABCDEF0123456789abcdefAB",
          name: "terraform",
          description: "Plans and applies from the pipeline.",
          roles: ["ORG_MEMBER"],
        },
      ],
      teams: [
        { id: team.core, name: "Core", usernames: [ada.username, grace.username, "linus@example.com"] },
        { id: team.data, name: "Data", usernames: ["mina@example.com", "tove@example.com"] },
      ],
      invites: [
        { id: orgInvitation, username: "yuna@example.com", roles: ["ORG_MEMBER"], teamIds: [team.core] },
      ],
      groups: [
        {
          id: group,
          name: "payments",
          users: [
            { username: ada.username, roles: ["GROUP_OWNER"] },
            { username: grace.username, roles: ["GROUP_DATA_ACCESS_READ_WRITE", "GROUP_CLUSTER_MANAGER"] },
          ],
          teams: [{ teamId: team.core, roleNames: ["GROUP_DATA_ACCESS_ADMIN"] }],
          apiKeys: [{ publicKey: "mnejrxua", desc: "smoke tests", roles: ["GROUP_READ_ONLY"] }],
        },
        {
          id: "33b6e34b3d91647abb20e7b8",
          name: "analytics",
          users: [{ username: ada.username, roles: ["GROUP_OWNER"] }],
          teams: [{ teamId: team.data, roleNames: ["GROUP_READ_ONLY"] }],
        },
        {
          id: "34b6e34b3d91647abb20e7b8",
          name: "website",
          users: [{ username: ada.username, roles: ["GROUP_OWNER"] }],
        },
      ],
    },
    {
      id: "b0123456789abcdef012345b",
      name: "Globex",
      users: [{ username: ada.username, orgRoles: ["ORG_READ_ONLY"] }],
      groups: [
        {
          id: "42b6e34b3d91647abb20e7b8",
          name: "shipping",
          users: [{ username: ada.username, roles: ["GROUP_READ_ONLY"] }],
        },
      ],
    },
  ],
};

const calledBy =
  (agent: string): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("user-agent", agent);
    return fetch(input, { ...init, headers });
  };

/** Some days of an organization, as its feeds and its mail show them; returns the id of a pending invitation. */
export async function live({ url, clock, mail, fetch: control }: Anteroom): Promise<string> {
  clock.set({ now: start });
  const terraform = new AtlasClient({
    ...key,
    baseUrl: url,
    fetch: calledBy("terraform-provider-mongodbatlas/1.34"),
  });
  const script = new AtlasClient({ ...key, baseUrl: url, fetch: calledBy("onboarding.sh curl/7.88.1") });
  const inProject = { groupId: group };
  const invite = async (username: string, roles: GroupRoleName[]) => {
    clock.set({ advance: "PT7H13M" });
    const { id } = await script.createGroupInvite({ ...inProject, body: { username, roles } });
    // Its message is sent before anything else happens.
    await mail.list();
    return id;
  };
  const end = (id: string, how: string) => control(`/_anteroom/v1/invites/${id}:${how}`, { method: "POST" });

  await end(await invite("noor@example.com", ["GROUP_READ_ONLY"]), "accept");
  await end(await invite("olga@example.com", ["GROUP_OWNER"]), "decline");
  const wrong = await invite("pual@example.com", ["GROUP_READ_ONLY"]);
  await script.deleteGroupInvite({ ...inProject, invitationId: wrong });
  await invite("paul@example.com", ["GROUP_READ_ONLY"]);
  const pending = await invite("hello@example.com", ["GROUP_READ_ONLY"]);
  await script.updateGroupInvites({
    ...inProject,
    body: { username: "hello@example.com", roles: ["GROUP_OWNER"] },
  });
  clock.set({ advance: "PT5H" });
  await terraform.createOrgUser({
    orgId: org,
    body: {
      username: "rosa@example.com",
      roles: {
        orgRoles: ["ORG_MEMBER"],
        groupRoleAssignments: [{ groupId: group, groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] }],
      },
      teamIds: [team.data],
    },
  });
  await mail.list();
  clock.set({ advance: "PT2H" });
  await terraform.addGroupUsers({
    ...inProject,
    body: { username: "tove@example.com", roles: ["GROUP_READ_ONLY"] },
  });
  await terraform.listGroupInvites(inProject);
  clock.set({ now: "2026-08-10T09:30:00Z" });
  return pending;
}
