// The demonstration: the organization of a first `npm start`, and the invitation that its printed command changes.
import { inviteToGroup } from "../../atlas/invites/inviting.ts";
import { toClientId } from "../../core/contract/client-id.ts";
import { type Instant, second } from "../../core/domain/instant.ts";
import { type Mint, systemMint } from "../../core/secrets/mint.ts";
import { createPasswords } from "../../core/secrets/passwords.ts";
import type { SeedDocument } from "./document.ts";
import { changingBySeed, type Target } from "./planting.ts";

export const demoOrgId = "a0123456789abcdef012345a";
export const demoGroupId = "32b6e34b3d91647abb20e7b8";
export const demoUsername = "hello@example.com";
const demoOwner = "owner@example.com";
const demoGroupName = "payments";

export interface DemoCredentials {
  readonly apiKey: { readonly publicKey: string; readonly privateKey: string };
  readonly serviceAccount: { readonly clientId: string; readonly clientSecret: string };
  readonly owner: { readonly username: string; readonly password: string };
}

export const mintDemoCredentials = (now: Instant, mint: Mint = systemMint): DemoCredentials => ({
  apiKey: { publicKey: mint.publicKey(), privateKey: mint.privateKey() },
  serviceAccount: { clientId: toClientId(mint.id(now)), clientSecret: mint.clientSecret() },
  owner: { username: demoOwner, password: mint.bytes(12).toString("base64url") },
});

export const demoSeed = ({ apiKey, serviceAccount }: DemoCredentials): SeedDocument => ({
  orgs: [
    {
      id: demoOrgId,
      name: "Acme",
      users: [{ username: demoOwner, orgRoles: ["ORG_OWNER"], firstName: "Ada", lastName: "Example" }],
      apiKeys: [{ ...apiKey, desc: "demonstration", roles: ["ORG_OWNER"] }],
      serviceAccounts: [
        {
          clientId: serviceAccount.clientId,
          secret: serviceAccount.clientSecret,
          name: "demonstration",
          roles: ["ORG_OWNER"],
        },
      ],
      groups: [
        {
          id: demoGroupId,
          name: demoGroupName,
          users: [{ username: demoOwner, roles: ["GROUP_OWNER"] }],
          invites: [{ username: demoUsername, roles: ["GROUP_READ_ONLY"] }],
        },
      ],
    },
  ],
});

/** Lets the demonstration's owner sign in. Separate from the planting, so that no start waits for the hash. */
export async function admitDemoOwner(
  { store, keyring }: Pick<Target, "store" | "keyring">,
  { username, password }: DemoCredentials["owner"],
): Promise<void> {
  const hash = await createPasswords(keyring.mint).hash(password);
  await store.write(async (tx) => {
    tx.locks.everything();
    const owner = await tx.users.byAddress(username);
    if (owner !== undefined) await tx.users.setPassword(owner.id, hash);
  });
}

/**
 * Invites the demonstration's address again if its invitation has ended, so that the printed command still works. A pending one
 * is mailed again if mail is captured, since captured mail ended with the process before.
 */
export async function renewDemoInvite(
  { store, keyring, now }: Target,
  { inviter, isCaptured }: { readonly inviter: string; readonly isCaptured: boolean },
): Promise<void> {
  await store.write(async (tx) => {
    tx.locks.everything();
    const group = await tx.groups.find(demoGroupId);
    if (group === undefined) return;
    const changing = changingBySeed({ tx, now, keyring });
    // An invitation that ends within this second has ended when the command is pasted.
    const soon = now + second;
    const pending = await tx.invites.pendingByAddress(group, demoUsername, soon);
    if (pending !== undefined) return isCaptured ? changing.mail({ inviteId: pending.id }) : undefined;
    await tx.invites.expireOverdue(demoGroupId, demoUsername, soon);
    const invite = { username: demoUsername, roles: ["GROUP_READ_ONLY"] as const, inviter };
    await inviteToGroup(changing, group, invite);
  });
}
