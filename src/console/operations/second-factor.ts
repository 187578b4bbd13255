// Operations of pages on passkeys, recovery codes and the rule for second factors.

import { readSettings } from "../../atlas/orgs/common.ts";
import { eventsOfChange } from "../../atlas/orgs/rules/org-settings.ts";
import { requireRecentSignIn } from "../../core/changes/changing.ts";
import { mayRelease } from "../../core/changes/identities.ts";
import {
  answerErrors,
  expiryOf,
  releaseSecondFactor as release,
  requireOwnProof,
} from "../../core/changes/second-factor.ts";
import { notifyCaller } from "../../core/changes/sessions.ts";
import { writeSettings } from "../../core/changes/settings.ts";
import {
  challengeIn,
  factorRules,
  longestPasskeyName,
  mostPasskeys,
  recoveryCodeCount,
  ruleIn,
  settingsOf,
} from "../../core/domain/second-factor.ts";
import { door, ObjectId, operation, Type, timestampOf, toTimestamp } from "../../core/operations/declare.ts";
import { asIs, byPasskey, onPages } from "./common.ts";

export const listPasskeys = operation("GET /console", {
  ...onPages,
  summary: "List one's own passkeys",
  description:
    "The oldest first, with how many recovery codes are left, and whether this session has proven a second factor.",
  door: door.signedIn,
  isBeforeFactor: true,
  needs: ["session"],
}).handle(async ({ tx, caller, session }) => {
  const passkeys = await tx.passkeys.of(caller.id);
  return {
    passkeys: passkeys.map(({ id, credentialId, name, createdAt, lastUsedAt }) => ({
      id,
      credentialId,
      name,
      createdAt: toTimestamp(createdAt),
      lastUsedAt: timestampOf(lastUsedAt),
    })),
    codesLeft: await tx.passkeys.codesLeft(caller.id),
    hasSecondFactor: session?.hasSecondFactor === true,
    hasPassword: (await tx.users.passwordHash(caller.id)) !== null,
  };
}, asIs);

export const getFactorRule = operation("GET /console/orgs/{orgId}", {
  ...onPages,
  summary: "Get of whom an organization demands a second factor",
  description: "Of nobody, of its owners, or of everybody.",
  door: door.org("ORG_MEMBER"),
}).handle(async ({ tx, org }) => ({ rule: ruleIn(await readSettings(tx, org)) }), asIs);

export const addPasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Add a passkey",
  description:
    "Adds the passkey that answers the challenge of the page. The first one comes with ten recovery codes, answered once. The session counts as one with a second factor from now on.",
  door: door.signedIn,
  locks: "person",
  isBeforeFactor: true,
  showsSecret: true,
  body: Type.Object({ ...byPasskey.properties, name: Type.String() }),
  errors: [...answerErrors, "PASSKEY_EXISTS", "TOO_MANY_PASSKEYS"],
  needs: ["issue", "session"],
})
  .prepare(async ({ body: { bound, origin, answer }, now, issue, fault }) => {
    const expiresAt = expiryOf({ now, issue, fault }, { answer, aim: { purpose: "add", bound } });
    const made = await issue.readNew(origin, answer);
    if (made === undefined) throw fault("PASSKEY_REFUSED", {});
    return { made, expiresAt, challengeHash: issue.hashOf(challengeIn(answer)) };
  })
  .handle(async ({ tx, prepared, body, caller, now, newId, issue, session, isRecent, mail, fault }) => {
    const { made, expiresAt, challengeHash } = prepared;
    await requireOwnProof({ tx, caller, session, isRecent });
    if (!(await tx.passkeys.spend(challengeHash, { expiresAt, now }))) throw fault("PASSKEY_STALE", {});
    if ((await tx.passkeys.byCredential(made.credentialId)) !== undefined) throw fault("PASSKEY_EXISTS", {});
    const others = await tx.passkeys.of(caller.id);
    if (others.length >= mostPasskeys) throw fault("TOO_MANY_PASSKEYS", { limit: mostPasskeys });
    const name = body.name.trim().slice(0, longestPasskeyName) || `Passkey ${others.length + 1}`;
    tx.passkeys.add({ ...made, id: newId(), userId: caller.id, name, createdAt: now, lastUsedAt: null });
    tx.sessions.proveTwice(session?.id ?? "", now);
    const codes = others.length === 0 ? issue.recoveryCodes(recoveryCodeCount) : [];
    if (codes.length > 0) tx.passkeys.replaceCodes(caller.id, codes.map(issue.hashOfRecoveryCode));
    await notifyCaller({ mail, now }, caller, { what: "PASSKEY_ADDED", about: [name] });
    return { codes };
  }, asIs);

export const makeRecoveryCodes = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Make new recovery codes",
  description:
    "Returns ten new recovery codes, shown only once; all older codes stop working. Requires a passkey.",
  door: door.signedIn,
  locks: "person",
  isBeforeFactor: true,
  showsSecret: true,
  errors: ["PASSKEY_NOT_FOUND"],
  needs: ["issue", "session"],
}).handle(async ({ tx, caller, now, issue, session, isRecent, mail, fault }) => {
  await requireOwnProof({ tx, caller, session, isRecent });
  if (!(await tx.passkeys.has(caller.id))) throw fault("PASSKEY_NOT_FOUND", {});
  const codes = issue.recoveryCodes(recoveryCodeCount);
  tx.passkeys.replaceCodes(caller.id, codes.map(issue.hashOfRecoveryCode));
  await notifyCaller({ mail, now }, caller, { what: "RECOVERY_CODES_MADE" });
  return { codes };
}, asIs);

export const releaseSecondFactor = operation("POST /console/orgs/{orgId}/users/{userId}", {
  ...onPages,
  securityEvent: "second-factor-release",
  summary: "Release a person from the second factor",
  description:
    "Removes all passkeys and recovery codes of a person who lost them, and ends the person's sessions. Only an owner of every organization that the person is in may: others have to ask the operator.",
  door: door.org("ORG_OWNER"),
  params: { userId: ObjectId },
  errors: ["PASSKEY_NOT_FOUND", "USER_NOT_FOUND", "USER_UNAUTHORIZED"],
}).handle(async ({ tx, org, params: { userId }, caller, now, isRecent, record, mail, fault }) => {
  requireRecentSignIn({ isRecent });
  const user = await tx.users.find(userId);
  if (user === undefined || !(await tx.users.isInOrg(userId, org.id))) {
    throw fault("USER_NOT_FOUND", { userId });
  }
  if (!(await mayRelease(tx, caller.id, userId))) throw fault("USER_UNAUTHORIZED", {});
  tx.locks.person(userId);
  if (!(await tx.passkeys.has(userId))) throw fault("PASSKEY_NOT_FOUND", {});
  await release({ tx, mail, now, record }, user, caller.remoteAddress.ip ?? null);
  return {};
}, asIs);

export const setFactorRule = operation("POST /console/orgs/{orgId}", {
  ...onPages,
  summary: "Set of whom an organization demands a second factor",
  description: "Of everybody is what the API calls multiFactorAuthRequired. Holds from the next request on.",
  door: door.org("ORG_OWNER"),
  body: Type.Object({ rule: Type.Enum([...factorRules]) }),
}).handle(async ({ tx, now, newId, org, body: { rule }, record }) => {
  const before = await readSettings(tx, org);
  const after = { ...before, ...settingsOf(rule) };
  const { apiAccessListRequired: _, ...kept } = after;
  writeSettings({ tx, now, newId }, { orgId: org.id }, "settings", kept);
  for (const type of eventsOfChange(before, after)) await record(type, { orgId: org.id });
  return { rule };
}, asIs);

export const removePasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor-change",
  summary: "Remove a passkey",
  description: "With the last one the recovery codes go, too: the password is then enough again.",
  door: door.signedIn,
  locks: "person",
  isBeforeFactor: true,
  body: Type.Object({ id: Type.String() }),
  errors: ["PASSKEY_NOT_FOUND"],
  needs: ["session"],
}).handle(async ({ tx, body, caller, now, session, isRecent, mail, fault }) => {
  await requireOwnProof({ tx, caller, session, isRecent });
  const all = await tx.passkeys.of(caller.id);
  const removed = all.find(({ id }) => id === body.id);
  if (removed === undefined) throw fault("PASSKEY_NOT_FOUND", {});
  if (all.length === 1) {
    tx.passkeys.removeAll(caller.id);
    // A session must not keep a factor that no longer exists.
    tx.sessions.loseFactor(caller.id);
  } else tx.passkeys.remove(removed.id);
  await notifyCaller({ mail, now }, caller, { what: "PASSKEY_REMOVED", about: [removed.name] });
  return {};
}, asIs);
