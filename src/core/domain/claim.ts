// What a refused request said of its caller, and what is known of that.
import type { Principal } from "./explanation.ts";

/** The credential that a refused request came with, as far as it tells. */
export interface Claim {
  /** Of the header Authorization, in small letters; empty where there was none. */
  readonly scheme: string;
  /** Public key, client id or address; null where the request does not tell. */
  readonly name: string | null;
  /** Whether its nonce had run out, or was used before. */
  readonly isStale: boolean;
  /** Whether its digest was made for another path or query. */
  readonly isForOther: boolean;
  /** What has this name here, and from where it may be used; null where nothing has. */
  readonly principal:
    | (Principal & { readonly orgId: string | null; readonly accessList: readonly string[] })
    | null;
}
