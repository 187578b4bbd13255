// Operations on accounts of people.

import { holdOwnOrgs } from "../../core/changes/scopes.ts";
import { refusePoor } from "../../core/changes/sessions.ts";
import { checkCountry, checkNames, draftAccount, nameErrors } from "../../core/domain/user.ts";
import { atlas } from "../../core/operations/atlas.ts";
import { chooseUsername, consoleSets, ofAddress } from "../../core/operations/declare.ts";
import { chooseOffers, findPendingId, offer, offerErrors } from "../invites/offers.ts";
import { findAccount, showAccount } from "./common.ts";

export const getUser = atlas("getUser", {
  errors: ["USER_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ({ id }) => id === params.userId);
  if (account === undefined) throw fault("USER_NOT_FOUND", { userId: params.userId });
  return account;
}, showAccount);

export const getUserByName = atlas("getUserByName", {
  errors: ["USERNAME_NOT_FOUND"],
}).handle(async ({ params, fault, ...asking }) => {
  const account = await findAccount(asking, ofAddress(params.userName));
  if (account === undefined) throw fault("USERNAME_NOT_FOUND", { username: params.userName });
  return account;
}, showAccount);

export const createUser = atlas("createUser", {
  locks: "handler",
  securityEvent: "account-creation",
  errors: [
    ...nameErrors,
    ...offerErrors,
    "COMMON_PASSWORD",
    "INVALID_COUNTRY_CODE",
    "INVALID_USERNAME",
    "PERSONAL_PASSWORD",
    "USER_ALREADY_EXISTS",
    "WEAK_PASSWORD",
  ],
  needs: ["policy"],
})
  .prepare(async ({ body, caller, now, read, passwords, spendFrom, fault }) => {
    // The check comes before the slow hash, and again in the unit of work.
    await read((tx) => chooseOffers({ tx, caller, now, fault }, body.roles));
    const { username, firstName, lastName } = body;
    await refusePoor({ passwords, fault }, body.password, { username, firstName, lastName });
    await spendFrom(consoleSets.hashing);
    return passwords.hash(body.password);
  })
  .handle(
    async ({ prepared: passwordHash, ...context }) => {
      const { tx, body, now, newId, policy, fault } = context;
      await holdOwnOrgs(context);
      const username = chooseUsername(body.username, fault);
      const names = checkNames(body, fault);
      const country = checkCountry(body.country, fault);
      if ((await tx.users.byAddress(username)) !== undefined) {
        throw fault("USER_ALREADY_EXISTS", { username });
      }
      const offers = await chooseOffers(context, body.roles);
      const id = (await findPendingId(context, username)) ?? newId();
      const { mobileNumber } = body;
      const user = draftAccount({ id, username, ...names, country, mobileNumber, now });
      await tx.users.add(user, passwordHash, { isUnproven: policy.provesMailboxes });
      for (const each of offers) await offer(context, user, each);
      const holdings = { roles: [], groupRoles: [], teamIds: [] };
      return { id, orgId: "", username, user, status: "ACTIVE" as const, ...holdings };
    },
    showAccount,
    // The older API's path, as recorded, even though the newer API was called.
    ({ id }, { origin }) => ({ location: `${origin}/api/atlas/v1.0/users/${id}` }),
  );
