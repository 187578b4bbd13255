// Requests that random cases found to be answered wrongly: they are sent before the random ones, for ever.
import type { OperationId } from "../../src/atlas/index.ts";
import type { Call } from "../support/nested.ts";

export const found: readonly { readonly id: OperationId; readonly call: Partial<Call> }[] = [
  {
    // The answer repeated what is declared as a set.
    id: "updateFederationSettingConnectedOrgConfig",
    call: { body: { domainAllowList: ["acme.example", "acme.example"] } },
  },
];
