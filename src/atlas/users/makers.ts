// Finds who created the API keys and service accounts of an organization, from the events of their creation.
import type { User } from "../../core/domain/user.ts";
import type { Reads } from "../../core/store/store.ts";

export interface Maker extends Pick<User, "firstName" | "lastName"> {
  /** The kind of the creator; `SEED` for a seed or a test control. */
  readonly kind: "USER" | "API_KEY" | "SERVICE_ACCOUNT" | "SEED";
  readonly id: string;
  /** An address, a public key or a client id. */
  readonly name: string;
}

const nameless = { firstName: "", lastName: "" };

/** Returns creators by public key or client id. A creator is missing if the event is gone (`--keep-events`). */
export async function makersIn(tx: Reads, orgId: string): Promise<ReadonlyMap<string, Maker>> {
  const events = await tx.events.creations(orgId);
  const people = new Map<string, Pick<User, "firstName" | "lastName">>();
  for (const { actor } of events) {
    if (actor?.kind !== "USER" || people.has(actor.id)) continue;
    people.set(actor.id, (await tx.users.find(actor.id)) ?? nameless);
  }
  return new Map(
    events.map(({ actor, details }) => {
      const { kind = "SEED", id = "", name = "" } = actor ?? {};
      const { firstName, lastName } = people.get(id) ?? nameless;
      return [
        details?.targetPublicKey ?? details?.clientId ?? "",
        { kind, id, name, firstName, lastName },
      ] as const;
    }),
  );
}
