// Plants settings that are kept for a project: its keys for encryption at rest, and the policy of its backups.
import { changePolicy } from "../changes/backups.ts";
import { changeEncryption } from "../changes/encrypting.ts";
import { keyServiceNames, secretOf } from "../domain/encryption-at-rest.ts";
import type { Group } from "../domain/group.ts";
import type { Mint } from "../secrets/mint.ts";
import type { CompleteGroup } from "./complete.ts";
import { at, type Planting } from "./planting.ts";

type Encryption = NonNullable<CompleteGroup["encryptionAtRest"]>;

export async function plantKept(
  planting: Planting,
  { encryptionAtRest, backupCompliancePolicy: policy }: CompleteGroup,
  group: Pick<Group, "id">,
  place: string,
): Promise<void> {
  const { keyring } = planting;
  if (encryptionAtRest !== undefined) {
    await at(`${place}.encryptionAtRest`, () =>
      changeEncryption({ ...planting, ...keyring }, group, withKeySecrets(encryptionAtRest, keyring.mint)),
    );
  }
  if (policy === undefined) return;
  const given = { updatedUser: policy.authorizedEmail, overwrites: false };
  const changing = { ...planting, clusterSpeed: "instant" } as const;
  await at(`${place}.backupCompliancePolicy`, () => changePolicy(changing, group, policy, given));
}

/** Turned on, and with a secret where nothing else lets the key be used. */
function withKeySecrets({ enabledForSearchNodes, ...encryption }: Encryption, { linkToken }: Mint) {
  const services = keyServiceNames.flatMap((name) => {
    const service: Readonly<Record<string, string | boolean | undefined>> | undefined = encryption[name];
    if (service === undefined) return [];
    const secret = service.roleId === undefined ? { [secretOf(name)]: linkToken() } : {};
    return [[name, { enabled: true, ...secret, ...service }]];
  });
  return {
    ...(enabledForSearchNodes !== undefined && { enabledForSearchNodes }),
    ...Object.fromEntries(services),
  };
}
