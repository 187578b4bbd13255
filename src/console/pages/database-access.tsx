// The database users and custom roles of a project, each kind behind its own tab.

import { takeEach } from "../bulk-action.tsx";
import { doneAt } from "../flash.ts";
import { addressWith, Chips, listedAt, type Tabs } from "../kit/list.tsx";
import { collection, editAction } from "../kit/listing.tsx";
import { type Column, countColumn, timeColumn } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { page, type View, type Visit } from "../page.ts";
import { groupScope, type Here, read } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { EditRole, EditUser, RoleFields, roleIn, UserFields, userIn } from "./database-forms.tsx";
import { listRoles, listUsers, nameIn, pathOf, type RoleRow, type UserRow } from "./database-rows.ts";

type GroupVisit = Visit<"groupId">;

const writes = { users: "createGroupDatabaseUser", roles: "createGroupCustomDbRoleRole" } as const;

export const databaseAccess = page({
  path: "/projects/:groupId/database-access",
  performs: [
    "createGroupDatabaseUser",
    "updateGroupDatabaseUser",
    "deleteGroupDatabaseUser",
    "createGroupCustomDbRoleRole",
    "updateGroupCustomDbRoleRole",
    "deleteGroupCustomDbRoleRole",
  ],
  async show(visit) {
    const here = await read(visit, groupScope(visit.params.groupId));
    const users = await listUsers(visit);
    const roles = await listRoles(visit, users);
    const rows = { users, roles };
    return visit.query.get("kind") === "roles" ? rolesView(visit, here, rows) : usersView(visit, here, rows);
  },
  forms: {
    async addUser(visit, form) {
      const username = form.text("username");
      await visit.api("createGroupDatabaseUser", {
        ...visit.params,
        body: { username, ...userIn(visit, form) },
      });
      return doneAt(listedAt(visit), "added", username);
    },
    async editUser(visit, form) {
      const at = pathOf(form.text("id"));
      await visit.api("updateGroupDatabaseUser", { ...visit.params, ...at, body: userIn(visit, form) });
      return doneAt(addressWith(visit, { edit: "" }), "saved", at.username);
    },
    deleteUser: (visit, form) =>
      takeEach(visit, form, {
        scope: groupScope(visit.params.groupId),
        rows: form.all("id").map((id) => ({ id, name: nameIn(id) })),
        take: (id) => visit.api("deleteGroupDatabaseUser", { ...visit.params, ...pathOf(id) }),
        done: "deleted",
      }),
    async addRole(visit, form) {
      const roleName = form.text("roleName");
      await visit.api("createGroupCustomDbRoleRole", {
        ...visit.params,
        body: { roleName, ...roleIn(form) },
      });
      return doneAt(listedAt(visit), "added", roleName);
    },
    async editRole(visit, form) {
      const roleName = form.text("id");
      await visit.api("updateGroupCustomDbRoleRole", { ...visit.params, roleName, body: roleIn(form) });
      return doneAt(addressWith(visit, { edit: "" }), "saved", roleName);
    },
    deleteRole: (visit, form) =>
      takeEach(visit, form, {
        scope: groupScope(visit.params.groupId),
        take: (roleName) => visit.api("deleteGroupCustomDbRoleRole", { ...visit.params, roleName }),
        done: "deleted",
      }),
  },
});

interface Rows {
  readonly users: readonly UserRow[];
  readonly roles: readonly RoleRow[];
}

/** Builds the parts that both lists share. */
function shared({ words }: GroupVisit, here: Here, { users, roles }: Rows) {
  const said = words.databaseAccess;
  const tabs: Parameters<typeof Tabs>[0] = {
    name: "kind",
    label: words.whoCan.kind,
    tabs: [
      { value: "", label: said.users, count: users.length },
      { value: "roles", label: said.roles, count: roles.length },
    ],
  };
  return {
    heading: said.title,
    title: `${said.title} · ${here.name}`,
    lead: said.lead,
    done: said.done,
    tabs,
  };
}

function userColumns({ databaseAccess: said, editing }: Words): readonly Column<UserRow>[] {
  return [
    {
      head: said.user,
      by: "name",
      value: ({ name }) => name,
      cell: ({ name, description }) => <span title={description}>{name}</span>,
    },
    {
      head: said.method,
      by: "proof",
      value: ({ proof }) => said.proofs[proof],
      class: "c-time wide-only",
      cell: ({ proof }) => said.proofs[proof],
    },
    { head: said.held, class: "c-some", cell: ({ roles }) => <Chips labels={roles} /> },
    {
      head: said.scopes,
      class: "c-num wide-only",
      cell: ({ scopes }) => (scopes.length === 0 ? said.everywhere : <Chips labels={scopes} most={2} />),
    },
    timeColumn(editing.ends, "ends", ({ endsAt }) => endsAt),
  ];
}

function usersView(visit: GroupVisit, here: Here, rows: Rows): View {
  const { databaseAccess: said, layout } = visit.words;
  const mayWrite = here.may(writes.users);
  const named = { idOf: ({ id }: UserRow) => id, nameOf: ({ name }: UserRow) => name };
  const ownRoles = rows.roles.map(({ name }) => name);
  const edited = rows.users.find(({ id }) => id === visit.query.get("edit"));
  const held = [...new Set(rows.users.flatMap(({ roles }) => roles))].sort();
  return collection<UserRow>(here, {
    ...shared(visit, here, rows),
    caption: said.users,
    create: mayWrite && (
      <SheetForm name="addUser" id="user" title={said.addUser} isPrimary>
        <UserFields ownRoles={ownRoles} />
      </SheetForm>
    ),
    above: mayWrite && edited && <EditUser user={edited} ownRoles={ownRoles} />,
    all: rows.users,
    ...named,
    texts: ({ name, description, roles, proof }) => [name, description, said.proofs[proof], ...roles],
    columns: userColumns(visit.words),
    filters: [
      {
        name: "role",
        all: said.allRoles,
        options: held.map((role) => ({ value: role, label: role })),
        has: ({ roles }, role) => roles.includes(role),
      },
    ],
    actions: [
      mayWrite && editAction(visit, named),
      mayWrite && {
        label: layout.delete,
        form: "deleteUser",
        confirm: ({ name }) => said.deleteUser(name),
        says: ({ name }) => said.deleteOf(name),
        several: said.deleteUsers,
      },
    ],
    empty: said.noUsers,
    total: said.userTotal,
  });
}

function rolesView(visit: GroupVisit, here: Here, rows: Rows): View {
  const { databaseAccess: said, layout } = visit.words;
  const mayWrite = here.may(writes.roles);
  const named = { idOf: ({ name }: RoleRow) => name, nameOf: ({ name }: RoleRow) => name };
  const edited = rows.roles.find(({ name }) => name === visit.query.get("edit"));
  return collection<RoleRow>(here, {
    ...shared(visit, here, rows),
    caption: said.roles,
    create: mayWrite && (
      <SheetForm name="addRole" id="role" title={said.addRole} isPrimary>
        <RoleFields />
      </SheetForm>
    ),
    above: mayWrite && edited && <EditRole role={edited} />,
    all: rows.roles,
    ...named,
    texts: ({ name, actions, inherits }) => [name, ...actions, ...inherits],
    columns: [
      { head: said.roleName, by: "name", value: ({ name }) => name, cell: ({ name }) => name },
      { head: said.actions, class: "c-some", cell: ({ actions }) => <Chips labels={actions} most={2} /> },
      {
        head: said.inherits,
        class: "c-time wide-only",
        cell: ({ inherits }) => <Chips labels={inherits} most={2} />,
      },
      countColumn(said.users, "users", ({ users }) => users),
    ],
    actions: [
      mayWrite && editAction(visit, named),
      mayWrite && {
        label: layout.delete,
        form: "deleteRole",
        confirm: ({ name }) => said.deleteRole(name),
        says: ({ name }) => said.deleteOf(name),
        several: said.deleteRoles,
      },
    ],
    empty: said.noRoles,
    total: said.roleTotal,
  });
}
