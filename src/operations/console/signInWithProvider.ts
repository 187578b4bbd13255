// Signs in a person that an identity provider has identified. Only the page that talks to the provider calls it.
import { holdFederated, mapRoles } from "../../changes/mapping.ts";
import { beginSession, checkSignUp, replacePassword } from "../../changes/sessions.ts";
import { isAddress } from "../../domain/address.ts";
import { checkNames, draftUser, nameErrors, type User } from "../../domain/user.ts";
import { door, operation, Type } from "../declare.ts";
import { asIs, onPages } from "./common.ts";

export const signInWithProvider = operation("POST /console", {
  ...onPages,
  securityEvent: "provider-sign-in",
  summary: "Sign in with an account of another provider",
  description:
    "Begins a session of the person whom issuer and subject mean. At the first time that is the person of the address, if the provider vouches for it and has identified nobody else as that person; an account without a password is made where there is none. Role mappings of organizations that use the provider change what their members hold; whoever is no member is offered to join. `isAsked` says whether an offer waits for an answer.",
  door: door.open,
  holds: "itself",
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

  // Read again: it may have changed before the organizations were locked.
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
