// What the operations on certificates of database users share.
import { limitSets, Type } from "../declare.ts";

export const path = "/api/atlas/v2/groups/{groupId}/databaseUsers/{username}/certs";
export const shared = { tag: "X.509 Authentication", limit: limitSets.x509 } as const;
export const params = { username: Type.String({ description: "Name of the database user." }) };
