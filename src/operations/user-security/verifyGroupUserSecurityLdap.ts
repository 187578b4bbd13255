import { clusters, ldapVerifications } from "../../changes/resources.ts";
import { isTenant, stateOf } from "../../domain/cluster.ts";
import { day } from "../../domain/instant.ts";
import { checkHost } from "../../domain/user-security.ts";
import { atlas } from "../atlas.ts";
import { showVerification } from "./common.ts";

export const verifyGroupUserSecurityLdap = atlas("verifyGroupUserSecurityLdap", {
  holds: "group",
  errors: [
    "LDAP_HOSTNAME_NOT_ALLOWED",
    "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS",
    "LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES",
  ],
}).handle(async (context) => {
  const { group, body, now, newId, fault } = context;
  const { authzQueryTemplate = "", bindUsername, hostname, port } = body;
  checkHost(hostname, fault);
  const states = (await clusters.all(context, group))
    .filter(({ document: each }) => each.kind === "CLUSTER" && !isTenant(each) && !each.settings.paused)
    .map((each) => stateOf(each, now))
    .filter((state) => state !== "DELETING");
  const groupId = group.id;
  if (states.length === 0) throw fault("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_CLUSTERS", { groupId });
  if (states.every((state) => state === "CREATING")) {
    throw fault("LDAP_VERIFY_CONNECTIVITY_NO_AVAILABLE_INSTANCES", { groupId });
  }
  const document = { authzQueryTemplate, bindUsername, hostname, port };
  const endsAt = now + day;
  return { resource: await ldapVerifications.add(context, group, newId(), { document, endsAt }), now };
}, showVerification);
