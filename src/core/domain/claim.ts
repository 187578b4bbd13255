// The caller that a refused request claims to be, and the facts known of it.
import type { Principal } from "./explanation.ts";

/** The credential that a refused request had, as far as it shows. */
export interface Claim {
  /** The scheme of the Authorization header, in lower case; empty if there was none. */
  readonly scheme: string;
  /** The public key, client id or address; null if the request has none. */
  readonly name: string | null;
  /** True if its nonce had expired or was used before. */
  readonly isStale: boolean;
  /** True if its digest was made for another path or query. */
  readonly isForOther: boolean;
  /** The principal of this name, and the addresses it may be used from; null if there is none. */
  readonly principal:
    | (Principal & { readonly orgId: string | null; readonly accessList: readonly string[] })
    | null;
}
