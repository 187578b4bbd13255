// The tables as Kysely sees them. The constraints they enforce are in the migrations.

/** 0 or 1: both engines keep truth as an integer. */
type Bit = 0 | 1;

export interface Tables {
  meta: { key: string; value: string };
  orgs: {
    id: string;
    name: string;
    created_at: number;
    skip_default_alerts_settings: Bit;
    api_access_list_required: Bit;
    /** Null where it is its own. */
    founder_id: string | null;
    /** Null where it is what every organization has. */
    most_users: number | null;
  };
  groups: {
    id: string;
    org_id: string;
    name: string;
    created_at: number;
    with_default_alerts_settings: Bit;
  };
  group_tags: { group_id: string; position: number; key: string; value: string };
  /** People and credentials: all that can hold a role. */
  principals: { id: string; kind: "API_KEY" | "SERVICE_ACCOUNT" | "USER" };
  grants: {
    principal_id: string;
    org_id: string;
    /** Null for a role in the organization itself. */
    group_id: string | null;
    role: string;
    created_at: number;
    /** Copies for lists of people, kept by triggers: see migrations 13 and 15. Null for credentials. */
    username_key?: string | null;
    names?: string | null;
    last_auth_at?: number | null;
  };
  access_entries: { principal_id: string; cidr: string; created_at: number };
  /** Settings that decide nothing here are kept as the JSON that was last written. */
  org_documents: { org_id: string; kind: "settings" | "delegation" | "maintenance"; document: string };
  group_documents: { group_id: string; kind: "settings"; document: string };
  group_limits: { group_id: string; name: string; value: number };
  api_keys: {
    id: string;
    org_id: string;
    public_key: string;
    /** MD5(public key:realm:private key), encrypted: what digest needs to check an answer. */
    sealed_ha1: string;
    /** Last group of the private key, which masked answers show. */
    private_key_tail: string;
    description: string;
    created_at: number;
  };
  /** A key that was never used has no row, unless it was made before uses were noted. */
  key_uses: {
    id: string;
    /** Null where uses are noted since the key was made. */
    watched_from: number | null;
    /** To the hour; null where it was not used since. */
    last_used_at: number | null;
  };
  service_accounts: {
    /** The 24 hexadecimal digits of the client id. */
    id: string;
    org_id: string;
    name: string;
    description: string;
    created_at: number;
  };
  service_account_secrets: {
    id: string;
    service_account_id: string;
    secret_hash: string;
    /** Last characters of the secret, which masked answers show. */
    tail: string;
    created_at: number;
    expires_at: number;
    last_used_at: number | null;
  };
  revoked_tokens: { id: string; expires_at: number };
  /** Of throttles; the hash is of whose bucket it is. */
  buckets: { key_hash: string; full_at: number };
  digest_uses: { nonce: string; count: number; expires_at: number };
  users: {
    id: string;
    username: string;
    username_key: string;
    first_name: string;
    last_name: string;
    password_hash: string | null;
    country: string | null;
    mobile_number: string | null;
    last_auth_at: number | null;
    created_at: number;
    is_unproven: Bit;
  };
  teams: { id: string; org_id: string; name: string; created_at: number };
  team_members: {
    team_id: string;
    user_id: string;
    username_key?: string | null;
    names?: string | null;
    last_auth_at?: number | null;
  };
  team_grants: { team_id: string; org_id: string; group_id: string; role: string };
  invites: {
    id: string;
    org_id: string;
    /** Null for an invitation to the organization. */
    group_id: string | null;
    /** Id of the person an invitation to an organization shows as a pending user; null for one to a project. */
    user_id: string | null;
    username: string;
    username_key: string;
    inviter_username: string;
    status: "PENDING" | "ACCEPTED" | "DECLINED" | "REVOKED" | "EXPIRED";
    created_at: number;
    expires_at: number;
    amended_at: number;
    /** Null while the status is PENDING, also when that is overdue. */
    ended_at: number | null;
    /** Those where it leads to, with blanks between them. */
    roles: string;
  };
  /** Project roles an invitation to the organization carries. */
  invite_group_roles: { invite_id: string; group_id: string; role: string };
  invite_teams: { invite_id: string; team_id: string };
  sessions: {
    token_hash: string;
    id: string;
    user_id: string;
    user_agent: string;
    /** From where it was used last. */
    remote_address: string;
    created_at: number;
    last_used_at: number;
    expires_at: number;
  };
  /** Requests of command lines to be signed in, each known by the hash of the code of its device and of the code people type. */
  device_grants: {
    device_hash: string;
    code_hash: string;
    client_id: string;
    user_agent: string;
    remote_address: string;
    status: "PENDING" | "CONFIRMED" | "DENIED";
    /** Folded address of who confirmed. */
    username_key: string | null;
    created_at: number;
    expires_at: number;
  };
  /** Command lines that are signed in. */
  command_lines: {
    id: string;
    /** Folded address of the person. */
    username_key: string;
    client_id: string;
    user_agent: string;
    remote_address: string;
    /** Of the newest refresh token, counted from 0. */
    generation: number;
    created_at: number;
    /** When the newest refresh token was issued. */
    renewed_at: number;
    expires_at: number;
  };
  /** What leads into an invitation, or to a new password: one of the two ids is null. */
  links: { token_hash: string; invite_id: string | null; user_id: string | null; expires_at: number };
  outbox: {
    id: string;
    kind: "INVITE" | "PASSWORD_RESET";
    invite_id: string | null;
    /** Where a new password was asked for, folded; whether it has an account is seen when the message is sent. */
    address: string | null;
    status: "WAITING" | "SENT" | "FAILED";
    attempts: number;
    created_at: number;
    /** Not to be sent before, or, once it is settled, when that was; of real time, whatever the clock of the test controls says. */
    due_at: number;
    /** What the mail server said at the last attempt. */
    problem: string | null;
  };
  /** Accounts of other providers that a person signs in with. */
  identities: { issuer: string; subject: string; user_id: string; created_at: number };
  events: {
    id: string;
    type: string;
    at: number;
    org_id: string | null;
    group_id: string | null;
    actor_kind: string | null;
    actor_id: string | null;
    actor_name: string | null;
    remote_address: string | null;
    target_username: string | null;
    /** JSON object with the rest of what the event is about. */
    details: string;
    /** Null while it is not sealed. */
    seal_id: string | null;
  };
  /** Sealed events of a feed (`org/ID` or `group/ID`), by type. */
  event_totals: { feed: string; type: string; count: number };
  /** The same by day, counted from 1970. */
  event_days: { feed: string; day: number; type: string; count: number };
  /** Batches of events of one organization, each sealed with the one before. */
  event_seals: {
    id: string;
    /** Empty for events of no organization: those of projects that were gone when they were sealed. */
    org_id: string;
    /** From 1, without a gap in each organization. */
    sequence: number;
    event_count: number;
    /** The newest event of the batch. */
    through_at: number;
    made_at: number;
    /** Digest of the seal before; empty in the first. */
    previous: string;
    /** A line for each event, its id and its digest; null once retention has removed the events. */
    contents: string | null;
    contents_hash: string;
    digest: string;
    /** Proves that retention removed the events, rather than somebody else. */
    removal: string | null;
  };
  /** Who called what is to be removed; empty texts stand for what is not known. */
  deprecated_callers: {
    org_id: string;
    operation_id: string;
    /** The client in one line: with the three others the key. */
    client: string;
    credential_id: string;
    tool: string;
    tool_version: string;
    resource: string;
    step: string;
    credential_kind: "API_KEY" | "SERVICE_ACCOUNT" | "USER" | "";
    credential_name: string;
    user_agent: string;
    first_at: number;
    last_at: number;
    /** JSON: a request with secrets and personal values struck out. */
    example: string;
  };
  /** How often, by day, counted from 1970. */
  deprecated_days: {
    org_id: string;
    operation_id: string;
    client: string;
    credential_id: string;
    day: number;
    calls: number;
    /** Answered 410. */
    gone: number;
  };
}
