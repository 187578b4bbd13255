// Tests which notifications alerts accept, and that their secrets are masked.
import { deepEqual, equal, throws } from "node:assert/strict";
import { test } from "node:test";
import { fault } from "../../../core/contract/errors.ts";
import { type AlertNotification, chooseNotifications, type SentNotification } from "./alert-notification.ts";

/** A notification with the members of its type. */
type Sent = SentNotification & { readonly [member: string]: unknown };

const choose = (sent: readonly Sent[], before: readonly AlertNotification[] = []) =>
  chooseNotifications(sent, before, { newId: () => "new", fault });

const email = { typeName: "EMAIL", emailAddress: "a@a.test" } as const;
const group = { typeName: "GROUP", emailEnabled: true } as const;
const webhook = { typeName: "WEBHOOK", webhookUrl: "https://a.test/secret" } as const;
const usual = { delayMin: 0, intervalMin: 60, notifierId: "new" };

test("a notification has the members of its type, and shows no secret", () => {
  const key = "0123456789abcdef";
  const masked = `${"*".repeat(12)}cdef`;
  for (const [sent, shown] of [
    [email, email],
    [{ ...email, emailEnabled: true, roles: ["GROUP_OWNER"], other: 1 }, email],
    [group, { ...group, smsEnabled: false }],
    [
      { ...group, roles: ["GROUP_OWNER"] },
      { ...group, smsEnabled: false, roles: ["GROUP_OWNER"] },
    ],
    [
      { typeName: "ORG", smsEnabled: true, roles: ["ORG_OWNER"] },
      { typeName: "ORG", emailEnabled: false, smsEnabled: true, roles: ["ORG_OWNER"] },
    ],
    [
      { typeName: "SLACK", apiToken: key, channelName: "c" },
      { typeName: "SLACK", apiToken: masked, channelName: "c" },
    ],
    [
      { typeName: "SLACK", integrationId: "i" },
      { typeName: "SLACK", integrationId: "i" },
    ],
    [
      { ...webhook, webhookSecret: key },
      { ...webhook, webhookUrl: "https://a.test/****cret", webhookSecret: "*".repeat(16) },
    ],
  ] as const) {
    deepEqual(choose([sent]), [{ ...usual, ...shown }]);
  }
});

test("a notification keeps its id and the members that are not sent; Terraform's interval of 0 is the usual one", () => {
  const former = { ...usual, ...email, notifierId: "old", delayMin: 5 };
  deepEqual(choose([{ typeName: "EMAIL", notifierId: "old", intervalMin: 0 }], [former]), [former]);
  for (const notifierId of ["other", undefined]) {
    throws(() => choose([{ typeName: "EMAIL", ...(notifierId && { notifierId }) }], [former]), {
      parameters: ["notifications.0.emailAddress"],
    });
  }
  throws(() => choose([{ typeName: "SMS", notifierId: "old" }], [former]), { code: "MISSING_ATTRIBUTE" });
});

test("a refusal names what is wrong", () => {
  for (const [code, ...sent] of [
    ["MISSING_NOTIFICATIONS"],
    ["MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED", ...Array<Sent>(26).fill(email)],
    ["TOO_MANY_GROUP_NOTIFICATIONS", group, email, group],
    ["HIPCHAT_NOT_SUPPORTED", { typeName: "HIP_CHAT" }],
    ["MISSING_ATTRIBUTE", { typeName: "EMAIL" }],
    ["MISSING_ATTRIBUTE", { typeName: "TEAM", emailEnabled: true }],
    ["MISSING_ATTRIBUTE", { typeName: "WEBHOOK", webhookSecret: "a" }],
    ["NOTIFICATION_INTERVAL_OUT_OF_RANGE", { ...email, intervalMin: 4 }],
    ["INVALID_ATTRIBUTE", { ...email, delayMin: -1 }],
    ["EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION", { typeName: "GROUP" }],
    ["EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION", { typeName: "USER", username: "a" }],
    ["MISSING_ROLES_FOR_GROUP_NOTIFICATION", { ...group, roles: [] }],
    ["INVALID_ATTRIBUTE", { ...group, roles: ["GROUP_OWNER", "ORG_OWNER"] }],
    ["INVALID_ATTRIBUTE", { ...group, typeName: "ORG", roles: ["GROUP_OWNER"] }],
  ] as const) {
    throws(() => choose(sent), { code }, code);
  }
  equal(choose([...Array<Sent>(24).fill(email), { ...email, intervalMin: 5 }]).length, 25);
});
