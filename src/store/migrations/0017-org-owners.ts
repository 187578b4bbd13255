// Who owns an organization, without reading all that are in it.
export const orgOwners = {
  name: "0017-org-owners",
  statements: [
    `create index if not exists org_owners on grants (org_id, principal_id)
      where role = 'ORG_OWNER' and group_id is null`,
  ],
};
