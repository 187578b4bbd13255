// Operations of pages that sign a person in.

import { holdFederated, mapRoles } from "../../atlas/federation/mapping.ts";
import { recordOf } from "../../core/changes/changing.ts";
import { tellOfRefused } from "../../core/changes/identities.ts";
import { answerErrors, checkAnswer, takeAnswer, takeRecoveryCode } from "../../core/changes/second-factor.ts";
import {
  beginSession,
  checkSignUp,
  ownerOfLink,
  replacePassword,
  requirePasswords,
} from "../../core/changes/sessions.ts";
import { foldAddress, isAddress } from "../../core/domain/address.ts";
import { checkNames, draftUser, nameErrors, type User } from "../../core/domain/user.ts";
import { consoleSets, door, operation, Type } from "../../core/operations/declare.ts";
import { asIs, byPasskey, hadRoom, onPages, passkeyAnswer } from "./common.ts";

export const finishSignIn = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor",
  summary: "Finish a sign-in by the second factor",
  description:
    "Begins a session after the password was right, by a passkey of the person or by a recovery code, which is used up and told the person by mail.",
  door: door.open,
  locks: "handler",
  body: Type.Object({
    step: Type.String(),
    bound: Type.String(),
    origin: Type.String(),
    answer: Type.Optional(passkeyAnswer),
    code: Type.Optional(Type.String()),
  }),
  errors: [...answerErrors, "RECOVERY_CODE_REFUSED", "SECOND_STEP_STALE"],
  needs: ["issue", "browser"],
})
  .prepare(async ({ body, now, issue, read, spend, fault }) => {
    const { bound, origin, answer, code = "" } = body;
    const step = issue.readSecondStep(body.step, { bound, now });
    if (step === undefined) throw fault("SECOND_STEP_STALE", {});
    const { userId } = step;
    await spend(consoleSets.secondSteps, userId);
    const aim = { purpose: "prove", bound } as const;
    const checked =
      answer && (await checkAnswer({ now, issue, read, fault }, { origin, answer, aim, userId }));
    return { step, checked, code };
  })
  .handle(async ({ tx, prepared: { step, checked, code }, fault, mail, ...context }) => {
    const { now, issue, browser } = context;
    const { userId: id, passwordDigest } = step;
    tx.locks.person(id);
    const user = await tx.users.find(id);
    const digest = issue.hashOf((await tx.users.passwordHash(id)) ?? "");
    if (user === undefined || digest !== passwordDigest) throw fault("SECOND_STEP_STALE", {});
    const { username } = user;
    if (checked !== undefined) await takeAnswer({ tx, now, fault }, checked);
    else {
      const person = { id, username, remoteAddress: browser.remoteAddress.ip ?? null };
      await takeRecoveryCode({ tx, now, mail, fault, issue }, person, code);
    }
    return { ...(await beginSession({ tx, ...context }, id, { hasSecondFactor: true })), username };
  }, asIs);

/**
 * Records a refused identity. The refusal of `signInWithProvider` changes nothing, so its event is a unit of its own. Only the
 * page that talks to the provider calls it.
 */
export const noteRefusedIdentity = operation("POST /console", {
  ...onPages,
  summary: "Tell of an identity that was refused",
  description:
    "Mails the person whose account it would have been, and writes an event for each organization of the person; a few times, not at every attempt.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ issuer: Type.String(), subject: Type.String(), email: Type.String() }),
  needs: ["browser"],
})
  .prepare(async ({ body, spend }) => ({
    isNew: await hadRoom(spend(consoleSets.identityNews, foldAddress(body.email))),
  }))
  .handle(async ({ body, browser, prepared: { isNew }, ...unit }) => {
    // Nothing but the address is known of the person.
    if (isNew) {
      await tellOfRefused({ ...unit, record: recordOf(unit, null) }, body, browser.remoteAddress.ip ?? null);
    }
    return {};
  }, asIs);

export const proveAgain = operation("POST /console", {
  ...onPages,
  securityEvent: "second-factor",
  summary: "Prove again who is signed in",
  description:
    "By a passkey, a recovery code or the password. The session counts as recent from now on; by the password it gets no second factor.",
  door: door.signedIn,
  locks: "person",
  isBeforeFactor: true,
  body: Type.Object({
    bound: Type.String(),
    origin: Type.String(),
    answer: Type.Optional(passkeyAnswer),
    code: Type.Optional(Type.String()),
    password: Type.Optional(Type.String()),
  }),
  errors: [...answerErrors, "PASSWORD_INCORRECT", "PASSWORDS_OFF", "RECOVERY_CODE_REFUSED"],
  needs: ["session", "issue"],
})
  .prepare(async ({ body, caller, now, policy, issue, passwords, read, spend, fault }) => {
    const { bound, origin, answer, code, password } = body;
    await spend(consoleSets.secondSteps, caller.id);
    if (answer !== undefined) {
      const aim = { purpose: "prove", bound } as const;
      return {
        checked: await checkAnswer({ now, issue, read, fault }, { origin, answer, aim, userId: caller.id }),
      };
    }
    if (code !== undefined) return { code };
    requirePasswords({ policy, fault });
    const hash = await read((tx) => tx.users.passwordHash(caller.id));
    if (!(await passwords.verify(hash, password ?? ""))) throw fault("PASSWORD_INCORRECT", {});
    return { hash };
  })
  .handle(async ({ tx, prepared, caller, now, session, issue, mail, fault }) => {
    const { id, name: username } = caller;
    const { ip: remoteAddress = null } = caller.remoteAddress;
    if (prepared.hash !== undefined) {
      if ((await tx.users.passwordHash(id)) !== prepared.hash) throw fault("PASSWORD_INCORRECT", {});
      tx.sessions.prove(session?.id ?? "", now);
      return {};
    }
    if (prepared.checked !== undefined) {
      await takeAnswer({ tx, now, fault }, prepared.checked);
    } else {
      await takeRecoveryCode({ tx, now, mail, fault, issue }, { id, username, remoteAddress }, prepared.code);
    }
    tx.sessions.proveTwice(session?.id ?? "", now);
    return {};
  }, asIs);

export const rememberDevice = operation("POST /console", {
  ...onPages,
  securityEvent: "device-link",
  summary: "Make a device known by a mailed link",
  description:
    "The person keeps the password and signs in with it, whatever strangers attempt meanwhile. Works once for each link.",
  door: door.open,
  locks: "handler",
  body: Type.Object({ token: Type.String() }),
  errors: ["PASSWORD_LINK_NOT_FOUND", "PASSWORDS_OFF"],
  needs: ["issue"],
})
  .prepare(async ({ body, now, policy, issue, read, fault }) => {
    requirePasswords({ policy, fault });
    const linkHash = issue.hashOf(body.token);
    return { linkHash, owner: await read((tx) => ownerOfLink({ tx, now, fault }, linkHash)) };
  })
  .handle(
    async ({ tx, prepared: { linkHash, owner }, now, issue, fault }) => {
      tx.locks.person(owner);
      // The link may have been used in the meantime.
      const userId = await ownerOfLink({ tx, now, fault }, linkHash);
      await tx.outbox.removeLink(linkHash);
      return { device: issue.device(userId), username: (await tx.users.find(userId))?.username };
    },
    // The name is only for the security log.
    ({ device }) => ({ device }),
  );

/**
 * Signs a person in. Every attempt is counted before anything is verified: to give a count back on success would show that the
 * password was right. Guesses from many networks use up the account's attempts for strangers, but not for a device that its
 * person has used before.
 */
export const signIn = operation("POST /console", {
  ...onPages,
  securityEvent: "sign-in",
  summary: "Sign in",
  description:
    "Begins a session of the person whose address and password are given; where that person has passkeys, a second step in its place. A refusal does not say whether the address or only the password was wrong.",
  door: door.open,
  locks: "handler",
  body: Type.Object({
    username: Type.String(),
    password: Type.String(),
    device: Type.Optional(Type.String()),
    /** Ties a second step to the browser. */
    bound: Type.Optional(Type.String()),
  }),
  errors: ["MAILBOX_UNPROVEN", "PASSWORDS_OFF", "SIGN_IN_REFUSED"],
  needs: ["issue", "browser"],
})
  .prepare(async ({ body, policy, issue, passwords, read, spend, spendFrom, fault }) => {
    requirePasswords({ policy, fault });
    const { username, password, device = "" } = body;
    const account = foldAddress(username);
    await spendFrom(consoleSets.hashing);
    const { id, hash } = await read(async (tx) => {
      const user = isAddress(username) ? await tx.users.byAddress(username) : undefined;
      // The hash is read in both cases, so that they take the same time.
      return { id: user?.id, hash: await tx.users.passwordHash(user?.id ?? "") };
    });
    if (id !== undefined && issue.ownerOf(device) === id) await spend(consoleSets.signInsOn, device);
    else {
      await spendFrom(consoleSets.signInsFrom, account);
      await spend(consoleSets.signInsOf, account);
    }
    const isRight = await passwords.verify(hash, password);
    if (!isRight || id === undefined) throw fault("SIGN_IN_REFUSED", {});
    return { id, hash, username, bound: body.bound ?? "" };
  })
  .handle(async ({ tx, prepared: { id, hash, username, bound }, fault, ...context }) => {
    tx.locks.person(id);
    // The password may have changed while it was verified.
    if ((await tx.users.passwordHash(id)) !== hash) throw fault("SIGN_IN_REFUSED", {});
    // This reveals that the password is right, but only to a caller who knows it.
    if (await tx.users.isUnproven(id)) throw fault("MAILBOX_UNPROVEN", { username });
    const { now, issue } = context;
    const passkeys = await tx.passkeys.of(id);
    // A person with a passkey cannot sign in by the password alone.
    if (passkeys.length > 0) {
      return {
        step: issue.secondStep(id, hash, { bound, now }),
        credentialIds: passkeys.map(({ credentialId }) => credentialId),
      };
    }
    return beginSession({ tx, ...context }, id);
  }, asIs);

export const signInWithPasskey = operation("POST /console", {
  ...onPages,
  securityEvent: "passkey-sign-in",
  summary: "Sign in with a passkey",
  description:
    "Begins a session of the person whose passkey answers the challenge of the page. It counts as both factors: its authenticator has verified the person.",
  door: door.open,
  locks: "handler",
  body: byPasskey,
  errors: [...answerErrors, "PASSWORDS_OFF"],
  needs: ["issue", "browser"],
})
  .prepare(async ({ body: { bound, origin, answer }, now, policy, issue, read, spendFrom, fault }) => {
    // If the provider is the only way in, passkeys are refused too.
    requirePasswords({ policy, fault });
    await spendFrom(consoleSets.passkeys);
    return checkAnswer({ now, issue, read, fault }, { origin, answer, aim: { purpose: "sign-in", bound } });
  })
  .handle(async ({ tx, prepared, now, fault, ...context }) => {
    const { userId } = prepared.passkey;
    tx.locks.person(userId);
    await takeAnswer({ tx, now, fault }, prepared);
    const session = await beginSession({ tx, now, ...context }, userId, { hasSecondFactor: true });
    return { ...session, username: (await tx.users.find(userId))?.username };
  }, asIs);

/** Signs in a person that an identity provider has identified. Only the page that talks to the provider calls it. */
export const signInWithProvider = operation("POST /console", {
  ...onPages,
  securityEvent: "provider-sign-in",
  summary: "Sign in with an account of another provider",
  description:
    "Begins a session of the person whom issuer and subject mean. At the first time that is the person of the address, if the provider vouches for it and has identified nobody else as that person; an account without a password is made where there is none. Role mappings of organizations that use the provider change what their members hold; whoever is no member is offered to join. `isAsked` says whether an offer waits for an answer.",
  door: door.open,
  locks: "handler",
  body: Type.Object({
    issuer: Type.String({ minLength: 1 }),
    subject: Type.String({ minLength: 1 }),
    email: Type.String(),
    emailVerified: Type.Boolean(),
    firstName: Type.String(),
    lastName: Type.String(),
    isMultiFactor: Type.Optional(Type.Boolean()),
    claims: Type.Optional(Type.Unsafe<Readonly<Record<string, unknown>>>({ type: "object" })),
  }),
  errors: [...nameErrors, "IDENTITY_TAKEN", "SIGN_IN_REFUSED", "SIGN_UP_CLOSED"],
  needs: ["issue", "browser", "policy"],
}).handle(async ({ tx, body, now, newId, issue, browser, policy, fault }) => {
  const { issuer, subject, email, emailVerified, isMultiFactor: hasSecondFactor = false, claims = {} } = body;
  const known = await tx.sessions.identified(issuer, subject);
  if (known === undefined && !(emailVerified && isAddress(email))) throw fault("SIGN_IN_REFUSED", {});
  const federated = await holdFederated({ tx, policy }, issuer, known ?? (await tx.users.byAddress(email)));
  const begin = async (user: User) => {
    await mapRoles({ tx, now, newId, policy }, user, { issuer, claims }, federated);
    const session = await beginSession({ tx, now, newId, issue, browser }, user.id, { hasSecondFactor });
    const offers = await tx.federationOffers.of(user.id);
    return { ...session, isAsked: offers.some(({ declinedAt }) => declinedAt === null) };
  };
  if (known !== undefined) return begin(known);

  // The user is read again, because it may have changed before the organizations were locked.
  let user = await tx.users.byAddress(email);
  if (user === undefined) {
    await checkSignUp({ tx, now, policy, fault }, email);
    user = { ...draftUser({ id: newId(), username: email, now }), ...checkNames(body, fault) };
    await tx.users.add(user, null);
  } else {
    tx.locks.person(user.id);
    const ofIssuer = (await tx.sessions.identitiesOf(user.id)).find((each) => each.issuer === issuer);
    // Another sign-in of the same person may have come first.
    if (ofIssuer?.subject === subject) return begin(user);
    // The address may have been given to somebody else since.
    if (ofIssuer !== undefined) throw fault("IDENTITY_TAKEN", { username: user.username });
    // Another person may have made this account, and know its password or have added a passkey. The provider has proven the
    // owner, so both go.
    await replacePassword(tx, user.id, null);
    tx.passkeys.removeAll(user.id);
  }
  await tx.sessions.identify({ issuer, subject, userId: user.id, now });
  return begin(user);
}, asIs);
