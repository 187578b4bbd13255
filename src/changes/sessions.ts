// Sessions of people and the passwords that open them.
import { toTimestamp } from "../domain/instant.ts";
import { checkPassword } from "../domain/profile.ts";
import { sessionLifetime } from "../domain/session.ts";
import type { Issue } from "../secrets/issue.ts";
import type { Passwords } from "../secrets/passwords.ts";
import type { Writes } from "../store/store.ts";
import type { Changing, Looking } from "./changing.ts";

/** Begins a session. Its secret is in the answer, and nowhere else. */
export async function beginSession(
  { tx, now, issue }: Pick<Changing, "tx" | "now"> & { readonly issue: Pick<Issue, "token" | "device"> },
  userId: string,
) {
  const { token, hash } = issue.token();
  const expiresAt = now + sessionLifetime;
  await tx.sessions.begin({ hash, userId, now, expiresAt });
  await tx.users.signedIn(userId, now);
  return { token, device: issue.device(userId), expiresAt: toTimestamp(expiresAt) };
}

/** Refuses a password that would not guard an account. */
export async function refusePoor(
  {
    passwords,
    fault,
  }: Pick<Looking<"COMMON_PASSWORD" | "WEAK_PASSWORD">, "fault"> & { readonly passwords: Passwords },
  password: string,
): Promise<void> {
  checkPassword(password, fault);
  if (await passwords.isCommon(password)) throw fault("COMMON_PASSWORD", {});
}

/** Sets a new password, or none (null), which ends whatever the old one had opened: sessions, and links to set another. */
export async function replacePassword(tx: Writes, userId: string, hash: string | null): Promise<void> {
  await tx.users.setPassword(userId, hash);
  await tx.outbox.removeLinksOf(userId);
  await tx.sessions.endAll(userId);
}
