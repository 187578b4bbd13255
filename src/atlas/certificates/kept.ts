// The certificates of database users that projects keep, and what signs them.

import { resourcesOf } from "../../core/changes/resources.ts";
import type { UserCertificate } from "./rules/user-certificate.ts";
import { usernameOfCertificate } from "./rules/user-certificate.ts";

/** The certificates by the user's name and the serial number; they outlast the user, until they end. */
export const userCertificates = resourcesOf<UserCertificate>({
  kind: "userCertificate",
  events: { added: "MONGODB_USER_X509_CERT_CREATED" },
  details: (name) => ({ dbUserUsername: usernameOfCertificate(name) }),
});

/** The authority that signs a project's certificates, its key as the secret. A project has one. */
export const certificateAuthorities = resourcesOf<{ readonly certificate: string }>({
  kind: "certificateAuthority",
  events: {},
});
