// What the six operations on invitations to a project have in common: their paths, and the life of their versions.
import { limitSets, schemas } from "../declare.ts";

export const shared = { tag: "Projects", limit: limitSets.groupInvites } as const;

export const path = "/api/atlas/v2/groups/{groupId}/invites";
export const pathById = `${path}/{invitationId}` as const;

const lifetime = { deprecated: "2023-10-04", sunset: "2027-07-01" } as const;
export const versions = { "2023-01-01": { ...lifetime, reply: schemas.GroupInvitation } } as const;
export const versionsWithoutReply = { "2023-01-01": lifetime } as const;
