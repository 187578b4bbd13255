// Indexes of ended invitations by project and by organization, which lists were read by before there was a directory: no statement
// is answered by them any more, and whoever ended an invitation wrote them.
export const endedInvites = {
  name: "0018-ended-invites",
  statements: [`drop index if exists invites_ended_in_group`, `drop index if exists invites_ended_in_org`],
};
