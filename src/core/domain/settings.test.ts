// Tests of the settings of organizations and projects: which values are refused, and the event of a change.
import { deepEqual, throws } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  defaultGroupSettings,
  eventsOfSettings,
  groupSettingNames,
} from "../../atlas/groups/rules/group-settings.ts";
import {
  amendSettings,
  checkSettings,
  defaultSettings,
  eventsOfChange,
  type OrgSettings,
} from "../../atlas/orgs/rules/org-settings.ts";
import { fault } from "../contract/errors.ts";

test("contacts of an organization are addresses, or none", () => {
  checkSettings({ operationsContact: null }, fault);
  checkSettings({ operationsContact: "ada@example.com", securityContact: "eve@example.com" }, fault);
  throws(() => checkSettings({ operationsContact: "ops", securityContact: "eve" }, fault), {
    code: "BAD_REQUEST",
    fields: ["operationsContact", "securityContact"].map((field) => ({
      description: "Must be an e-mail address, such as ada@example.com.",
      field,
    })),
  });
});

test("an empty operations contact takes the contact away", () => {
  const before = { ...defaultSettings, operationsContact: "ops@example.com" };
  checkSettings({ operationsContact: "" }, fault);
  deepEqual(amendSettings(before, { operationsContact: "" }), defaultSettings);
  deepEqual(amendSettings(defaultSettings, { operationsContact: "" }), defaultSettings);
});

test("an empty security contact takes the contact away, and what is not sent stays", () => {
  const before = { ...defaultSettings, securityContact: "eve@example.com" };
  checkSettings({ securityContact: "" }, fault);
  deepEqual(amendSettings(before, { securityContact: "" }), defaultSettings);
  deepEqual(amendSettings(defaultSettings, { securityContact: "" }), defaultSettings);
  deepEqual(amendSettings(before, { genAIFeaturesEnabled: false }), {
    ...before,
    genAIFeaturesEnabled: false,
  });
});

test("an idle session ends no later than every session", () => {
  const check = (absolute: number | undefined, idle: number | undefined) => () =>
    checkSettings(
      {
        customSessionTimeouts: {
          ...(absolute === undefined ? {} : { absoluteSessionTimeoutInSeconds: absolute }),
          ...(idle === undefined ? {} : { idleSessionTimeoutInSeconds: idle }),
        },
      },
      fault,
    );
  for (const [absolute, idle] of [
    [600, 600],
    [600, 300],
    [600, undefined],
    [undefined, 9000],
    [undefined, undefined],
  ] as const) {
    check(absolute, idle)();
  }
  throws(check(600, 601), { code: "BAD_REQUEST" });
});

test("settings that stay the same are no event", () => {
  deepEqual(eventsOfChange(defaultSettings, { ...defaultSettings }), []);
  const names = fc.subarray([...groupSettingNames]);
  fc.assert(
    fc.property(names, (on) => {
      const settings = Object.fromEntries(on.map((name) => [name, true]));
      deepEqual(eventsOfSettings(settings, { ...settings }), []);
    }),
  );
});

test("timeouts in another order are the same timeouts", () => {
  const timeouts = { absoluteSessionTimeoutInSeconds: 600, idleSessionTimeoutInSeconds: 300 };
  const turned = { idleSessionTimeoutInSeconds: 300, absoluteSessionTimeoutInSeconds: 600 };
  const before: OrgSettings = { ...defaultSettings, customSessionTimeouts: timeouts };
  deepEqual(eventsOfChange(before, { ...defaultSettings, customSessionTimeouts: turned }), []);
});

test("some settings of an organization have an event of their own beside the common one", () => {
  const change = (settings: Partial<OrgSettings>, before = defaultSettings) =>
    eventsOfChange(before, { ...before, ...settings });
  const listed: OrgSettings = {
    ...defaultSettings,
    apiAccessListRequired: true,
    multiFactorAuthRequired: true,
  };
  deepEqual(change({ genAIFeaturesEnabled: false }), ["ORG_SETTINGS_UPDATED"]);
  deepEqual(change({ securityContact: "ada@example.com" }), ["ORG_SETTINGS_UPDATED"]);
  deepEqual(change({ apiAccessListRequired: true }), [
    "ORG_SETTINGS_UPDATED",
    "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED",
  ]);
  deepEqual(change({ apiAccessListRequired: false, multiFactorAuthRequired: false }, listed), [
    "ORG_SETTINGS_UPDATED",
    "ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED",
    "ORG_TWO_FACTOR_AUTH_OPTIONAL",
  ]);
  deepEqual(change({ multiFactorAuthRequired: true, maxServiceAccountSecretValidityInHours: 8 }), [
    "ORG_SETTINGS_UPDATED",
    "ORG_TWO_FACTOR_AUTH_REQUIRED",
    "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED",
  ]);
});

test("few settings of a project have an event", () => {
  const eventsOf = (name: (typeof groupSettingNames)[number], value: boolean) =>
    eventsOfSettings({ ...defaultGroupSettings, [name]: !value }, { ...defaultGroupSettings, [name]: value });
  const events = groupSettingNames.flatMap((name) => [...eventsOf(name, true), ...eventsOf(name, false)]);
  deepEqual(events, [
    "PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED",
    "PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED",
    "DATA_EXPLORER_ENABLED",
    "DATA_EXPLORER_DISABLED",
    "PROJECT_ENABLE_DATA_VALIDATION_UPDATED",
    "PROJECT_ENABLE_DATA_VALIDATION_UPDATED",
    "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED",
    "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED",
  ]);
});

test("what holds before anything is set", () => {
  deepEqual(
    groupSettingNames.map((name) => defaultGroupSettings[name]),
    [true, true, true, true, true, false, true, false, false, true, true, true],
  );
  deepEqual(defaultSettings, {
    apiAccessListRequired: false,
    genAIFeaturesEnabled: true,
    maxServiceAccountSecretValidityInHours: 8760,
    multiFactorAuthRequired: false,
    operationsContact: null,
    restrictEmployeeAccess: false,
    streamsCrossGroupEnabled: false,
  });
});
