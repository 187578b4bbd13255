// Who called what is to be removed, and how often on which day.
export const deprecatedCalls = {
  name: "0012-deprecated-calls",
  statements: [
    // Without references: the counts outlive what they name. An empty text stands for what is not known.
    `create table deprecated_callers (
      org_id text not null,
      operation_id text not null,
      client text not null,
      credential_id text not null,
      tool text not null,
      tool_version text not null,
      resource text not null,
      step text not null,
      credential_kind text not null,
      credential_name text not null,
      user_agent text not null,
      first_at bigint not null,
      last_at bigint not null,
      example text not null,
      primary key (org_id, operation_id, client, credential_id)
    )`,
    `create index deprecated_callers_by_time on deprecated_callers (last_at)`,
    `create table deprecated_days (
      org_id text not null,
      operation_id text not null,
      client text not null,
      credential_id text not null,
      day bigint not null,
      calls bigint not null,
      gone bigint not null,
      primary key (org_id, operation_id, client, credential_id, day)
    )`,
    `create index deprecated_days_by_day on deprecated_days (day)`,
  ],
};
