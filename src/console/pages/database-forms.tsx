// The forms of database users and of a project's own roles: their fields, and the bodies they send.

import { rolesOnAdmin } from "../../atlas/custom-roles/rules/database-role.ts";
import {
  readActions,
  readInherited,
  readRole,
  readScope,
} from "../../atlas/database-users/rules/database-notation.ts";
import { type Proof, proofKeys, proofs } from "../../core/domain/user-proof.ts";
import { Area, Checks, Choice, Field } from "../kit/fields.tsx";
import { EditCard } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form as Sent, Visit } from "../page.ts";
import { linesIn } from "./access-list.tsx";
import type { RoleRow, UserRow } from "./database-rows.ts";
import { EndChoice, endOf } from "./ending.tsx";

const lines = (form: Sent, name: string) => linesIn(form.text(name), /\n/);

interface UserFieldsProps {
  /** The project's own roles. */
  readonly ownRoles: readonly string[];
  /** The user to edit, whose name and authentication stay as they are. */
  readonly user?: UserRow;
}

export function UserFields({ ownRoles, user }: UserFieldsProps) {
  const said = useVisit().words.databaseAccess;
  const onAll = [...rolesOnAdmin, ...ownRoles].map((role) => ({ value: `${role}@admin`, label: role }));
  const isOnAll = (role: string) => onAll.some(({ value }) => value === role);
  const held = user?.roles ?? [];
  return (
    <>
      {user === undefined && (
        <>
          <Choice
            name="method"
            label={said.proof}
            options={proofKeys.map((each) => ({ value: each, label: said.proofs[each] }))}
          />
          <Field name="username" label={said.username} hint={said.usernameHint} maxLength={1024} required />
        </>
      )}
      {(user === undefined || user.proof === "password") && (
        <Field
          name="password"
          type="password"
          label={said.password}
          hint={user === undefined ? said.passwordHint : said.newPasswordHint}
          autocomplete="new-password"
        />
      )}
      <Checks legend={said.onAll} name="onAll" chosen={held.filter(isOnAll)} options={onAll} />
      <Area
        name="roles"
        label={said.onSome}
        hint={said.onSomeHint}
        value={held.filter((role) => !isOnAll(role)).join("\n")}
      />
      <Area
        name="scopes"
        label={said.scopesLabel}
        hint={said.scopesHint}
        value={user?.scopes.join("\n") ?? ""}
        rows={2}
      />
      <Field name="description" value={user?.description} label={said.description} maxLength={100} />
      {(user === undefined || user.endsAt) && <EndChoice kept={user?.endsAt} />}
    </>
  );
}

export function userIn(visit: Visit, form: Sent) {
  const password = form.raw("password");
  return {
    ...proofs[form.text("method") as Proof],
    ...(password !== "" && { password }),
    roles: [...form.all("onAll"), ...lines(form, "roles")].map(readRole),
    scopes: lines(form, "scopes").map(readScope),
    description: form.text("description"),
    ...endOf(visit, form),
  };
}

export function RoleFields({ role }: { readonly role?: RoleRow }) {
  const said = useVisit().words.databaseAccess;
  return (
    <>
      {role === undefined && (
        <Field name="roleName" label={said.roleName} hint={said.roleNameHint} maxLength={255} required />
      )}
      <Area
        name="actions"
        label={said.actions}
        hint={said.actionsHint}
        value={role?.actions.join("\n") ?? ""}
        rows={6}
      />
      <Area
        name="inherits"
        label={said.inherits}
        hint={said.inheritsHint}
        value={role?.inherits.join("\n") ?? ""}
        rows={2}
      />
    </>
  );
}

export const roleIn = (form: Sent) => ({
  actions: readActions(lines(form, "actions")),
  inheritedRoles: lines(form, "inherits").map(readInherited),
});

export const EditUser = ({ user, ownRoles }: Required<UserFieldsProps>) => (
  <EditCard name="editUser" id={user.id} heading={useVisit().words.editing.editOf(user.name)}>
    <UserFields user={user} ownRoles={ownRoles} />
  </EditCard>
);

export const EditRole = ({ role }: { readonly role: RoleRow }) => (
  <EditCard name="editRole" id={role.name} heading={useVisit().words.editing.editOf(role.name)}>
    <RoleFields role={role} />
  </EditCard>
);
