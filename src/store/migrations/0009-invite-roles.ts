// The roles that an invitation gives where it leads to, in the row of the invitation: it is read and amended as one row.
export const inviteRoles = {
  name: "0009-invite-roles",
  statements: [
    // Names of roles with blanks between them.
    `alter table invites add column roles text not null default ''`,
    `update invites set roles = coalesce(
      (select string_agg(role, ' ' order by role) from invite_roles where invite_id = invites.id), '')`,
    `drop table invite_roles`,
  ],
};
