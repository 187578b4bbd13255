import { door, operation, schemas, Type } from "../declare.ts";
import { path, shared, showInvites, versions } from "./common.ts";

const username = Type.String({ format: "email", description: "Only the invitation of this e-mail address." });

export const listGroupInvites = operation(`GET ${path}`, {
  ...shared,
  summary: "List the pending invitations to a project",
  description: "Answers a plain array, oldest first, without paging. Needs Project Owner.",
  door: door.group("GROUP_OWNER"),
  query: { username },
  successor: "listGroupUsers",
  versions: { "2023-01-01": { ...versions["2023-01-01"], reply: Type.Array(schemas.GroupInvitation) } },
}).handle(async ({ tx, group, query, now }) => {
  // An empty filter is what clients send that always name the parameter.
  if (query.username === undefined || query.username === "") return tx.invites.pendingInGroup(group, now);
  const invite = await tx.invites.pendingByAddress(group, query.username, now);
  return invite === undefined ? [] : [invite];
}, showInvites);
