// The organizations that offer a person to join by a role mapping, and the person's answers.
import type { Instant } from "../domain/instant.ts";
import { many, one, posts } from "./facet.ts";
import { type Builder, derived } from "./query.ts";
import type { Tables } from "./tables.ts";

type Row = Tables["federationOffers"];

const columns = ["userId", "orgId", "issuer", "groupNames", "offeredAt", "declinedAt"] as const;

const offersOf = (db: Builder, userId: string) =>
  db.selectFrom("federationOffers").select(columns).where("userId", "=", userId);

const toOffer = ({ groupNames, ...row }: Row) => ({
  ...row,
  groups: JSON.parse(groupNames) as readonly string[],
});

export type FederationOffer = ReturnType<typeof toOffer>;

export const reads = {
  /** Reads the offers to a person, oldest first. */
  of: many((db, userId: string) => offersOf(db, userId).orderBy("offeredAt").orderBy("orgId"), toOffer),
  find: one((db, userId: string, orgId: string) => offersOf(db, userId).where("orgId", "=", orgId), toOffer),
};

type Named = Pick<Row, "userId" | "orgId">;

export const writes = {
  /** Stores an offer as the newest sign-in makes it. The person's answer stays. */
  make: posts((db, { userId, orgId }: Named, issuer: string, groups: readonly string[], offeredAt: Instant) =>
    db
      .insertInto("federationOffers")
      .values({
        userId,
        orgId,
        issuer,
        offeredAt,
        declinedAt: null,
        groupNames: derived(groups, JSON.stringify),
      })
      .onConflict((on) =>
        on.columns(["userId", "orgId"]).doUpdateSet({ issuer, groupNames: derived(groups, JSON.stringify) }),
      ),
  ),

  decline: posts((db, { userId, orgId }: Named, declinedAt: Instant) =>
    db
      .updateTable("federationOffers")
      .set({ declinedAt })
      .where("userId", "=", userId)
      .where("orgId", "=", orgId),
  ),

  withdraw: posts((db, { userId, orgId }: Named) =>
    db.deleteFrom("federationOffers").where("userId", "=", userId).where("orgId", "=", orgId),
  ),
};
