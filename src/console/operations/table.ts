// The operations of pages, by name.

export * from "./command-lines.ts";
export * from "./database-access.ts";
export * from "./events.ts";
export * from "./identities.ts";
export * from "./invitations.ts";
export * from "./keys.ts";
export * from "./leavers.ts";
export * from "./overview.ts";
export * from "./passwords.ts";
export * from "./people.ts";
export * from "./roles.ts";
export * from "./search.ts";
export * from "./second-factor.ts";
export * from "./sessions.ts";
export * from "./sign-in.ts";
