// The pages on people, teams and projects in English.

/** Refusals by code, where the sentence of the API names ids or is meant for programs. */
export const refusals = {
  USER_UNAUTHORIZED: "Your role does not allow this. Ask an owner.",
  ROLE_ABOVE_OWN: "This role is above yours. Ask somebody who has it to give or take it.",
  USER_CANNOT_ACCESS_ORG: "You do not belong to this organization.",
  USER_CANNOT_ACCESS_GROUP: "You do not belong to this project.",
  NOT_ORG_GROUP_CREATOR: "Your role does not let you create projects here.",
  INVALID_USERNAME: "This is not an e-mail address.",
  USER_ALREADY_IN_ORG: "Already belongs to the organization.",
  USER_ALREADY_IN_GROUP: "Already belongs to the project, or is invited to it.",
  USER_ALREADY_IN_TEAM: "Already belongs to the team.",
  DUPLICATE_INVITATION: "Is already invited to the project.",
  DUPLICATE_ORG_INVITATION: "Is already invited to the organization.",
  MAX_USERS_PER_ORG_EXCEEDED: "The organization has reached its limit of people.",
  MAX_USERS_PER_GROUP_EXCEEDED: "The project has reached its limit of people.",
  MAX_USERS_PER_TEAM_EXCEEDED: "The team has reached its limit of people.",
  MAX_TEAMS_PER_ORG_EXCEEDED: "The organization has reached its limit of teams.",
  MAX_TEAMS_PER_USER_EXCEEDED: "This person cannot join more teams.",
  MAX_TEAMS_PER_GROUP_EXCEEDED: "The project has reached its limit of teams.",
  CANNOT_DELETE_LAST_ADMIN: "The last owner of the organization cannot be removed.",
  CANNOT_DEMOTE_LAST_ORG_OWNER: "The last owner of the organization must remain an owner.",
  CANNOT_DELETE_TEAM_ASSIGNED_TO_PROJECT: "Remove the team from its projects first.",
  CANNOT_ADD_PENDING_USER:
    "A new team can only have people who have accepted the invitation to the organization.",
  USERNAME_NOT_FOUND: "Nobody in the organization has one of these addresses.",
  TEAM_EXISTS_IN_GROUP: "The team is already in the project.",
  TEAM_NAME_NOT_AVAILABLE: "Another team has this name.",
  GROUP_ALREADY_EXISTS: "Another project in the organization has this name.",
  INVALID_INVITATION_ID: "This invitation is no longer pending.",
  INVITATION_ENDED: "This invitation is no longer pending.",
  VERSION_GONE: "This kind of invitation is no longer available.",
};

export const people = {
  ofOrg: "People of the organization",
  ofGroup: "People of the project",
  who: "Person",
  status: "Status",
  roles: "Roles",
  above: "It is above your own roles, so it stays as it is.",
  teams: "Teams",
  actions: "Actions",
  none: "There is nobody here yet.",
  statuses: {
    ACTIVE: "Active",
    PENDING: "Invited",
    INVITATION_EXPIRED: "Invitation expired",
    INVITATION_REJECTED: "Invitation declined",
  },
  invitedBy: (inviter: string) => `Invited by ${inviter}`,
  until: "until",
  withEnded: "Show invitations that expired or were declined",
  withoutEnded: "Hide invitations that expired or were declined",
  notListed: "Invitations to the project itself are shown to project owners only.",
  edit: "Change roles",
  editOf: (who: string) => `Change roles of ${who}`,
  remove: "Remove",
  removeOf: (who: string) => `Remove ${who}`,
  confirmRemoveFromOrg: (who: string) =>
    `Remove ${who} from the organization, with all its projects and teams?`,
  confirmRemoveFromGroup: (who: string) => `Remove ${who} from the project?`,
  revoke: "Revoke",
  revokeOf: (who: string) => `Revoke the invitation of ${who}`,
  confirmRevoke: (who: string) => `Revoke the invitation of ${who}?`,
  resend: "Send again",
  resendOf: (who: string) => `Send again to ${who}`,
  done: {
    invited: "Done. People who have to accept an invitation receive it by mail.",
    changed: "The roles have been changed.",
    removed: "Removed.",
    revoked: "The invitation has been revoked.",
    allRevoked: "The invitations have been revoked.",
    resent: "The invitation has been sent again.",
  },
  invite: {
    title: "Invite people",
    addresses: "E-mail addresses",
    hint: "One per line, or separated by commas.",
    submit: "Invite",
    way: "How",
    add: "Add to the project: people in the organization at once, others by invitation",
    alone: "Invite to this project alone, as older clients do",
  },
  report: {
    title: "Results by address",
    address: "Address",
    outcome: "Result",
    added: "Added at once",
    invited: "Invited",
  },
  inviter: {
    title: (who: string) => `Pending invitations by ${who}`,
    lead: "They can still be accepted, whatever became of the one who made them.",
    to: "To",
    until: "Until",
    none: "No invitation is pending",
    revokeAll: (count: number) => `Revoke all ${count}`,
    confirm: (who: string) => `Revoke all pending invitations that ${who} made?`,
    keep: "Keep them",
  },
  ended: {
    title: "Ended invitations",
    lead: "The last 100, with the result of each.",
    none: "No invitation has ended yet.",
    when: "When",
    statuses: { ACCEPTED: "Accepted", DECLINED: "Declined", REVOKED: "Revoked", EXPIRED: "Expired" },
  },
  one: {
    orgRoles: "Roles in the organization",
    rolesIn: (group: string) => `Roles in ${group}`,
    groups: "Projects",
    group: "Project",
    noGroups: "No project roles are given directly.",
    choose: "Project to give roles in",
    show: "Choose roles",
    takeAll: "Choose none to remove the person from the project.",
    atLeastOne: "Choose at least one role. To take all of them away, remove the person.",
  },
};

export const teams = {
  ofOrg: "Teams of the organization",
  ofGroup: "Teams of the project",
  team: "Team",
  none: "There are no teams yet.",
  noneInGroup: "No team has roles in this project yet.",
  create: "Create a team",
  name: "Name",
  usernames: "People",
  usernamesHint:
    "E-mail addresses of people in the organization: one per line, or separated by commas. A team may have none.",
  members: "People in the team",
  noMembers: "There is nobody in this team.",
  addMember: "Add a person",
  add: "Add",
  everyone: "Everybody in the organization is in this team.",
  removeMember: (who: string) => `Remove ${who} from the team`,
  rename: "Rename the team",
  newName: "New name",
  delete: "Delete the team",
  deleteLead:
    "Its people stay in the organization. A team that has roles in a project must be removed from the project first.",
  confirmDelete: (name: string) => `Delete the team ${name}?`,
  addToGroup: "Add a team to the project",
  noTeams: "The organization has no teams yet.",
  edit: "Change roles",
  editOf: (name: string) => `Change roles of ${name}`,
  removeFromGroup: (name: string) => `Remove ${name} from the project`,
  done: {
    created: "The team has been created.",
    added: "Added.",
    removed: "Removed.",
    renamed: "The team has been renamed.",
    changed: "The roles have been changed.",
    deleted: "The team has been deleted.",
  },
};

export const projects = {
  title: "Projects of the organization",
  name: "Name",
  created: "Created",
  none: "There are no projects that you can see.",
  create: "Create a project",
  newName: "Name of the project",
  settings: "Rename or delete",
  settingsOf: (name: string) => `Rename or delete ${name}`,
  rename: "Rename the project",
  renameSubmit: "Rename",
  delete: "Delete the project",
  deleteLead:
    "Everything in the project is deleted with it, including invitations, roles, and the access of its keys. This cannot be undone.",
  typeName: (name: string) => `To delete the project, type its name: ${name}`,
  otherName: "This is not the name of the project.",
  done: {
    created: "The project has been created.",
    renamed: "The project has been renamed.",
    deleted: "The project has been deleted.",
  },
};

export const lists = {
  /** Some by name, and how many others. */
  several: (names: readonly string[], count: number) => {
    const named = names.slice(0, 3);
    const others = count - named.length;
    if (others <= 0 && named.length > 1) return `${named.slice(0, -1).join(", ")} and ${named.at(-1)}`;
    return others <= 0
      ? named.join("")
      : `${named.join(", ")} and ${others} ${others === 1 ? "other" : "others"}`;
  },
  previous: "Previous",
  next: "Next",
  position: (page: number, last: number) => `Page ${page} of ${last}`,
};
