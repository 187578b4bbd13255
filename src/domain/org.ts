// An organization and the settings that decide about access.
import type { Instant } from "./instant.ts";

/** Source of both settings: the official document. */
export interface Org {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Instant;
  readonly skipDefaultAlertsSettings: boolean;
  /** Whether credentials without an access list of their own are refused. */
  readonly apiAccessListRequired: boolean;
}
