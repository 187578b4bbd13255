// Certificates of database users: who may have one, and the authority of the project that signs it.

import type { Changing, Looking, Reading } from "../../core/changes/changing.ts";
import type { Resource } from "../../core/changes/resources.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import type { createCertifier } from "../../core/secrets/certifier.ts";
import { databaseUsers } from "../database-users/kept.ts";
import { type DatabaseUser, userKey } from "../database-users/rules/database-user.ts";
import { userSecurities } from "../user-security/kept.ts";
import { certificateAuthorities } from "./kept.ts";

export const certifiableErrors = [
  "CANNOT_GENERATE_CERT_IF_ADVANCED_X509",
  "USERNAME_NOT_FOUND",
  "USER_NOT_MANAGED_X509",
] as const;

/** Finds the user who would log in with certificates, or else the one with a password. */
export async function userNamed(
  looking: Reading,
  group: GroupRef,
  username: string,
): Promise<Resource<DatabaseUser> | undefined> {
  const find = (databaseName: DatabaseUser["databaseName"]) =>
    databaseUsers.find(looking, group, userKey({ databaseName, username }));
  return (await find("$external")) ?? find("admin");
}

/** Refuses a user who logs in another way, or with certificates of the customer. */
export async function requireCertifiable(
  looking: Looking<(typeof certifiableErrors)[number]>,
  group: GroupRef,
  username: string,
): Promise<void> {
  const { fault } = looking;
  const user = await userNamed(looking, group, username);
  if (user === undefined) throw fault("USERNAME_NOT_FOUND", { username });
  if (user.document.x509Type !== "MANAGED") throw fault("USER_NOT_MANAGED_X509", { username });
  const { customerX509 } = await userSecurities.read(looking, group);
  if (customerX509.cas !== undefined) {
    throw fault("CANNOT_GENERATE_CERT_IF_ADVANCED_X509", { groupId: group.id });
  }
}

/** Returns the authority of a project, and creates it on first use. */
export async function authorityOf(
  changing: Changing,
  group: GroupRef,
  certifier: Pick<Awaited<ReturnType<typeof createCertifier>>, "authority">,
): Promise<{ sealedKey: string }> {
  const found: Resource<object> | undefined = await certificateAuthorities.find(changing, group, "");
  if (found?.sealedSecret) return { sealedKey: found.sealedSecret };
  const { certificate, sealedKey } = certifier.authority(group.id, changing.now);
  await certificateAuthorities.add(changing, group, "", {
    document: { certificate },
    sealedSecret: sealedKey,
  });
  return { sealedKey };
}
