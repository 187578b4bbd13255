// Sets up the tests of leaving: a stage on which a member made keys, an account and invitations.
import type { TestContext } from "node:test";
import { heldInGroup, heldInOrg, makeAccount, makeKey } from "../../../src/atlas/api-keys/credentials.ts";
import { changingOf } from "../../../src/core/changes/changing.ts";
import { toClientId } from "../../../src/core/contract/client-id.ts";
import type { RoleName } from "../../../src/core/contract/roles.ts";
import type { Actor } from "../../../src/core/domain/event.ts";
import { createIssue } from "../../../src/core/secrets/issue.ts";
import { createKeyring } from "../../../src/core/secrets/keyring.ts";
import { mintBytes, mintId } from "../../../src/core/secrets/mint.ts";
import type { EngineName } from "../../support/engines.ts";
import { pluck } from "../../support/pluck.ts";
import { ids } from "../../support/world.ts";
import { member, owner, startConsole } from "./console-operations.ts";

const { org: orgId, group: groupId, team } = ids;
const issue = createIssue(createKeyring(mintBytes(32)));

/** A stage in which the member made a key, which made another one, an account, and both seeded invitations. */
export async function startLeaving(t: TestContext, engine: EngineName, strictRoles = false) {
  const stage = await startConsole(t, { engine, strictRoles });
  const made = { key: "", keyId: "", second: "", account: "", userId: "" };
  t.beforeEach(async () => {
    made.userId = await stage.userId(member);
    await stage.store.write(async (tx) => {
      const now = stage.clock.now();
      const by = (actor: Actor) => changingOf({ tx, now, newId: () => mintId(now) }, actor);
      const person = by({ kind: "USER", id: made.userId, name: member, remoteAddress: {} });
      const wanted = { orgId, description: "ci", roles: heldInGroup(groupId, ["GROUP_OWNER"]) };
      const key = await makeKey(person, wanted, issue.apiKey());
      const byKey = by({ kind: "API_KEY", id: key.id, name: key.publicKey, remoteAddress: {} });
      const second = { orgId, description: "", roles: heldInOrg(["ORG_MEMBER"]) };
      const account = { ...wanted, name: "robot", withoutInitialSecret: true };
      Object.assign(made, {
        key: key.publicKey,
        keyId: key.id,
        second: (await makeKey(byKey, second, issue.apiKey())).publicKey,
        account: toClientId((await makeAccount(person, account, issue.clientSecret)).id),
      });
      await tx.teams.join(team, made.userId);
      await tx.teams.assign({ teamId: team, orgId, groupId }, ["GROUP_READ_ONLY"]);
      await tx.grants.give(made.userId, { orgId, groupId }, "GROUP_CLUSTER_MANAGER", now);
    });
  });
  const as = async (username: string) => ({ session: await stage.session(username) });
  const sentBy = (inviterUsername: string) =>
    stage.store.write(async (tx) => {
      const { invites = [], ...others } = await tx.dump.take();
      const isTheirs = ({ id }: { readonly id?: unknown }) => id === ids.orgInvite || id === ids.invite;
      const sent = invites.map((row) => (isTheirs(row) ? { ...row, inviterUsername } : row));
      await tx.dump.restore({ ...others, invites: sent });
    });
  const types = async () => pluck(await stage.events(), "type");
  const fates = async (
    id: "getOrgReceipt" | "getGroupReceipt",
    at: object,
  ): Promise<Record<string, string>> => {
    const { json } = await stage.perform(id, { ...at }, await as(owner));
    return Object.fromEntries(
      json.parts.map((part: Record<string, string>) => [
        part.code,
        part.why ? `${part.fate} ${part.why}` : part.fate,
      ]),
    );
  };
  return {
    ...stage,
    made,
    as,
    sentBy,
    types,
    fates,
    inOrg: () => ({ orgId, userId: made.userId }),
    inGroup: () => ({ groupId, userId: made.userId }),
  };
}

export const role = (name: RoleName, group: string | null = null) => ({ role: name, group });
/** The roles of the key and the account. */
export const owned = [role("ORG_MEMBER"), role("GROUP_OWNER", "payments")];
