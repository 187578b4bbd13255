// Settings of a project that only its databases would follow: kept as documents, one of a kind.

import type { Changing, Reading } from "../../core/changes/changing.ts";
import type { EventType } from "../../core/domain/event.ts";
import type { EnteredGroup } from "../../core/domain/group.ts";
import { type EncryptionAtRest, noEncryption } from "../encryption-at-rest/rules/encryption-at-rest.ts";
import { noUserSecurity, type UserSecurity } from "../user-security/rules/user-security.ts";
import {
  type AuditLog,
  eventsOfWindow,
  type MaintenanceWindow,
  noAuditLog,
  noWindow,
  type Switch,
} from "./rules/settings.ts";

interface Kind<Document> {
  readonly kind: string;
  /** The value until it is set. */
  readonly initial: Document;
  readonly events: (before: Document, after: Document, hasNewSecret: boolean) => readonly EventType[];
}

type Group = Pick<EnteredGroup, "id">;

/** The name of a document that its project has one of. */
const only = "";

interface Setting<Document> {
  /** Null until it is set. */
  readonly id: string | null;
  readonly groupId: string;
  readonly document: Document;
  readonly sealedSecret: string | null;
}

const settingOf = <Document extends object>({ kind, initial, events }: Kind<Document>) => ({
  kind,

  async find({ tx, now }: Reading, { id: groupId }: Group): Promise<Setting<Document>> {
    const found = await tx.documents.find(groupId, kind, only, now);
    if (found === undefined) return { id: null, groupId, document: initial, sealedSecret: null };
    return { id: found.id, groupId, document: found.document as Document, sealedSecret: found.sealedSecret };
  },

  async read(looking: Reading, group: Group): Promise<Document> {
    return (await this.find(looking, group)).document;
  },

  /** Writes over what was found. The secret stays if none is given. */
  async replace(
    { tx, now, newId, record }: Changing,
    before: Setting<Document>,
    document: Document,
    secret?: string,
  ): Promise<Document> {
    const { id, groupId } = before;
    const sealedSecret = secret ?? before.sealedSecret;
    const row = { id: id ?? newId(), groupId, kind, name: only, document };
    tx.documents.put({ ...row, sealedSecret, createdAt: now });
    for (const type of events(before.document, document, secret !== undefined)) {
      await record(type, { groupId });
    }
    return document;
  },
});

const isSame = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

export const auditLogs = settingOf<AuditLog>({
  kind: "auditLog",
  initial: noAuditLog,
  events: (before, after) => (isSame(before, after) ? [] : ["AUDIT_LOG_CONFIGURATION_UPDATED"]),
});

/** The secrets of the keys are its secret. */
export const encryptions = settingOf<EncryptionAtRest>({
  kind: "encryptionAtRest",
  initial: noEncryption,
  events: (before, after, hasNewSecret) =>
    isSame(before, after) && !hasNewSecret ? [] : ["ENCRYPTION_AT_REST_CONFIGURATION_UPDATED"],
});

/** Atlas has no event for it. */
export const customDns = settingOf<Switch>({
  kind: "awsCustomDns",
  initial: { enabled: false },
  events: () => [],
});

export const regionalModes = settingOf<Switch>({
  kind: "regionalMode",
  initial: { enabled: false },
  events: (before, { enabled }) => {
    if (before.enabled === enabled) return [];
    return enabled
      ? ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED"]
      : ["REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED"];
  },
});

/** The password of a directory is its secret. Atlas has no event for it. */
export const userSecurities = settingOf<UserSecurity>({
  kind: "userSecurity",
  initial: noUserSecurity,
  events: () => [],
});

export const maintenanceWindows = settingOf<MaintenanceWindow>({
  kind: "maintenanceWindow",
  initial: noWindow,
  events: eventsOfWindow,
});
