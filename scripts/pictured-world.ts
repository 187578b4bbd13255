// Prepares the world in the pictures of the console: the big world, with some days of activity by its people, keys and
// invitations.
import type { Anteroom, SeedDocument } from "../src/anteroom.ts";
import { AtlasClient, type GroupRoleName } from "../src/client/client.ts";
import { openStore } from "../src/server/open-store.ts";
import { big, bigNow, liveBig } from "../test/support/big-world.ts";

export const picturedAt = "2026-08-18T09:30:00Z";
export const rosa = "rosa@example.com";

const provider = { id: "e50b6ee50b6ee50b6ee50b6e", issuerUri: "https://login.example.net" };

/** An organization that adds people by a role mapping. */
export const offering: SeedDocument["orgs"][number] = {
  id: "b0123456789abcdef012345b",
  name: "Globex",
  users: [{ username: "lead@example.net", orgRoles: ["ORG_OWNER"] }],
  federation: {
    identityProviders: [{ ...provider, displayName: "Globex Login", clientId: "anteroom" }],
    dataAccessIdentityProviderIds: [provider.id],
    roleMappings: [{ externalGroupName: "partners", roles: ["ORG_READ_ONLY"] }],
  },
};

/** Lets it offer a person to join, as after signing in with its provider. */
export async function offer(data: string, userId: string): Promise<void> {
  const store = await openStore({ kind: "folder", path: data });
  const named = { userId, orgId: offering.id ?? "" };
  await store.write(async (tx) =>
    tx.federationOffers.make(named, provider.issuerUri, ["partners"], Date.parse(bigNow)),
  );
  await store.close();
}

const calledBy =
  (agent: string): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set("user-agent", agent);
    return fetch(input, { ...init, headers });
  };

/** Some days of an organization, as its feeds and its mail show them; returns the ids of two pending invitations. */
export async function live(anteroom: Anteroom): Promise<{ group: string; org: string }> {
  const { url, clock, mail, fetch: control } = anteroom;
  clock.set({ now: bigNow });
  await liveBig(anteroom);
  const client = (agent: string) => new AtlasClient({ ...big.key, baseUrl: url, fetch: calledBy(agent) });
  const terraform = client("terraform-provider-mongodbatlas/1.34");
  const script = client("onboarding.sh curl/7.88.1");
  const inProject = { groupId: big.group };
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
  const pending = await invite("hana@example.com", ["GROUP_READ_ONLY"]);
  await script.updateGroupInvites({
    ...inProject,
    body: { username: "hana@example.com", roles: ["GROUP_OWNER"] },
  });
  clock.set({ advance: "PT5H" });
  await terraform.createOrgUser({
    orgId: big.org,
    body: {
      username: rosa,
      roles: {
        orgRoles: ["ORG_MEMBER"],
        groupRoleAssignments: [{ ...inProject, groupRoles: ["GROUP_DATA_ACCESS_READ_ONLY"] }],
      },
      teamIds: [big.team],
    },
  });
  await mail.list();
  clock.set({ advance: "PT2H" });
  await terraform.createOrgServiceAccount({
    orgId: big.org,
    body: {
      name: "migration",
      description: "Moves what is left of the old world.",
      roles: ["ORG_MEMBER"],
      secretExpiresAfterHours: 240,
    },
  });
  await terraform.listGroupInvites(inProject);
  clock.set({ now: picturedAt });
  const toOrg = await script.listOrgInvites({ orgId: big.org, username: rosa });
  return { group: pending, org: toOrg[0]?.id ?? "" };
}
