// The database users that projects keep.
import { databaseUser } from "../../domain/access-history.ts";
import { roleText } from "../../domain/database-place.ts";
import type { DatabaseUser } from "../../domain/database-user.ts";
import { usernameIn } from "../../domain/database-user.ts";
import { subjectOf } from "../../domain/distinguished-name.ts";
import { resourcesOf } from "../resources.ts";

export const databaseUsers = resourcesOf<DatabaseUser>({
  kind: "databaseUser",
  events: {
    added: "MONGODB_USER_ADDED",
    replaced: "MONGODB_USER_UPDATED",
    removed: "MONGODB_USER_DELETED",
  },
  details: (name, user) => {
    const username = usernameIn(name);
    return { dbUserUsername: user?.x509Type === "MANAGED" ? subjectOf(username) : username };
  },
  access: { who: databaseUser, roles: ({ roles }) => roles.map(roleText) },
});
