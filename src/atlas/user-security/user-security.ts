// Changes the LDAP and X.509 settings of a project, for requests and seeds alike.

import type { Changing } from "../../core/changes/changing.ts";
import type { GroupRef } from "../../core/domain/group.ts";
import { userSecurities } from "./kept.ts";
import { chooseUserSecurity, type SentUserSecurity, type userSecurityErrors } from "./rules/user-security.ts";

interface Sent extends Omit<SentUserSecurity, "ldap"> {
  readonly ldap?: SentUserSecurity["ldap"] & { readonly bindPassword?: string };
}

/** Changes the settings. `seal` stores the directory's password, which no answer shows. */
export async function changeUserSecurity(
  changing: Changing<(typeof userSecurityErrors)[number]> & { readonly seal: (secret: string) => string },
  group: GroupRef,
  { customerX509, ldap: { bindPassword, ...ldap } = {} }: Sent,
) {
  const { fault, seal } = changing;
  const before = await userSecurities.find(changing, group);
  const hasPassword = Boolean(bindPassword ?? before.sealedSecret);
  const after = chooseUserSecurity(
    before.document,
    { ...(customerX509 && { customerX509 }), ldap },
    hasPassword,
    fault,
  );
  return userSecurities.replace(
    changing,
    before,
    after,
    bindPassword === undefined ? undefined : seal(bindPassword),
  );
}
