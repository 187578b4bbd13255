// Chooses who is notified of alerts, and how: what each type of notification needs and shows. Nothing is sent from here, so
// no secret is kept.
import { type FaultMaker, missing, wrongField } from "../../../core/contract/errors.ts";
import { groupRoleNames, isRoleName, orgRoleNames, type RoleName } from "../../../core/contract/roles.ts";
import { mask } from "../../../core/domain/mask.ts";

export interface AlertNotification {
  readonly typeName: keyof typeof types;
  readonly notifierId: string;
  readonly delayMin: number;
  readonly intervalMin?: number;
  readonly emailEnabled?: boolean;
  readonly smsEnabled?: boolean;
  readonly roles?: RoleName[];
  readonly teamId?: string;
  readonly teamName?: string;
  readonly integrationId?: string;
}

type Members = Readonly<Record<string, unknown>>;

export type SentNotification = Partial<Omit<AlertNotification, "roles">> &
  Pick<AlertNotification, "typeName"> & { readonly roles?: readonly string[] };

interface NotificationType {
  /** The members that it requires. */
  readonly needs?: readonly string[];
  /** The secrets, which an integration may hold instead; answers mask them. */
  readonly secrets?: readonly string[];
  readonly takes?: readonly string[];
  /** True if it notifies people by e-mail or text message. */
  readonly isForPeople?: true;
  /** True if the service has its own interval for repeated notifications, so none is shown. */
  readonly hasOwnInterval?: true;
}

const types = {
  DATADOG: { secrets: ["datadogApiKey"], takes: ["datadogRegion"] },
  EMAIL: { needs: ["emailAddress"] },
  GROUP: { isForPeople: true, takes: ["roles"] },
  HIP_CHAT: null,
  MICROSOFT_TEAMS: { secrets: ["microsoftTeamsWebhookUrl"] },
  OPS_GENIE: { secrets: ["opsGenieApiKey"], takes: ["opsGenieRegion"], hasOwnInterval: true },
  ORG: { isForPeople: true, takes: ["roles"] },
  PAGER_DUTY: { secrets: ["serviceKey"], takes: ["region"], hasOwnInterval: true },
  SLACK: { secrets: ["apiToken"], takes: ["channelName"] },
  SMS: { needs: ["mobileNumber"] },
  TEAM: { isForPeople: true, needs: ["teamId"] },
  USER: { isForPeople: true, needs: ["username"] },
  VICTOR_OPS: {
    secrets: ["victorOpsApiKey"],
    takes: ["victorOpsRoutingKey"],
    hasOwnInterval: true,
  },
  WEBHOOK: {
    secrets: ["webhookUrl"],
    takes: ["webhookBodyTemplate", "webhookHeadersTemplate", "webhookSecret"],
  },
} satisfies Readonly<Record<string, NotificationType | null>>;

export const notificationErrors = [
  "EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION",
  "EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION",
  "HIPCHAT_NOT_SUPPORTED",
  "INVALID_ATTRIBUTE",
  "MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED",
  "MISSING_ATTRIBUTE",
  "MISSING_NOTIFICATIONS",
  "MISSING_ROLES_FOR_GROUP_NOTIFICATION",
  "NOTIFICATION_INTERVAL_OUT_OF_RANGE",
  "TOO_MANY_GROUP_NOTIFICATIONS",
] as const;

type Refusing = FaultMaker<(typeof notificationErrors)[number]>;

interface Choosing {
  readonly newId: () => string;
  readonly fault: Refusing;
}

const [mostNotifications, leastInterval, usualInterval] = [25, 5, 60];

/**
 * Chooses the notifications. A notification without an id gets a new one, as recorded; one with an id keeps it and the members
 * that are not sent.
 */
export function chooseNotifications(
  sent: readonly SentNotification[],
  before: readonly AlertNotification[],
  { newId, fault }: Choosing,
): AlertNotification[] {
  if (sent.length === 0) {
    throw fault("MISSING_NOTIFICATIONS", {}, wrongField("notifications", "None is sent."));
  }
  if (sent.length > mostNotifications) {
    throw fault("MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED", { limit: mostNotifications });
  }
  if (sent.filter(({ typeName }) => typeName === "GROUP").length > 1) {
    throw fault("TOO_MANY_GROUP_NOTIFICATIONS", {});
  }
  return sent.map((each, index) => {
    const former = before.find(
      ({ notifierId, typeName }) => notifierId === each.notifierId && typeName === each.typeName,
    );
    const notification = chosen({ ...former, ...each }, `notifications.${index}`, fault);
    return { ...notification, notifierId: each.notifierId ?? newId() };
  });
}

/** Returns the interval; Terraform sends 0 where its configuration has none. */
const intervalOf = ({ intervalMin }: SentNotification): number => intervalMin || usualInterval;

function chosen(
  sent: SentNotification,
  field: string,
  fault: Refusing,
): Omit<AlertNotification, "notifierId"> {
  const { typeName, delayMin = 0 } = sent;
  const intervalMin = intervalOf(sent);
  const type: NotificationType | null = types[typeName];
  if (type === null) throw fault("HIPCHAT_NOT_SUPPORTED", {}, wrongField(field, "HipChat is no more."));
  const { needs = [], secrets = [], isForPeople, hasOwnInterval } = type;
  const needed = [...needs, ...(sent.integrationId === undefined ? secrets : [])];
  const absent = needed.find((name) => !(sent as Members)[name]);
  if (absent !== undefined) throw missing(`${field}.${absent}`, fault);
  if (hasOwnInterval === undefined && intervalMin < leastInterval) {
    const description = `${intervalMin} minutes are too few.`;
    const wrong = wrongField(`${field}.intervalMin`, description);
    throw fault("NOTIFICATION_INTERVAL_OUT_OF_RANGE", { least: leastInterval }, wrong);
  }
  if (delayMin < 0) {
    const wrong = wrongField(`${field}.delayMin`, "It is less than 0.");
    throw fault("INVALID_ATTRIBUTE", { attribute: "delayMin" }, wrong);
  }
  if (isForPeople) checkPeople(sent, field, fault);
  return showNotification(sent);
}

/**
 * Returns the stored and shown form of a notification: the members of its type, with masked secrets. A masked value stays as it
 * is.
 */
export function showNotification(sent: SentNotification): Omit<AlertNotification, "notifierId"> {
  const { typeName, delayMin = 0, roles } = sent;
  const {
    needs = [],
    secrets = [],
    takes = [],
    isForPeople,
    hasOwnInterval,
  }: NotificationType = types[typeName] ?? {};
  const kept = [...needs, ...takes, "integrationId"].map((name) => [name, (sent as Members)[name]] as const);
  const shown = secrets.map((name) => [name, masked((sent as Members)[name])] as const);
  const { webhookSecret } = sent as { readonly webhookSecret?: string };
  return {
    ...Object.fromEntries([...kept, ...shown].filter(([, value]) => value !== undefined)),
    ...(webhookSecret !== undefined && { webhookSecret: "*".repeat(webhookSecret.length) }),
    delayMin,
    ...(isForPeople && { emailEnabled: sent.emailEnabled ?? false, smsEnabled: sent.smsEnabled ?? false }),
    ...(!hasOwnInterval && { intervalMin: intervalOf(sent) }),
    ...(takes.includes("roles") && roles !== undefined && { roles: roles.filter(isRoleName) }),
    typeName,
  };
}

const masked = (secret: unknown) => (typeof secret === "string" ? mask(secret) : undefined);

function checkPeople(
  { typeName, emailEnabled, smsEnabled, roles }: SentNotification,
  field: string,
  fault: Refusing,
): void {
  if (!emailEnabled && !smsEnabled) {
    const code = typeName === "USER" ? "USER" : "GROUP";
    const wrong = wrongField(field, "Neither emailEnabled nor smsEnabled is true.");
    throw fault(`EMAIL_OR_SMS_REQUIRED_FOR_${code}_NOTIFICATION`, {}, wrong);
  }
  if (roles?.length === 0) {
    throw fault("MISSING_ROLES_FOR_GROUP_NOTIFICATION", {}, wrongField(`${field}.roles`, "It is empty."));
  }
  const known: readonly string[] = typeName === "ORG" ? orgRoleNames : groupRoleNames;
  const unknown = roles?.find((role) => !known.includes(role));
  if (unknown === undefined) return;
  const wrong = wrongField(`${field}.roles`, `'${unknown}' is no role.`);
  throw fault("INVALID_ATTRIBUTE", { attribute: "roles" }, wrong);
}
