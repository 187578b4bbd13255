// Whom a request's units of work are charged to where the database has few places: an organization once it is proven.
import { wideNetworkOf } from "../domain/network.ts";
import type { RemoteAddress } from "../domain/proxies.ts";
import type { Asker } from "../store/places.ts";
import type { Connection } from "./request.ts";

/** What a request says about where it comes from. */
export interface Origin {
  readonly remoteAddress: Pick<RemoteAddress, "ip">;
  /** Absent for a call of a page. */
  readonly connection?: Connection | undefined;
}

/** Nothing that a stranger claims makes a share, or one network would have many: all of a wide network have one. */
class Stranger implements Asker {
  readonly #ip: string | undefined;
  readonly isGone: Asker["isGone"];
  #share: string | undefined;

  constructor({ remoteAddress, connection }: Origin) {
    this.#ip = remoteAddress.ip;
    this.isGone = connection?.isGone;
  }

  /** SQLite asks for none. */
  get share(): string {
    return (this.#share ??= wideNetworkOf(this.#ip));
  }
}

export const strangerOf = (origin: Origin): Asker => new Stranger(origin);

export const provenAs = (share: string, { isGone }: Asker): Asker => ({ share, isGone });
