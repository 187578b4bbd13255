// Where the operations on alerts, cloud provider access and resource policies differ from the official document on purpose, and why.
import type { Explanation } from "./differences.ts";

const configs = [
  "createGroupAlertConfig",
  "getGroupAlertAlertConfigs",
  "getGroupAlertConfig",
  "listGroupAlertConfigs",
  "toggleGroupAlertConfig",
  "updateGroupAlertConfig",
] as const;
const alerts = [
  "acknowledgeGroupAlert",
  "getGroupAlert",
  "getGroupAlertConfigAlerts",
  "listGroupAlerts",
] as const;

const accesses = [
  "authorizeGroupCloudProviderAccessRole",
  "createGroupCloudProviderAccess",
  "getGroupCloudProviderAccess",
  "listGroupCloudProviderAccess",
] as const;

/** Of an answer, alone or in the results of a page, and of what is sent. */
const everywhere = (...endings: readonly string[]) => [
  ...["reply ", "reply results."].flatMap((where) => endings.map((each) => where + each)),
  ...endings.filter((each) => !each.startsWith("currentValue")).map((each) => `body ${each}`),
];

export const ofAlerts: readonly Explanation[] = [
  {
    what: "201 where 200 is documented, of alert configurations",
    differences: ["status -200", "status +201"],
    operations: ["createGroupAlertConfig"],
    reason: "recorded",
  },
  {
    what: "alert configurations and alerts have one schema each, with optional members; what a type of event takes, rules say",
    differences: [
      ...["reply -*", "reply results -*", "body -*"],
      ...everywhere(
        ...["eventTypeName -*", "matchers.fieldName -*", "matchers.value -*", "notifications -*"],
        ...["notifications.roles -*", "metricThreshold -*", "metricThreshold.units -*", "threshold -*"],
        ...["threshold.units -*", "threshold.operator enum -*", "currentValue.units -*"],
      ),
      ...["reply member -", "reply member -results.", "body member -"].map((where) => `${where}threshold.*`),
      ...["reply required +", "reply required +results.", "body required +"].map(
        (where) => `${where}metricThreshold.metricName`,
      ),
    ],
    operations: [...configs, ...alerts, "listAlertConfigMatcherFieldNames"],
    reason: "up to 18 official schemas without a discriminator",
  },
  {
    what: "`notifications` of an alert configuration are optional",
    differences: [
      "reply required -notifications",
      "reply required -results.notifications",
      "body required -notifications",
    ],
    operations: configs,
    reason: "`MISSING_NOTIFICATIONS` says that none is sent, as the catalogue has it",
  },
  {
    what: "members of alerts about stream processors and hosts that are down",
    differences: ["instanceName", "nonRunningHostIds", "parentClusterId", "processor*"].flatMap((name) => [
      `reply member -${name}`,
      `reply member -results.${name}`,
    ]),
    operations: alerts,
    reason: "no control opens such alerts",
  },
  {
    what: "an acknowledgement takes an alert as it is answered, in both versions",
    differences: ["body member +*"],
    operations: ["acknowledgeGroupAlert"],
    reason: "clients of the older version send it so",
  },
  {
    what: "access at cloud providers has one schema, with members of all providers",
    differences: [
      ...["reply -*", "body -*"],
      ...["reply awsIamRoles -*", "reply azureServicePrincipals -*", "reply gcpServiceAccounts -*"],
      "body member +*",
    ],
    operations: accesses,
    reason: "an answer or a request has those of its provider, as recorded",
  },
  {
    what: "no `featureUsages` of such access",
    differences: ["", "awsIamRoles.", "azureServicePrincipals.", "gcpServiceAccounts."].flatMap((at) => [
      `reply member -${at}featureUsages.*`,
      `reply ${at}featureUsages -*`,
      ...(at === "" ? ["body member -featureUsages.*", "body featureUsages -*"] : []),
    ]),
    operations: accesses,
    reason: "nothing uses it here",
  },
  {
    what: "no 409 for authorizing it",
    differences: ["status -409"],
    operations: ["authorizeGroupCloudProviderAccessRole"],
    reason: "a role already named is replaced",
  },
  {
    what: "an invalid resource policy is refused as every error is",
    differences: ["error version -application/vnd.atlas.2024-08-05+json", "error version +application/json"],
    operations: ["createOrgResourcePolicy", "updateOrgResourcePolicy", "validateOrgResourcePolicies"],
    reason: "recorded errors are `application/json`",
  },
];
