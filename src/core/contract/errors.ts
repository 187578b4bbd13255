// The catalogue of all error codes that Anteroom can answer, and the class of errors that have one.

/** Makes the codes of one status, with their detail templates. */
const answered = <const Status extends number, const Details extends Record<string, string>>(
  status: Status,
  details: Details,
) =>
  Object.fromEntries(Object.entries(details).map(([code, detail]) => [code, { status, detail }])) as {
    readonly [Code in keyof Details]: { readonly status: Status; readonly detail: Details[Code] };
  };

/**
 * The HTTP status and detail template of each code. `{name}` in a template is a typed parameter; the answer has the values as
 * `parameters`, in the order of the template. Templates recorded of real Atlas are word for word; the others are ours.
 */
export const catalogue = {
  ...answered(400, {
    STREAM_PRIVATE_LINK_ALREADY_EXISTS: "A private link to this service exists already.",
    STREAM_PRIVATE_LINK_IN_USE: "Private Link with connection ID ({connectionId}) is in use.",
    STREAM_PROCESSOR_GENERIC_ERROR:
      "Streams Processor with this name ({name}) had a problem occur: {reason}.",
    STREAM_TENANT_NAME_ALREADY_EXISTS: "A stream workspace with the name {name} already exists.",
    ATLAS_INVALID_CIDR_BLOCK: "Atlas CIDR {block} must be a /{sizes} block for {providerName}.",
    ATLAS_INVALID_CIDR_RANGE:
      "Atlas CIDR {block} is not in the private ranges 10/8, 172.16/12 and 192.168/16.",
    ATLAS_NON_CANONICAL_CIDR_BLOCK: "The canonical form for the specified Atlas CIDR {block} is {canonical}.",
    CANNOT_UPDATE_PRIVATE_IP_MODE:
      "The private IP mode cannot be changed while the project has clusters on their own machines.",
    ENCRYPTION_AT_REST_NOT_ENABLED: "Encryption at Rest is not enabled for group {groupId}.",
    ENCRYPTION_AT_REST_SETTINGS_INVALID:
      "Encryption at rest with a key of {cloudProvider} does not require private networking.",
    CROSS_REGION_PRIVATE_LINK_SELF_REGION:
      "The region {regionName} of a private endpoint service cannot be one of its other regions.",
    PROVIDER_UNSUPPORTED: "The cloud provider {providerName} does not support this.",
    DATA_FEDERATION_STORAGE_CONFIG_INVALID: "Data Federation storage config invalid: {reason}.",
    DATA_FEDERATION_TENANT_ALREADY_EXISTS_FOR_NAME:
      "Project {groupId} has a Data Federation tenant with the name {name} already.",
    DUPLICATE_MANAGED_NAMESPACE: "Managed Namespace {namespace} already exists.",
    INVALID_LOCATION_CODE: "Invalid location code {location}.",
    CANNOT_CHANGE_CONTAINER_REGION: "The region of a container cannot be changed.",
    ONLINE_ARCHIVE_CANNOT_MODIFY_FIELD: "The request contained modifications to immutable fields.",
    INVALID_ROUTE_TABLE_CIDR: "The route table CIDR block {block} is invalid.",
    ATLAS_FTS_ANALYZER_NAME_NOT_UNIQUE: "Two analyzers are named {name}.",
    ATLAS_FTS_DUPLICATE_INDEX: "Duplicate Index.",
    ATLAS_SEARCH_COLLECTION_NOT_FOUND: "Collection {collectionName} was not found.",
    ATLAS_SEARCH_DEPLOYMENT_INVALID_ATTRIBUTE: "Invalid attribute {attribute} specified. {reason}.",
    BACKUP_COMPLIANCE_POLICY_SETTINGS_INVALID:
      "The settings of the backup compliance policy are wrong: {reason}.",
    BACKUP_POLICIES_NOT_MEETING_BACKUP_COMPLIANCE_POLICY_REQUIREMENTS:
      "Backups would be made less often, or kept for less time, than the backup compliance policy wants.",
    CANNOT_UPDATE_BACKUP_COMPLIANCE_POLICY_SETTINGS_WITH_PENDING_ACTION:
      "Cannot update Backup Compliance Policy settings while there is a pending action.",
    BACKUP_JOB_NOT_FOUND: "Cluster {clusterName} in group {groupId} has no backups.",
    BACKUP_SNAPSHOT_RETENTION_VALUE_INVALID:
      "A snapshot cannot be kept for {retentionValue}: it would have expired.",
    CANNOT_CANCEL_AUTOMATED_RESTORE:
      "Restore job {restoreJobId} restores to a cluster and cannot be canceled.",
    CANNOT_DECREASE_PIT_WINDOW_WITH_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy forbids a shorter restore window.",
    CANNOT_DECREASE_SNAPSHOT_RETENTION_WITH_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy forbids to keep a snapshot for less time.",
    CANNOT_DELETE_IN_PROGRESS_SNAPSHOT: "Snapshot {snapshotId} cannot be deleted while it is made or read.",
    CANNOT_DELETE_SNAPSHOT_WITH_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy forbids to delete snapshots.",
    CANNOT_DISABLE_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy cannot be disabled while the project has snapshots.",
    CANNOT_DISABLE_CLOUD_BACKUP_WITH_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy forbids to turn backups off.",
    CANNOT_DISABLE_PIT_WITH_BACKUP_COMPLIANCE_POLICY:
      "Continuous Cloud Backup is required by Backup Compliance Policy.",
    CANNOT_DOWNLOAD_SNAPSHOT_CONCURRENTLY: "A download of snapshot {snapshotId} is being prepared already.",
    CANNOT_DOWNLOAD_SNAPSHOT_WITH_ENCRYPTION:
      "Snapshot {snapshotId} is encrypted with a key of the customer.",
    CANNOT_MODIFY_IN_PROGRESS_SNAPSHOT_RETENTION:
      "The retention of snapshot {snapshotId} cannot be changed before it is completed.",
    CLUSTER_PAUSED_CANNOT_RESTORE: "Cluster {name} is paused: nothing can be restored to it.",
    CLUSTER_RESTORE_IN_PROGRESS_CANNOT_UPDATE: "Cluster {name} cannot be updated during a restore.",
    EXPORT_BUCKET_DELETE_FAILED:
      "Export bucket {exportBucketId} cannot be deleted: the schedule of cluster {clusterName} exports to it.",
    EXPORT_BUCKET_NAME_INVALID: "The name of the export bucket, {bucketName}, is invalid.",
    INVALID_PIT_RESTORE_TIME: "Cluster {clusterName} cannot be restored to that instant.",
    SNAPSHOT_RETENTION_LESS_THAN_BACKUP_COMPLIANCE_POLICY:
      "The backup compliance policy demands to keep snapshots for longer.",
    UNFINISHED_ON_DEMAND_SNAPSHOT: "An on-demand snapshot of cluster {clusterName} is not completed yet.",
    INVALID_BACKUP_POLICY: "The backup policy is wrong: {reason}.",
    INVALID_FREQUENCY_TYPE_CHANGE: "The frequency type of policy item {policyItemId} cannot be changed.",
    INVALID_POLICY_ID: "The schedule has no policy {policyId}.",
    INVALID_POLICY_ITEM_ID: "The policy has no item {policyItemId}.",
    INVALID_REFERENCE_HOUR_OF_DAY: "The reference hour of the day is 0 to 23, not {hour}.",
    INVALID_REFERENCE_MINUTE_OF_HOUR: "The reference minute of the hour is 0 to 59, not {minute}.",
    PUSH_BASED_LOG_EXPORT_EXISTS: "Project {groupId} has a push-based log export already.",
    INVALID_INVOICE_ID: "An invalid invoice id was specified.",
    PATH_PARAM_PARSE_ERROR: "One or more path parameter in the request URI {path} is malformed.",
    INVALID_RESTORE_WINDOW: "The restore window days should be a positive number.",
    ATLAS_CLUSTER_VERSION_DEPRECATED: "MongoDB version is deprecated in Atlas.",
    ATLAS_GENERAL_ERROR: "Reason: {reason}.",
    AWS_TIME_BASED_SNAPSHOT_COPY_REQUIRES_AWS_NODES:
      "Copying snapshots by time requires all nodes on AWS; found {providerName}.",
    CANNOT_CREATE_FREE_CLUSTER_VIA_PUBLIC_API:
      "Cannot create a cluster with instance size M0 via the public api: {reason}.",
    CANNOT_CREATE_PAUSED_CLUSTER: "Cluster {name} cannot be created in a paused state.",
    CANNOT_MODIFY_GLOBAL_CLUSTER_MANAGEMENT_SETTING:
      "The field globalClusterSelfManagedSharding can't be changed after the cluster is created.",
    CANNOT_PAUSE_RECENTLY_RESUMED_CLUSTER:
      "Cluster {name} was resumed less than an hour ago and cannot be paused yet.",
    CANNOT_SET_SELF_MANAGED_SHARDING_FOR_NON_GLOBAL_CLUSTER:
      "Only a global cluster can leave its shard keys to its owner.",
    CANNOT_UPDATE_PAUSED_CLUSTER:
      "Cluster {name} is paused: resume it, and change nothing else in that request.",
    CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API: "Flex cluster {name} cannot be used in the Cluster API.",
    CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API: "Cannot use non-flex cluster {name} in the flex API.",
    CANNOT_TERMINATE_CLUSTER_WITH_UNDERGOING_REGIONAL_OUTAGE_SIMULATION:
      "Cannot terminate cluster {name} while a regional outage of it is simulated.",
    CLUSTER_ALREADY_REQUESTED_DELETION: "The cluster {name} has already been requested for deletion.",
    CLUSTER_CANNOT_CHANGE_NAME: "Cannot change name of cluster during an update.",
    CLUSTER_DISK_SIZE_INVALID: "Invalid disk size: {size}.",
    CLUSTER_NAME_INVALID:
      "The cluster name {name} is invalid. The name can only contain ASCII letters, numbers, and hyphens.",
    CLUSTER_NAME_TOO_LONG: "Cluster name {name} is limited to {limit} characters.",
    CLUSTER_NUM_SHARDS_INVALID: "The cluster's shard count must be between 1 and {most}.",
    CLUSTER_REPLICATION_FACTOR_INVALID: "The cluster's replication factor must be either 3, 5, or 7.",
    CLUSTER_UPGRADE_INVALID:
      "Cluster cannot be upgraded, as specified upgrade version is below the current version.",
    DB_VERSION_NOT_SUPPORTED: "MongoDB version not supported.",
    DISK_SIZE_GB_INCONSISTENT: "Disks of all nodes of a cluster have the same size.",
    DUPLICATE_CLUSTER_NAME: "A {kind} named {name} is already present in group {groupId}.",
    STANDBY_LINK_NOT_READY: "Standby link {standbyLinkId} is {status}; it must be ACTIVE.",
    LIVE_MIGRATION_NOT_READY: "Live migration {liveMigrationId} is {status}, and not ready for the cutover.",
    LIVE_MIGRATION_UNDER_WAY: "A live migration into the cluster {clusterName} is under way.",
    INCORRECT_BACKUP_API_ENDPOINT:
      "Cluster {clusterName} has cloud backups, which have operations of their own.",
    INVALID_CLUSTER_CONFIGURATION: "The specified cluster configuration is not valid.",
    INVALID_CLUSTER_OUTAGE_SIMULATION_STATE:
      "Invalid cluster outage simulation state: {state}, expected state: {expected}",
    INVALID_GRANULARITY: "An invalid granularity {granularity} was specified.",
    INVALID_PERIOD: "An invalid period {value} was specified.",
    INVALID_ENUM_VALUE: "An invalid enumeration value {value} was specified.",
    MAX_CLUSTERS_PER_GROUP_EXCEEDED:
      "Maximum number of clusters per group ({limit}) in {groupId} exceeded while trying to add a cluster.",
    SHARDED_CLUSTER_CANT_BECOME_REPLICA_SET: "A sharded cluster cannot become a replica set.",
    SHARDING_NOT_SUPPORTED: "Sharding is not supported for the selected instance size {instanceSize}.",
    TENANT_CLUSTER_ACCESS_HISTORY_NOT_SUPPORTED: "Tenant clusters have no access history.",
    TENANT_CLUSTER_PROCESS_ARGS_NOT_SUPPORTED: "Cannot set custom process args for tenant clusters.",
    TENANT_CLUSTER_UPDATE_UNSUPPORTED: "Cannot update a M0/M2/M5 cluster through the public API.",
    ACKNOWLEDGEMENT_COMMENT_TOO_LONG: "An acknowledgement comment has at most {limit} characters.",
    API_KEY_NOT_FOUND: "No API key with ID {keyId} exists.",
    API_KEY_REQUIRES_DESCRIPTION: "An API key needs a description.",
    ATLAS_CUSTOM_ROLE_HAS_NO_PERMISSIONS: "A custom role needs an action or an inherited role.",
    ATLAS_CUSTOM_ROLE_INVALID_NAME: "{role} cannot be the name of a custom role.",
    ATLAS_DUPLICATE_CUSTOM_ROLE_ACTION: "A custom role cannot have duplicate actions.",
    ATLAS_DUPLICATE_CUSTOM_ROLE_RESOURCE: "The action {action} has the same resource twice.",
    ATLAS_INVALID_AUTH_SETTINGS:
      "A database user has one proof: a password, or one of awsIAMType, ldapAuthType, oidcAuthType and x509Type.",
    ATLAS_INVALID_CUSTOM_ROLE_ASSIGNMENT:
      "A database user with the custom role {role} can have no other role.",
    ATLAS_INVALID_CUSTOM_ROLE_CIRCULAR_DEPENDENCY: "The role {role} already inherits this one.",
    ATLAS_INVALID_CUSTOM_ROLE_INHERITED_SCOPE:
      "The role {role} is inherited on the database admin, not on {database}.",
    ATLAS_INVALID_CUSTOM_ROLE_SELF_REFERENTIAL: "The role {role} cannot inherit itself.",
    ATLAS_INVALID_RESOURCE: "The action {action} is not allowed on this resource, or names none.",
    ATLAS_INVALID_ROLE: "The role {role} does not exist: only read and readWrite are held on a collection.",
    ATLAS_INVALID_ROLE_DATABASE: "The role {role} is held on the database admin, not on {database}.",
    ATLAS_INVALID_USERNAME: "{username} is not the name of such a database user.",
    ATLAS_MAINTENANCE_NOT_SCHEDULED: "No maintenance is scheduled for group {groupId}.",
    ATLAS_MAINTENANCE_WINDOW_NOT_DEFINED: "Group {groupId} has no maintenance window.",
    ATLAS_NUM_MAINTENANCE_DEFERRALS_EXCEEDED: "Maintenance was deferred {limit} times already.",
    ATLAS_RESERVED_CUSTOM_ROLE_RESTRICTED:
      "{role} is reserved: names of custom roles do not begin with xgen-.",
    ATLAS_X509_USER_CANNOT_BE_TEMPORARY: "A database user with a certificate cannot be temporary.",
    ATTRIBUTE_READ_ONLY: "The attribute {attribute} is read-only and cannot be set.",
    BAD_ACCESS_LIST_ADD_REQUEST: "An access list entry names either ipAddress or cidrBlock, not both.",
    BAD_REQUEST: "The request content produced validation errors.",
    CANNOT_GENERATE_CERT_IF_ADVANCED_X509:
      "Group {groupId} uses the customer's own certificate authority; certificates cannot be made here.",
    CANNOT_USE_AWS_SECURITY_GROUP_WITHOUT_VPC_PEERING_CONNECTION:
      "Group {groupId} has no VPC peering connection, which an AWS security group needs.",
    CERT_EXPIRY_CANNOT_EXCEED_TWO_YEARS: "A certificate is valid for at most {limit} months.",
    INVALID_DATADOG_API_KEY: "A Datadog API key has 32 hexadecimal digits.",
    INVALID_INTEGRATION_SETTINGS: "These settings are not valid for an integration of type {type}.",
    INVALID_PAGER_DUTY_SERVICE_KEY: "A PagerDuty service key has 32 hexadecimal digits.",
    LDAP_HOSTNAME_NOT_ALLOWED: "The LDAP hostname {hostname} is not allowed.",
    LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS:
      "No clusters available to perform LDAP connectivity verification for groupId: {groupId}.  At least one active cluster running MongoDB version 3.6 or greater is required.",
    LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES:
      "No cluster nodes are available to perform LDAP connectivity verification for groupId: {groupId}.",
    USER_NOT_MANAGED_X509: "The x509Type of the database user {username} is not MANAGED.",
    CANNOT_DELETE_GROUP_INVITATION:
      "Invitation {invitationId} invites to a project and cannot be deleted through an organization.",
    CANNOT_REMOVE_LAST_USER_FROM_TEAM: "The last user of team {teamId} cannot be removed.",
    CANNOT_DELETE_ORG_INVITATION:
      "Invitation {invitationId} invites to an organization and cannot be deleted through a project.",
    CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST:
      "Entry {entry} covers the caller's own address and cannot be removed by it.",
    PASSKEY_EXISTS: "The passkey was added before.",
    PERSONAL_PASSWORD: "The password is your address, your name or the name of this service; choose another.",
    TOO_MANY_PASSKEYS: "An account has at most {limit} passkeys; remove one first.",
    CONNECTED_ORG_CONFIG_IDP_NOT_IN_FEDERATION: "The federation has no identity provider {id}.",
    FEDERATION_HAS_OTHER_ORGS: "Federation {id} has more than one organization: disconnect the others first.",
    IDENTITY_PROVIDER_IN_USE:
      "Organizations are connected with identity provider {id}: disconnect them first.",
    LAST_ORG_OF_FEDERATION:
      "{orgId} is the last organization of its federation: delete the federation instead.",
    POST_AUTH_ROLE_GRANTS_MUST_CONTAIN_ORG_ROLES:
      "Only roles in the organization may be in postAuthRoleGrants.",
    CLOUD_PROVIDER_ACCESS_PROVIDER_MISMATCH: "The access is not to {providerName}.",
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED:
      "The specified Cloud Provider Access role ({roleId}) has not been authorized.",
    COMMON_PASSWORD: "The password is one of the most common ones; choose another.",
    DATABASE_NAME_INVALID_ADMIN: "Such a database user belongs to the database $external.",
    DATABASE_NAME_INVALID_EXTERNAL: "Such a database user belongs to the database admin.",
    DEVICE_AUTHORIZATION_EXPIRED:
      "The code has run out, was used already, or was never given to this client. Ask for a new one.",
    DEVICE_AUTHORIZATION_PENDING:
      "Nobody has confirmed the code yet. Ask again after {seconds} seconds, not earlier.",
    DUPLICATE_ADDRESSES_IN_INPUT: "The address {entry} appears twice in the request.",
    DUPLICATE_DATABASE_ROLES: "A database user cannot have the same role twice.",
    DUPLICATE_POLICY_NAME: "The organization already has a resource policy named {name}.",
    EMAIL_OR_SMS_REQUIRED_FOR_GROUP_NOTIFICATION:
      "People are told of an alert by e-mail, by text message, or both.",
    EMAIL_OR_SMS_REQUIRED_FOR_USER_NOTIFICATION:
      "A person is told of an alert by e-mail, by text message, or both.",
    EXPIRATION_DATE_EXCEEDS_MAX: "The date {date} is more than a week ahead.",
    EXPIRATION_DATE_IN_PAST: "The date {date} is past.",
    FIRST_NAME_EXCEEDS_MAX_LENGTH: "The first name must not be longer than {limit} characters.",
    HIPCHAT_NOT_SUPPORTED: "HipChat notifications are no longer supported.",
    INVALID_API_KEY_DESC: "The description of an API key must have 1 to {limit} characters.",
    INVALID_ATTRIBUTE: "Invalid attribute {attribute} specified.",
    INVALID_COUNTRY_CODE: "{country} is not an ISO 3166-1 alpha-2 country code.",
    INVALID_DATABASE_NAME: "The name {name} is not that of a database.",
    INVALID_DATE_FORMAT: "The value {date} of {parameter} is not a date of the form YYYY-MM-DDThh:mm:ssZ.",
    INVALID_EVENT_TYPE_FOR_ALERT: "No alert can be set on events of the type {eventTypeName}.",
    INVALID_OPERATOR_FOR_EVENT_TYPE:
      "The operator {operator} does not fit events of the type {eventTypeName}.",
    INVALID_GROUP_NAME: 'An invalid group name "{name}" was specified.',
    INVALID_INVITATION_ID: "Invitation {invitationId} does not exist, or is no longer pending.",
    INVALID_IP_ADDRESS_OR_CIDR_NOTATION: "{entry} is neither an IP address nor a CIDR block.",
    INVALID_JSON: "Received JSON is malformed.",
    INVALID_JSON_ATTRIBUTE: "Received JSON for the {attribute} attribute is invalid.",
    INVALID_NETWORK_PERMISSION_COMMENT: "The comment of an entry has at most {limit} characters.",
    INVALID_ORG_NAME: 'An invalid organization name "{name}" was specified.',
    INVALID_QUERY_PARAMETER: "Invalid query parameter {parameter} specified.",
    INVALID_REFRESH_TOKEN:
      "The refresh token has run out, was used before, or its session has ended. Sign in again.",
    INVALID_ROLE_ASSIGNMENT: "The role assignment is invalid: {problem}.",
    INVALID_ROLE_FOR_GROUP: "Role {role} is invalid for group {groupId}.",
    INVALID_ROLE_FOR_ORG: "Role {role} is invalid for organization {orgId}.",
    INVALID_SERVICE_ACCOUNT_SECRET_LIFETIME:
      "A secret can live for {least} to {most} hours, not for {hours}.",
    INVALID_TEAM_NAME: 'An invalid team name "{name}" was specified.',
    INVITATIONS_RATE_LIMITED_IP: "Rate limit of {capacity} invitations per {minutes} minutes exceeded.",
    INVALID_USERNAME: "The username {username} is not an e-mail address.",
    INVALID_RESOURCE_POLICY: "The text of a policy is not valid: {errorType}.",
    LAST_NAME_EXCEEDS_MAX_LENGTH: "The last name must not be longer than {limit} characters.",
    MAX_API_KEYS_PER_ORG_EXCEEDED:
      "Maximum number of API keys per organization ({limit}) in {orgId} exceeded while trying to add an API key.",
    MAX_GROUPS_PER_ORG_EXCEEDED:
      "Maximum number of groups per organization ({limit}) in {orgId} exceeded while trying to add group.",
    MAX_SERVICE_ACCOUNTS_PER_ORG_EXCEEDED:
      "Maximum number of Service Accounts per org ({limit}) in {orgId} exceeded when trying to add a new Service Account.",
    MAX_TEAMS_PER_GROUP_EXCEEDED:
      "Maximum number of teams per group ({limit}) in {groupId} exceeded while trying to add teams.",
    MAX_TEAMS_PER_ORG_EXCEEDED:
      "Maximum number of teams per org ({limit}) in {orgId} exceeded while trying to add team.",
    MAX_TEAMS_PER_USER_EXCEEDED:
      "Maximum number of teams per user ({limit}) exceeded while trying to add user {username}.",
    MAX_USERS_PER_GROUP_EXCEEDED:
      "Maximum number of users per group ({limit}) in {groupId} exceeded while trying to add users.",
    MAX_USERS_PER_ORG_EXCEEDED:
      "Maximum number of users per org ({limit}) in {orgId} exceeded while trying to add users.",
    MAX_USERS_PER_TEAM_EXCEEDED:
      "Maximum number of users per team ({limit}) in {teamId} exceeded while trying to add users.",
    MAX_ALERT_CONFIGS_PER_GROUP_EXCEEDED: "Group {groupId} can have at most {limit} alert configurations.",
    MAX_NOTIFICATIONS_PER_ALERT_EXCEEDED: "An alert configuration has at most {limit} notifications.",
    METRIC_THRESHOLD_PRESENT: "Events of the type {eventTypeName} have no metric.",
    METRIC_TYPE_UNSUPPORTED: "The metric type {metricName} is not supported.",
    MISSING_METRIC_THRESHOLD: "Events of the type {eventTypeName} need a metric threshold.",
    MISSING_NOTIFICATIONS: "An alert configuration needs a notification.",
    MISSING_ROLES_FOR_GROUP_NOTIFICATION: "A notification for roles must name at least one role.",
    MISSING_THRESHOLD: "Events of the type {eventTypeName} need a threshold.",
    MISSING_API_KEY_ROLES: "An API key needs at least one role.",
    MISSING_ATTRIBUTE: "The required attribute {attribute} was not specified.",
    MISSING_PASSWORD: "A database user without another proof needs a password.",
    MISSING_ONE_OF_ATTRIBUTES: "One of the attributes {attributes} must be specified.",
    MULTIPLE_VALUES_SPECIFIED_FOR_ONE_NETWORK_PERMISSION_ENTRY:
      "An entry names one of ipAddress, cidrBlock and awsSecurityGroup.",
    MUTUALLY_EXCLUSIVE_QUERY_PARAMETERS: "Only one of the query parameters {parameters} may be specified.",
    NETWORK_PERMISSION_EXPIRATION_NOT_SUPPORTED: "The security group {entry} cannot be a temporary entry.",
    NOTIFICATION_INTERVAL_OUT_OF_RANGE: "Messages about one alert are at least {least} minutes apart.",
    PERMANENT_ENTITY_CANNOT_BE_MADE_TEMPORARY: "Entry {name} is permanent and can't be given an end date.",
    SERVICE_ACCOUNT_SECRET_LIMIT_EXCEEDED:
      "Service account {clientId} has {limit} secrets already; delete one first.",
    THRESHOLD_PRESENT: "Events of the type {eventTypeName} have no threshold.",
    TOO_MANY_GROUP_NOTIFICATIONS: "An alert configuration has at most one notification for the project.",
    UNITS_MISMATCH: "{units} is not a unit of this threshold.",
    UNSUPPORTED_ROLE: "The custom role {role} is held on the database admin, not on {database}.",
    UNSUPPORTED_GRANT_TYPE:
      "The grant type {grantType} is not offered here, but urn:ietf:params:oauth:grant-type:device_code and refresh_token.",
    WEAK_PASSWORD: "A password must have {least} to {most} characters.",
  }),
  ...answered(401, {
    SIGN_IN_REFUSED: "Wrong e-mail address or password.",
    NOT_IN_GROUP: "The current user is not in the group, or the group does not exist.",
    NOT_ORG_GROUP_CREATOR: "The current user may not create projects in organization {orgId}.",
    NOT_ORG_OWNER: "The current user is not an owner of organization {orgId}.",
    USER_CANNOT_ACCESS_GROUP: "User cannot access this group.",
    USER_CANNOT_ACCESS_ORG: "User cannot access this organization.",
    USER_UNAUTHORIZED: "Current user is not authorized to perform this action.",
    CONTROL_TOKEN_REQUIRED:
      "The controls of this rehearsal want its token, ANTEROOM_CONTROL_TOKEN: send it as a bearer token, or as a password.",
  }),
  ...answered(403, {
    STREAM_CONNECTION_HAS_STREAM_PROCESSORS:
      "Stream connection with name {name} in stream workspace {workspaceName} has active processors, and cannot be changed.",
    STREAM_TENANT_HAS_STREAM_PROCESSORS:
      "Stream workspace with name {name} has active processors, and cannot be changed.",
    ATLAS_RESOURCE_POLICIES_VIOLATION_NOT_AUTHORIZED:
      "Invalid Configuration. Contains selections that are unavailable due to your organization's resource policies.",
    ATLAS_NETWORK_PERMISSIONS_LIMIT_EXCEEDED:
      "Group {groupId} can have at most {limit} entries on its access list.",
    CANNOT_DELETE_LAST_ADMIN: "The last owner of organization {orgId} cannot be removed.",
    CANNOT_DEMOTE_LAST_ORG_OWNER: "The last owner of organization {orgId} must stay its owner.",
    CUSTOM_ROLES_LIMIT_EXCEEDED: "Group {groupId} can have at most {limit} custom roles.",
    GROUP_USERS_LIMIT_EXCEEDED: "Group {groupId} can have at most {limit} database users.",
    CANNOT_REMOVE_ALL_USER_ROLES: "User {username} must keep at least one role.",
    CANNOT_DELETE_FROM_CLUSTER_SNAPSHOT:
      "Snapshot {snapshotId} is part of the snapshot of a sharded cluster.",
    CANNOT_MODIFY_CLUSTER_SNAPSHOT:
      "Snapshot {snapshotId} is of one shard: only the snapshot of the whole cluster can be changed.",
    CANNOT_RESTORE_TO_TARGET: "The snapshot cannot be restored to cluster {name} in group {groupId}.",
    FOREIGN_PAGE: "Pages of other sites change nothing in a rehearsal.",
    INVITATION_OF_ANOTHER_ADDRESS: "The invitation is not for the address of the person who is signed in.",
    ROLE_ABOVE_OWN:
      "The role {role} is above those of the caller in {scopeId}: only one who holds it there, or a role that includes it, gives or takes it.",
    DEVICE_AUTHORIZATION_DENIED: "The person who was asked to confirm the code has denied it.",
    IP_ADDRESS_NOT_ON_ACCESS_LIST: "IP address {ip} is not allowed to access this resource.",
    MAILBOX_UNPROVEN:
      "Somebody made the account of {username}; follow a link in a mail to that address first.",
    SIGN_IN_NOT_RECENT: "The sign-in is older than 15 minutes; sign in again, then repeat the request.",
    IDENTITY_TAKEN:
      "Another person of the provider signs in to the account of {username}; who runs this server can release it.",
    PASSKEY_REFUSED: "The passkey is not known here, is not that of this account, or did not answer rightly.",
    PASSKEY_STALE:
      "The passkey answered too late, or answers a question that was answered before; try again.",
    RECOVERY_CODE_REFUSED: "The recovery code is wrong, or was used before.",
    SECOND_FACTOR_REQUIRED: "An organization demands a second factor, which this sign-in did not have.",
    SECOND_STEP_STALE: "The second step of the sign-in came too late, or from another browser; begin again.",
    PASSWORDS_OFF: "This server takes no passwords; sign in with its provider.",
    PASSWORD_INCORRECT: "The current password is not right.",
    SIGN_UP_CLOSED: "This server makes no account for {username} by itself; ask who runs it.",
  }),
  ...answered(404, {
    STREAM_CONNECTION_NOT_FOUND_FOR_NAME:
      "Stream connection with name {connectionName} for project {groupId} and name {tenantName} not found.",
    STREAM_PROCESSOR_NOT_FOUND_FOR_NAME:
      "Stream processor with name {processorName} for project {groupId} and name {tenantName} not found.",
    STREAM_TENANT_NOT_FOUND_FOR_NAME:
      "Stream instance for project {groupId} and name {tenantName} not found.",
    CLOUD_PROVIDER_CONTAINER_NOT_FOUND: "No container with ID {containerId} exists in group {groupId}.",
    PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED:
      "The interface endpoint ID {endpointId} in the attribute id has another form at this cloud provider.",
    PRIVATE_ENDPOINT_NOT_FOUND: "No private endpoint with ID {endpointId} exists in group {groupId}.",
    PRIVATE_ENDPOINT_SERVICE_NOT_FOUND:
      "No private endpoint service, or endpoint of one, with ID {endpointServiceId} exists in group {groupId}.",
    CLUSTER_OUTAGE_SIMULATION_NOT_FOUND:
      "No outage simulation of cluster {clusterName} exists in group {groupId}.",
    SAMPLE_DATASET_LOAD_NOT_FOUND:
      "No sample dataset load with ID {sampleDatasetId} exists in group {groupId}.",
    HOSTNAME_AND_PORT_NOT_FOUND: "No host with hostname and port {processId} exists in group {groupId}.",
    INVOICE_NOT_FOUND: "No invoice with ID {invoiceId} exists.",
    SERVERLESS_INSTANCE_NOT_FOUND: "No serverless instance named {name} exists in group {groupId}.",
    DEVICE_NOT_FOUND: "No device with name {name} exists on host {hostname}.",
    PEER_NOT_FOUND: "No peer with ID {peerId} exists in project {groupId}.",
    ATLAS_SEARCH_DEPLOYMENT_DOES_NOT_EXIST: "Cluster {name} has no search nodes.",
    BACKUP_CONFIG_NOT_FOUND: "No backup configuration exists for cluster {clusterId} in group {groupId}.",
    BACKUP_EXPORT_NOT_FOUND: "No export with ID {exportId} exists for cluster {clusterName}.",
    COLLECTION_RESTORE_JOB_NOT_FOUND:
      "No collection restore job with ID {jobId} exists for cluster {clusterName}.",
    EXPORT_BUCKET_NOT_FOUND: "No export bucket with ID {exportBucketId} exists in group {groupId}.",
    RESTORE_JOB_NOT_FOUND: "No restore job with ID {restoreJobId} exists for cluster {clusterName}.",
    SNAPSHOT_NOT_FOUND: "No snapshot with ID {snapshotId} exists for cluster {clusterName}.",
    TENANT_RESTORE_NOT_FOUND: "No restore job with ID {restoreJobId} exists for cluster {name}.",
    TENANT_SNAPSHOT_NOT_FOUND: "No snapshot with ID {snapshotId} exists for cluster {name}.",
    UNABLE_T0_FIND_SNAPSHOT_PRIOR_TO_PIT_RESTORE_OPTIME:
      "Cluster {clusterName} has no snapshot from before that instant.",
    ALERT_CONFIG_NOT_FOUND: "No alert configuration with ID {alertConfigId} exists in group {groupId}.",
    ALERT_NOT_FOUND: "No alert with ID {alertId} exists in group {groupId}.",
    API_KEY_ACCESS_LIST_NOT_FOUND: "{entry} is not on the access list of API key {keyId}.",
    CLUSTER_NOT_FOUND: "No cluster named {name} exists in group {groupId}.",
    DATA_FEDERATION_TENANT_NOT_FOUND_FOR_NAME:
      "Data Federation tenant for project {groupId} and name {name} not found.",
    INTEGRATION_NOT_CONFIGURED: "No integration of type {integrationType} is configured.",
    LDAP_VERIFY_CONNECTIVITY_REQUEST_NOT_FOUND:
      "No LDAP connectivity verification {requestId} exists in group {groupId}.",
    ATLAS_CUSTOM_ROLE_NOT_FOUND: "The role {roleName} does not exist.",
    ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND:
      "IP Address {entryValue} not on Atlas access list for group {groupId}.",
    CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND: "No cloud provider access {roleId} exists in group {groupId}.",
    CANNOT_ADD_PENDING_USER: "User {username} has not accepted the invitation to the organization yet.",
    CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT: "Team {teamId} is assigned to a project and cannot be deleted.",
    DEVICE_CODE_NOT_FOUND:
      "No command line waits under this code: it was mistyped, was answered already, or has run out.",
    EVENT_NOT_FOUND: "No event with ID {eventId} exists in group {groupId}.",
    GROUP_NOT_FOUND: "No group with ID {groupId} exists.",
    INVALID_GROUP_ID: "An invalid group ID {groupId} was specified.",
    INVALID_PEER_ID: "An invalid peer ID {peerId} was specified.",
    INVALID_SNAPSHOT_ID: "An invalid snapshot ID {snapshotId} was specified.",
    INVALID_KEY_ID: "An invalid API key ID {keyId} was specified.",
    INVALID_ORG_ID: "An invalid organization ID {orgId} was specified.",
    INVALID_TEAM_ID: "An invalid team ID {teamId} was specified.",
    INVALID_USER_ID: "An invalid user ID {userId} was specified.",
    INVITATION_LINK_NOT_FOUND: "The link leads to no invitation, or not any more.",
    FEDERATION_OFFER_NOT_FOUND: "The organization does not offer to add you, or not any more.",
    PASSKEY_NOT_FOUND: "There is no such passkey.",
    PASSWORD_LINK_NOT_FOUND:
      "The link to set a new password was used already, has run out, or never existed.",
    ORG_EVENT_NOT_FOUND: "No event with ID {eventId} exists in organization {orgId}.",
    ORG_NOT_FOUND: "No organization with ID {orgId} exists.",
    RESOURCE_NOT_FOUND: "Cannot find resource {resource}.",
    SERVICE_ACCOUNT_ACCESS_LIST_NOT_FOUND: "{entry} is not on the access list of service account {clientId}.",
    SERVICE_ACCOUNT_NOT_FOUND: "No service account with client ID {clientId} exists.",
    SERVICE_ACCOUNT_SECRET_NOT_FOUND: "Service account {clientId} has no secret with ID {secretId}.",
    TEAM_NAME_NOT_FOUND: "No team with name {teamName} exists.",
    TEAM_NOT_FOUND: "No team with ID {teamId} exists.",
    TEAM_NOT_IN_GROUP: "Team {teamId} is not in group {groupId}.",
    USERNAME_NOT_FOUND: "No user with username {username} exists.",
    USER_NOT_FOUND: "No user with ID {userId} exists.",
    USER_NOT_IN_GROUP: "User {username} is not in group {groupId}.",
    USER_NOT_IN_ORG: "User {username} is not in organization {orgId}.",
    USER_NOT_IN_TEAM: "User {username} is not in team {teamId}.",
  }),
  ...answered(406, {
    INVALID_VERSION_DATE: "Invalid accept header or version date.",
  }),
  ...answered(409, {
    CANNOT_CLOSE_GROUP_ACTIVE_STREAMS_RESOURCE:
      "There are active stream processing resources in this project.",
    STREAM_CONNECTION_NAME_ALREADY_EXISTS: "A Stream connection with the name {name} already exists.",
    STREAM_KAFKA_CONNECTION_IS_DEPLOYING:
      "Stream Kafka connection {name} is currently deploying. Please retry the request later.",
    SANDBOX_CONFIG_ALREADY_EXISTS: "Organization {orgId} has a sandbox configuration already.",
    CANNOT_CLOSE_GROUP_ACTIVE_PEERING_CONNECTIONS: "There are active peering connections in this project.",
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_LAKES: "There are active federated databases in this project.",
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_DATA_FEDERATION_PRIVATE_ENDPOINTS:
      "There are active private endpoints of Data Federation in this project.",
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES:
      "There are active private endpoint services in this project.",
    CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS:
      "The private endpoint service {endpointServiceId} still has endpoints.",
    PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS:
      "The private endpoint service {endpointServiceId} is not available, and takes no endpoints.",
    PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS: "The endpoint {endpointId} already exists.",
    PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION:
      "A private endpoint service already exists for {provider} region {regionName}.",
    CONTAINERS_IN_USE: "Cannot modify in use containers. The container still contained resources.",
    CONTAINER_ALREADY_EXISTS: "A container already exists for group {groupId}.",
    OVERLAPPING_ATLAS_CIDR_BLOCK: "The CIDR block {block} overlaps with an Atlas CIDR block, {other}.",
    OVERLAPPING_CIDR_BLOCK: "The CIDR block {block} overlaps with another peer's CIDR block.",
    PEER_ALREADY_EXISTS: "A peering connection of account {awsAccountId} and VPC {vpcId} already exists.",
    PEER_ALREADY_EXISTS_AZURE:
      "A peering connection of subscription {azureSubscriptionId} and VNet {vnetName} already exists.",
    PEER_ALREADY_EXISTS_GCP:
      "A peering connection of project {gcpProjectId} and network {networkName} already exists.",
    PEER_ALREADY_REQUESTED_DELETION: "The deletion of peer {peerId} was already requested.",
    PEER_INVALID_STATE: "Peer {peerId} cannot be changed while it is {state}.",
    PEER_MAXIMUM_REACHED: "Group {groupId} can have at most {limit} peering connections.",
    ATLAS_SEARCH_DEPLOYMENT_ALREADY_EXISTS: "Cluster {name} has search nodes already.",
    ONLINE_ARCHIVE_MUST_BE_ACTIVE_TO_PAUSE: "An archive must be in an active state in order to be paused.",
    ATLAS_CLUSTER_RESTORE_IN_PROGRESS: "A restore to cluster {name} is in progress already.",
    CANNOT_CLOSE_GROUP_ACTIVE_BACKUP_COMPLIANCE_POLICY:
      "There is an active backup compliance policy in this project.",
    CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT: "Snapshot {snapshotId} is not completed yet.",
    CANNOT_DISABLE_ENCRYPTION_AT_REST: "Encryption at rest of group {groupId} stays enabled: {user} uses it.",
    CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS:
      "Cannot close group while it has active clusters; please terminate all clusters.",
    ADDRESS_ALREADY_IN_ACCESS_LIST: "The address {entry} is on the access list already.",
    ATLAS_CUSTOM_ROLE_IN_USE_BY_ROLES:
      "Deleting specified custom role would leave the following roles without an inherited role: {names}.",
    ATLAS_CUSTOM_ROLE_IN_USE_BY_USERS:
      "Deleting specified custom role would leave the following users without a role: {names}.",
    ATLAS_CUSTOM_ROLE_NAME_ALREADY_EXISTS: "A custom role with name {role} already exists.",
    INTEGRATION_ALREADY_CONFIGURED: "An integration of type {type} is configured already.",
    AUTH_TYPE_CANNOT_BE_CHANGED: "The proof of a database user cannot be changed.",
    DATABASE_NAME_CANNOT_BE_CHANGED: "The database of a database user cannot be changed.",
    DATABASE_USERNAME_CANNOT_BE_CHANGED: "The name of a database user cannot be changed.",
    DUPLICATE_INVITATION: "A pending invitation of {username} to group {groupId} exists already.",
    DUPLICATE_ORG_INVITATION: "A pending invitation of {username} to organization {orgId} exists already.",
    GROUP_ALREADY_EXISTS: 'A group with name "{name}" already exists.',
    INVITATION_ENDED: "The invitation is no longer pending but {status}.",
    TEAM_EXISTS_IN_GROUP: "Team {teamId} is already in group {groupId}.",
    TEAM_NAME_NOT_AVAILABLE: "The name {name} is taken by another team of organization {orgId}.",
    CANNOT_DELETE_ORG_ACTIVE_LIVE_MIGRATION_ATLAS_ORG_LINK:
      "The organization has a live migration link. Delete its link token first.",
    ORG_NOT_EMPTY: "Organization {orgId} still has projects.",
    USER_ALREADY_EXISTS: "A user with username {username} already exists.",
    USER_ALREADY_IN_GROUP: "User {username} is already in group {groupId}.",
    USER_ALREADY_IN_ORG: "User {username} is already in organization {orgId}.",
    USER_ALREADY_IN_TEAM: "User {username} is already in team {teamId}.",
  }),
  ...answered(410, {
    VERSION_GONE: "Version {version} of this resource was removed on {sunset}. Use {successor} instead.",
  }),
  ...answered(408, {
    REQUEST_TIMEOUT: "The request did not arrive as a whole in time.",
  }),
  ...answered(413, {
    REQUEST_TOO_LARGE: "The request body is larger than {limit} bytes.",
  }),
  ...answered(415, {
    UNSUPPORTED_CONTENT_ENCODING:
      "The request body must be sent as it is or compressed with gzip or deflate, not with {encoding}.",
    UNSUPPORTED_MEDIA_TYPE:
      "The request body must be sent as application/json or application/vnd.atlas.<date>+json, not as {type}.",
  }),
  ...answered(421, {
    MISDIRECTED_REQUEST:
      "A rehearsal answers under names of its own machine, such as localhost, and not under '{host}'.",
  }),
  ...answered(417, {
    EXPECTATION_FAILED: "Nothing but 100-continue can be expected, not {expectation}.",
  }),
  ...answered(429, {
    RATE_LIMITED: "Resource {path} is limited to {capacity} requests every {minutes} minutes.",
    RATE_LIMITED_TOKEN_BUCKET:
      "Rate limit exceeded for {path}. Please retry after {seconds} seconds. Request capacity: {capacity}. Refill rate: {refill} per {period} seconds. See http://dochub.mongodb.org/core/atlas-api-rate-limit",
  }),
  ...answered(431, {
    REQUEST_HEADERS_TOO_LARGE: "The request line and the headers are together larger than {limit} bytes.",
  }),
  ...answered(500, {
    UNEXPECTED_ERROR: "Unexpected error.",
  }),
  ...answered(501, {
    NOT_IMPLEMENTED_BY_ANTEROOM: "Atlas has {operationId}, {method} {path}; Anteroom does not implement it.",
    UNSUPPORTED_TRANSFER_ENCODING:
      "The request body must be sent with its length or in chunks, not in the transfer coding {coding}.",
  }),
  ...answered(503, {
    SERVICE_UNAVAILABLE: "{reason}; try again later.",
  }),
  ADDRESS_UNKNOWN: {
    status: 403,
    sentAs: "IP_ADDRESS_NOT_ON_ACCESS_LIST",
    detail:
      "The caller's IP address is unknown: the proxy in front named none in X-Forwarded-For. No access list covers it.",
  },
  TOO_MANY_HEADERS: {
    status: 431,
    sentAs: "REQUEST_HEADERS_TOO_LARGE",
    detail: "The request has more than {limit} headers.",
  },
  ORG_REQUIRES_ACCESS_LIST: {
    status: 403,
    detail: "This organization requires access through an access list of ip ranges.",
    hidden: ["ip"],
  },
  CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED: {
    status: 400,
    detail:
      "Cannot terminate a cluster when termination protection is enabled. Disable termination protection and try again.",
    hidden: ["sentence"],
  },
  API_KEY_NOT_FOUND_IN_VERSION_1: {
    status: 404,
    sentAs: "API_KEY_NOT_FOUND",
    detail: "No API key with ID {keyId} exists.",
  },
  OPERATION_NOT_FOUND: {
    status: 404,
    sentAs: "RESOURCE_NOT_FOUND",
    detail:
      "Neither the Atlas API as published in August 2026 nor Anteroom has an operation at {method} {path}.",
  },
  BELOW_LEAST_GRADE: {
    status: 501,
    sentAs: "NOT_IMPLEMENTED_BY_ANTEROOM",
    detail: "{operationId} is {grade} here, and this server answers what is {leastGrade} at least.",
  },
  OPERATION_OF_VERSION_1: {
    status: 501,
    sentAs: "NOT_IMPLEMENTED_BY_ANTEROOM",
    detail:
      "This is version 1 of the API, in which Anteroom does not implement {method} {path}; ask version 2, at /api/atlas/v2.",
  },
  OUTCOME_UNKNOWN: {
    status: 500,
    sentAs: "UNEXPECTED_ERROR",
    detail: "The database did not say whether it kept the change: look before you ask for it again.",
  },
  ORG_LINK_EXISTS: {
    status: 400,
    sentAs: "UNEXPECTED_ERROR",
    detail: "Organization {orgId} has a link token already. Delete it before you create another one.",
  },
  ORG_LINK_NOT_FOUND: {
    status: 404,
    sentAs: "UNEXPECTED_ERROR",
    detail: "Could not find the requested external organization link.",
  },
  BAD_GATEWAY: { status: 502, sentAs: "UNEXPECTED_ERROR", detail: "Unexpected error." },
} as const satisfies Record<string, Entry>;

interface Entry {
  status: number;
  detail: string;
  /** The parameters that are answered but do not appear in the detail. */
  hidden?: readonly string[];
  /** The code in the answer, where Atlas has one code for several cases of ours. */
  sentAs?:
    | "API_KEY_NOT_FOUND"
    | "IP_ADDRESS_NOT_ON_ACCESS_LIST"
    | "NOT_IMPLEMENTED_BY_ANTEROOM"
    | "REQUEST_HEADERS_TOO_LARGE"
    | "RESOURCE_NOT_FOUND"
    | "UNEXPECTED_ERROR";
}

export type ErrorCode = keyof typeof catalogue;

type Named<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;
type HiddenOf<C extends ErrorCode> = (typeof catalogue)[C] extends { hidden: readonly (infer H)[] }
  ? H & string
  : never;
type ParameterNames<C extends ErrorCode> = Named<(typeof catalogue)[C]["detail"]> | HiddenOf<C>;

export type FaultParameters<C extends ErrorCode> = { readonly [N in ParameterNames<C>]: string | number };

/** A field of the request that is wrong, and why: an item of `badRequestDetail.fields`. */
export interface FieldViolation {
  readonly description: string;
  readonly field: string;
}

/** Returns the fault option that describes the mistake in one field of the request. */
export const wrongField = (field: string, description: string) => ({ fields: [{ description, field }] });

interface FaultOptions {
  readonly fields?: readonly FieldViolation[];
  /** The additional headers of the answer, such as `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The members of the answer other than those of every error. */
  readonly more?: object;
  /** The cause, which is logged, and never answered. */
  readonly cause?: unknown;
}

/** Makes a fault with one of the codes in `C`. Rules take one as an argument, so that the operation must declare the codes. */
export type FaultMaker<C extends ErrorCode> = <K extends C>(
  code: K,
  parameters: FaultParameters<K>,
  options?: FaultOptions,
) => Fault;

/** A refusal with a code of the catalogue; any other error is answered as UNEXPECTED_ERROR. */
export class Fault extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly parameters: readonly (string | number)[];
  readonly fields: readonly FieldViolation[];
  readonly headers: Readonly<Record<string, string>>;
  readonly more: object;

  constructor(
    code: ErrorCode,
    parameters: Readonly<Record<string, string | number>>,
    options: FaultOptions = {},
  ) {
    const entry: Entry = catalogue[code];
    const used: (string | number)[] = [];
    const detail = entry.detail.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parameters[name] ?? "";
      used.push(value);
      return String(value);
    });
    for (const name of entry.hidden ?? []) used.push(parameters[name] ?? "");
    super(detail, { cause: options.cause });
    this.code = entry.sentAs ?? code;
    this.status = entry.status;
    this.parameters = used;
    this.fields = options.fields ?? [];
    this.headers = options.headers ?? {};
    this.more = options.more ?? {};
  }
}

export const fault: FaultMaker<ErrorCode> = (code, parameters, options) =>
  new Fault(code, parameters as Record<string, string | number>, options);

/** Makes the refusal of a body without an attribute that only rules require. */
export const missing = (
  attribute: string,
  fault: FaultMaker<"MISSING_ATTRIBUTE">,
  description = "The value is required.",
): Fault => fault("MISSING_ATTRIBUTE", { attribute }, wrongField(attribute, description));
