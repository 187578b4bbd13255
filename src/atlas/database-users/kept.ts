// The kind of resource for database users.

import { resourcesOf } from "../../core/changes/resources.ts";
import { databaseUser } from "../../core/domain/access-history.ts";
import { roleText } from "../../core/domain/database-place.ts";
import { subjectOf } from "../../core/domain/distinguished-name.ts";
import type { DatabaseUser } from "./rules/database-user.ts";
import { usernameIn } from "./rules/database-user.ts";

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
