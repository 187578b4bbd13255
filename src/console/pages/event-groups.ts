// Event types by subject, for the filter of the activity pages.
import type { EventType } from "../../domain/event.ts";
import type { Words } from "../words/words.ts";

interface EventGroup {
  readonly name: keyof Words["activity"]["groups"];
  readonly types: readonly EventType[];
}

export const eventGroups: readonly EventGroup[] = [
  {
    name: "people",
    types: [
      "JOINED_ORG",
      "JOINED_GROUP",
      "REMOVED_FROM_ORG",
      "REMOVED_FROM_GROUP",
      "USER_ROLES_CHANGED_AUDIT",
    ],
  },
  {
    name: "invitations",
    types: [
      "INVITED_TO_ORG",
      "INVITED_TO_GROUP",
      "INVITED_TO_TEAM",
      "INVITATIONS_OF_REMOVED_INVITER",
      "ORG_INVITATION_DELETED",
      "GROUP_INVITATION_DELETED",
    ],
  },
  {
    name: "teams",
    types: [
      "TEAM_CREATED",
      "TEAM_NAME_CHANGED",
      "TEAM_DELETED",
      "JOINED_TEAM",
      "REMOVED_FROM_TEAM",
      "TEAM_ADDED_TO_GROUP",
      "TEAM_ROLES_MODIFIED",
      "TEAM_REMOVED_FROM_GROUP",
    ],
  },
  {
    name: "keys",
    types: [
      "API_KEY_CREATED",
      "API_KEY_DESCRIPTION_CHANGED",
      "API_KEY_ROLES_CHANGED",
      "API_KEY_DELETED",
      "API_KEY_ADDED_TO_GROUP",
      "API_KEY_REMOVED_FROM_GROUP",
      "API_KEY_ACCESS_LIST_ENTRY_ADDED",
      "API_KEY_ACCESS_LIST_ENTRY_DELETED",
    ],
  },
  {
    name: "accounts",
    types: [
      "SERVICE_ACCOUNT_CREATED",
      "SERVICE_ACCOUNT_DETAILS_CHANGED",
      "SERVICE_ACCOUNT_ROLES_CHANGED",
      "SERVICE_ACCOUNT_DELETED",
      "SERVICE_ACCOUNT_ADDED_TO_GROUP",
      "SERVICE_ACCOUNT_REMOVED_FROM_GROUP",
      "SERVICE_ACCOUNT_SECRET_ADDED",
      "SERVICE_ACCOUNT_SECRET_DELETED",
      "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_ADDED",
      "SERVICE_ACCOUNT_ACCESS_LIST_ENTRY_DELETED",
    ],
  },
  {
    name: "projects",
    types: [
      "GROUP_CREATED",
      "GROUP_NAME_CHANGED",
      "GROUP_DELETED",
      "GROUP_MOVED",
      "GROUP_MOVED_FROM_ORG",
      "GROUP_TAGS_MODIFIED",
      "TAGS_MODIFIED",
      "NETWORK_PERMISSION_ENTRY_ADDED",
      "NETWORK_PERMISSION_ENTRY_REMOVED",
      "PROJECT_LIMIT_UPDATED",
      "DATA_FEDERATION_QUERY_LIMIT_CONFIGURED",
      "DATA_FEDERATION_QUERY_LIMIT_DELETED",
      "DATA_EXPLORER_ENABLED",
      "DATA_EXPLORER_DISABLED",
      "PROJECT_COLLECT_DATABASE_STATISTICS_UPDATED",
      "PROJECT_ENABLE_DATA_VALIDATION_UPDATED",
      "PROJECT_ENABLE_EXTENDED_STORAGE_SIZES_UPDATED",
    ],
  },
  {
    name: "org",
    types: [
      "ORG_CREATED",
      "ORG_RENAMED",
      "ORG_SETTINGS_UPDATED",
      "ORG_DELEGATION_SETTINGS_UPDATED",
      "ORG_PUBLIC_API_ACCESS_LIST_REQUIRED",
      "ORG_PUBLIC_API_ACCESS_LIST_NOT_REQUIRED",
      "ORG_TWO_FACTOR_AUTH_REQUIRED",
      "ORG_TWO_FACTOR_AUTH_OPTIONAL",
      "ORG_SERVICE_ACCOUNT_MAX_SECRET_VALIDITY_EDITED",
    ],
  },
];
