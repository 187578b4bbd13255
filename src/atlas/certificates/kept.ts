// The kinds of resources for certificates of database users, and for the authority that signs them.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { UserCertificate } from "./rules/user-certificate.ts";
import { usernameOfCertificate } from "./rules/user-certificate.ts";

/** The certificates by user name and serial number; they remain after the user is deleted, until they expire. */
export const userCertificates = resourcesOf<UserCertificate>({
  kind: "userCertificate",
  events: { added: "MONGODB_USER_X509_CERT_CREATED" },
  details: (name) => ({ dbUserUsername: usernameOfCertificate(name) }),
});

/** The authority that signs a project's certificates, with its key as the secret. A project has one. */
export const certificateAuthorities = resourcesOf<{ readonly certificate: string }>({
  kind: "certificateAuthority",
  events: {},
});
