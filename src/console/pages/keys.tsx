// API keys and service accounts of an organization or a project, one kind at a time behind a tab.
import { takeEach } from "../each.tsx";
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { addressWith } from "../kit/list.tsx";
import { type Actions, collection, roleFilter } from "../kit/listing.tsx";
import type { Form, Outcome, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type Here, type Scope, scopedPages } from "../scope.ts";
import {
  Assign,
  accountIn,
  CreateAccount,
  CreateKey,
  EditRoles,
  otherAccounts,
  otherKeys,
} from "./credential-forms.tsx";
import { type CredentialRow, listAccounts, listKeys } from "./credential-rows.ts";
import { addressOf, columnsOf } from "./credential-table.tsx";
import { afterRemovals } from "./inviter.tsx";
import { accountMade, keyMade } from "./made.tsx";

const lists = { keys: listKeys, accounts: listAccounts };

export const [orgKeys, groupKeys] = scopedPages("/keys", {
  performs: {
    org: ["createOrgApiKey", "createOrgServiceAccount", "deleteOrgApiKey", "deleteOrgServiceAccount"],
    group: [
      "createGroupApiKey",
      "createGroupServiceAccount",
      "addGroupApiKey",
      "inviteGroupServiceAccount",
      "updateGroupApiKeyRoles",
      "updateGroupServiceAccount",
      "removeGroupApiKey",
      "deleteGroupServiceAccount",
    ],
  },
  async show(visit, here) {
    const isKeys = visit.query.get("kind") !== "accounts";
    const all = {
      keys: await listKeys(visit, here).catch(unlessRefused("USER_UNAUTHORIZED")),
      accounts: await listAccounts(visit, here).catch(unlessRefused("USER_UNAUTHORIZED")),
    };
    const offered = await offeredIn(visit, here.at);
    const { words } = visit;
    const said = words.credentials;
    return collection<CredentialRow>(here, {
      heading: words.layout.keys,
      title: said.title,
      caption: isKeys ? said.keys : said.accounts,
      create: await creations(visit, here, offered),
      done: said.done,
      above: here.kind === "group" && <EditRoles {...all} offered={offered} />,
      all: isKeys ? all.keys : all.accounts,
      hidden: isKeys ? said.keysHidden : said.accountsHidden,
      idOf: ({ id }) => id,
      nameOf: ({ name, code }) => (name === code ? code : `${name} ${code}`),
      texts: ({ id, name, code, description = "" }) => [name, code, id, description],
      columns: columnsOf(visit, here.places.org?.id, isKeys),
      tabs: {
        name: "kind",
        label: said.kind,
        tabs: [
          { value: "", label: said.keys, count: all.keys?.length ?? 0 },
          { value: "accounts", label: said.accounts, count: all.accounts?.length ?? 0 },
        ],
      },
      filters: [roleFilter(visit, here, ({ roles }) => roles)],
      actions: actionsOf(visit, here, offered, isKeys),
      empty: isKeys ? said.noKeys : said.noAccounts,
      total: isKeys ? said.totalKeys : said.totalAccounts,
    });
  },
  forms: {
    async createKey(visit, form, scope) {
      const body = { desc: form.text("desc"), roles: form.all("keyRoles") };
      const create = scope.pick("createOrgApiKey", "createGroupApiKey");
      return keyMade(visit, scope, await visit.api(create, { ...scope.at, body }));
    },
    async createAccount(visit, form, scope) {
      const create = scope.pick("createOrgServiceAccount", "createGroupServiceAccount");
      return accountMade(visit, scope, await visit.api(create, { ...scope.at, body: accountIn(form) }));
    },
  },
  orgForms: {
    deleteKey: takingOf("keys"),
    deleteAccount: takingOf("accounts"),
  },
  groupForms: {
    async assignKey({ api }, form, { root, at }) {
      const body = [{ roles: form.all("assignedKeyRoles") }];
      await api("addGroupApiKey", { ...at, apiUserId: form.text("keyId"), body });
      return { to: `${root}/keys?done=added` };
    },
    async assignAccount({ api }, form, { root, at }) {
      const body = { roles: form.all("assignedAccountRoles") };
      await api("inviteGroupServiceAccount", { ...at, clientId: form.text("clientId"), body });
      return { to: `${root}/keys?done=added` };
    },
    async editKey({ api }, form, { root, at }) {
      const body = { roles: form.all("editedRoles") };
      await api("updateGroupApiKeyRoles", { ...at, apiUserId: form.text("id"), body });
      return { to: `${root}/keys?done=saved` };
    },
    async editAccount({ api }, form, { root, at }) {
      const body = { roles: form.all("editedRoles") };
      await api("updateGroupServiceAccount", { ...at, clientId: form.text("id"), body });
      return { to: `${root}/keys?done=saved` };
    },
    removeKey: takingOf("keys"),
    removeAccount: takingOf("accounts"),
  },
});

/** Leads to the pending invitations that they made, if there are any. */
function takingOf(kind: keyof typeof lists) {
  return async (visit: Visit, form: Form, scope: Scope): Promise<Outcome> => {
    const { api } = visit;
    const rows = await lists[kind](visit, scope);
    const takeKey = scope.pick("deleteOrgApiKey", "removeGroupApiKey");
    const takeAccount = scope.pick("deleteOrgServiceAccount", "deleteGroupServiceAccount");
    const take = (id: string): Promise<unknown> =>
      kind === "keys"
        ? api(takeKey, { ...scope.at, apiUserId: id })
        : api(takeAccount, { ...scope.at, clientId: id });
    const outcome = await takeEach(visit, form, {
      scope,
      rows,
      take,
      done: scope.pick("deleted", "removed"),
    });
    const codes = form.all("id").map((id) => rows.find((row) => row.id === id)?.code ?? id);
    return afterRemovals(visit, scope, codes, outcome);
  };
}

/** The buttons for a new key or account. A project takes those of its organization, too. */
async function creations(visit: Visit, here: Here, offered: Offered) {
  const sent = visit.problem?.name ?? "";
  // A form that was refused is shown, whatever the address asks for.
  const isKeys = sent.endsWith("Account")
    ? false
    : sent.endsWith("Key") || visit.query.get("kind") !== "accounts";
  const { may, kind } = here;
  const giving = { of: kind, offered };
  const mayCreate = isKeys
    ? may(here.pick("createOrgApiKey", "createGroupApiKey"))
    : may(here.pick("createOrgServiceAccount", "createGroupServiceAccount"));
  const mayAssign = kind === "group" && may(isKeys ? "addGroupApiKey" : "inviteGroupServiceAccount");
  return (
    <>
      {mayCreate && (isKeys ? <CreateKey {...giving} /> : <CreateAccount {...giving} />)}
      {mayAssign && (
        <Assign
          isKeys={isKeys}
          others={await (isKeys ? otherKeys(visit, here) : otherAccounts(visit, here))}
          offered={offered}
        />
      )}
    </>
  );
}

function actionsOf(visit: Visit, here: Here, offered: Offered, isKeys: boolean): Actions<CredentialRow> {
  const { words } = visit;
  const said = words.credentials;
  const isOurs = ({ roles }: CredentialRow) => !isAbove(offered, roles);
  if (here.kind === "org") {
    return [
      { label: words.people.list.open, href: ({ id }) => addressOf(here.id, isKeys, id) },
      here.may(isKeys ? "deleteOrgApiKey" : "deleteOrgServiceAccount") && {
        label: said.remove,
        form: isKeys ? "deleteKey" : "deleteAccount",
        confirm: () => (isKeys ? said.removeKeyConfirm : said.removeAccountConfirm),
        says: ({ name, code }) =>
          isKeys ? said.removeKey(name === code ? code : `${name} ${code}`) : said.removeAccount(name),
        several: isKeys ? said.deleteKeys : said.deleteAccounts,
        when: isOurs,
      },
    ];
  }
  return [
    here.may(isKeys ? "updateGroupApiKeyRoles" : "updateGroupServiceAccount") && {
      label: words.people.edit,
      href: ({ id }) => addressWith(visit, { edit: id }),
      says: ({ name }) => (isKeys ? said.editKeyLabel(name) : said.editAccountLabel(name)),
    },
    here.may(isKeys ? "removeGroupApiKey" : "deleteGroupServiceAccount") && {
      label: said.takeOut,
      form: isKeys ? "removeKey" : "removeAccount",
      confirm: () => said.takeOutConfirm,
      says: ({ name }) => (isKeys ? said.takeKeyOut(name) : said.takeAccountOut(name)),
      several: said.takeOutSelected,
      when: isOurs,
    },
  ];
}
