// The compliance policy for backups of a project: what is stored, and its state.
import { type FaultMaker, wrongField } from "../../../core/contract/errors.ts";
import { isAddress } from "../../../core/domain/address.ts";
import type { ClusterSpeed } from "../../../core/domain/cluster-speed.ts";
import { type Instant, second } from "../../../core/domain/instant.ts";
import type { SentPolicy } from "../../../core/domain/sent.ts";
import { flawed, flawOfLeast, type PolicyItem } from "./backup-schedule.ts";

type OnDemand = Omit<PolicyItem, "frequencyType"> & { readonly frequencyType: "ondemand" };

export interface CompliancePolicy {
  readonly authorizedEmail: string;
  readonly authorizedUserFirstName: string;
  readonly authorizedUserLastName: string;
  readonly copyProtectionEnabled: boolean;
  readonly encryptionAtRestEnabled: boolean;
  readonly onDemandPolicyItem: OnDemand | null;
  readonly pitEnabled: boolean;
  readonly restoreWindowDays: number;
  readonly scheduledPolicyItems: readonly PolicyItem[];
  readonly updatedAt: Instant;
  readonly updatedUser: string;
  readonly change: { readonly state: "ENABLING" | "UPDATING"; readonly until: Instant };
}

type SentItems = readonly Omit<PolicyItem, "id">[];

export type GivenPolicy = Required<
  Pick<SentPolicy, "authorizedEmail" | "authorizedUserFirstName" | "authorizedUserLastName">
> &
  Pick<
    SentPolicy,
    "copyProtectionEnabled" | "encryptionAtRestEnabled" | "pitEnabled" | "restoreWindowDays"
  > & {
    readonly onDemandPolicyItem?: Omit<OnDemand, "id"> | null;
    readonly scheduledPolicyItems?: SentItems;
  };

export const stateOfPolicy = ({ change }: CompliancePolicy, now: Instant) =>
  now < change.until ? change.state : "ACTIVE";

/** The seconds that a change takes: up to ten, as recorded. */
const times: Readonly<Record<ClusterSpeed, number>> = { atlas: 10, fast: 2, now: 0, instant: 0 };

export const complianceErrors = ["BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID", "INVALID_ATTRIBUTE"] as const;

interface Choosing {
  readonly now: Instant;
  readonly clusterSpeed: ClusterSpeed;
  readonly updatedUser: string;
  readonly newId: () => string;
  readonly fault: FaultMaker<(typeof complianceErrors)[number]>;
}

/** Makes the policy that a request sends as a whole; its items get new ids, as recorded. */
export function choosePolicy(
  before: CompliancePolicy | undefined,
  sent: GivenPolicy,
  { now, clusterSpeed, updatedUser, newId, fault }: Choosing,
): CompliancePolicy {
  const { authorizedEmail, authorizedUserFirstName, authorizedUserLastName, pitEnabled = false } = sent;
  if (!isAddress(authorizedEmail)) {
    const description = "The value must be an e-mail address.";
    throw fault(
      "INVALID_ATTRIBUTE",
      { attribute: "authorizedEmail" },
      wrongField("authorizedEmail", description),
    );
  }
  const { scheduledPolicyItems = [], onDemandPolicyItem = null } = sent;
  const flaw = scheduledPolicyItems.map(flawOfLeast).find((each) => each !== undefined);
  if (flaw !== undefined) {
    const { reason } = flaw;
    throw fault(
      "BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID",
      { reason },
      flawed("scheduledPolicyItems", flaw),
    );
  }
  return {
    authorizedEmail,
    authorizedUserFirstName,
    authorizedUserLastName,
    copyProtectionEnabled: sent.copyProtectionEnabled ?? false,
    encryptionAtRestEnabled: sent.encryptionAtRestEnabled ?? false,
    onDemandPolicyItem: onDemandPolicyItem && { ...onDemandPolicyItem, id: newId() },
    pitEnabled,
    restoreWindowDays: sent.restoreWindowDays || (pitEnabled ? 1 : 0),
    scheduledPolicyItems: scheduledPolicyItems.map((each) => ({ ...each, id: newId() })),
    updatedAt: now,
    updatedUser,
    change: {
      state: before === undefined ? "ENABLING" : "UPDATING",
      until: now + times[clusterSpeed] * second,
    },
  };
}
