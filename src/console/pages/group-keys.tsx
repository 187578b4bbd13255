// API keys and service accounts that hold roles in a project.

import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Button, Form, Heading, LinkButton } from "../kit/kit.tsx";
import { pageOf } from "../kit/pager.tsx";
import { Done } from "../kit/people.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { Assign, otherAccounts, otherKeys } from "./assignment.tsx";
import { accountIn, CreateAccount, CreateKey } from "./credential-making.tsx";
import { type CredentialPage, type CredentialRow, CredentialTable } from "./credential-table.tsx";
import { idIn, perPage, Roles, TakeAway } from "./credentials.tsx";
import { afterRemoval } from "./inviter.tsx";
import { accountMade, keyMade } from "./made.tsx";

type Here = Visit<"groupId">;

export const groupKeys = page({
  path: "/projects/:groupId/keys",
  for: "person",
  performs: [
    "createGroupApiKey",
    "createGroupServiceAccount",
    "addGroupApiKey",
    "inviteGroupServiceAccount",
    "updateGroupApiKeyRoles",
    "updateGroupServiceAccount",
    "removeGroupApiKey",
    "deleteGroupServiceAccount",
  ],
  async show(visit) {
    const { words, params } = visit;
    const places = await placesOf(visit, params);
    const orgId = places.org?.id;
    const { title, groupLead } = words.credentials;
    const keys = await listKeys(visit);
    const accounts = await listAccounts(visit);
    const offered = await offeredIn(visit, params);
    return {
      title,
      places,
      body: (
        <>
          <Heading title={title} lead={groupLead} />
          <Done visit={visit} sentences={visit.words.credentials.done} />
          <Edit visit={visit} keys={keys.rows} accounts={accounts.rows} offered={offered} />
          <Held visit={visit} of="keys" orgId={orgId} offered={offered} {...keys} />
          <Assign visit={visit} of="key" others={await otherKeys(visit, orgId)} offered={offered} />
          <CreateKey visit={visit} of="group" offered={offered} />
          <Held visit={visit} of="accounts" orgId={orgId} offered={offered} {...accounts} />
          <Assign visit={visit} of="account" others={await otherAccounts(visit, orgId)} offered={offered} />
          <CreateAccount visit={visit} of="group" offered={offered} />
        </>
      ),
    };
  },
  forms: {
    async createKey(visit, form) {
      const { groupId } = visit.params;
      const body = { desc: form.text("desc"), roles: form.all("keyRoles") };
      return keyMade(visit, { groupId }, await visit.api("createGroupApiKey", { groupId, body }));
    },
    async createAccount(visit, form) {
      const { groupId } = visit.params;
      const made = await visit.api("createGroupServiceAccount", { groupId, body: accountIn(form) });
      return accountMade(visit, { groupId }, made);
    },
    async assignKey(visit, form) {
      const at = { ...visit.params, apiUserId: idIn(form, "keyId") };
      await visit.api("addGroupApiKey", { ...at, body: [{ roles: form.all("assignedKeyRoles") }] });
      return { to: `${addressOf(visit)}?done=added` };
    },
    async assignAccount(visit, form) {
      const at = { ...visit.params, clientId: idIn(form, "clientId") };
      await visit.api("inviteGroupServiceAccount", {
        ...at,
        body: { roles: form.all("assignedAccountRoles") },
      });
      return { to: `${addressOf(visit)}?done=added` };
    },
    async editKey(visit, form) {
      const at = { ...visit.params, apiUserId: idIn(form, "id") };
      await visit.api("updateGroupApiKeyRoles", { ...at, body: { roles: form.all("editedRoles") } });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async editAccount(visit, form) {
      const at = { ...visit.params, clientId: idIn(form, "id") };
      await visit.api("updateGroupServiceAccount", { ...at, body: { roles: form.all("editedRoles") } });
      return { to: `${addressOf(visit)}?done=saved` };
    },
    async removeKey(visit, form) {
      const { api, params } = visit;
      const apiUserId = idIn(form, "id");
      const { results = [] } = await api("listGroupApiKeys", { ...params, itemsPerPage: 500 });
      await api("removeGroupApiKey", { ...params, apiUserId });
      const { publicKey = "" } = results.find(({ id }) => id === apiUserId) ?? {};
      return afterRemoval(visit, params, publicKey, `${addressOf(visit)}?done=removed`);
    },
    async removeAccount(visit, form) {
      const { api, params } = visit;
      const clientId = idIn(form, "id");
      await api("deleteGroupServiceAccount", { ...params, clientId });
      return afterRemoval(visit, params, clientId, `${addressOf(visit)}?done=removed`);
    },
  },
});

const addressOf = ({ params: { groupId } }: Here) => `/projects/${groupId}/keys`;

async function listKeys({ api, params, query }: Here): Promise<CredentialPage> {
  const at = { ...params, itemsPerPage: perPage, pageNum: pageOf(query, "keys") };
  const { results = [], totalCount = 0 } = await api("listGroupApiKeys", at);
  const rows = results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: roles.flatMap(({ groupId, roleName }) => (groupId === params.groupId ? (roleName ?? []) : [])),
  }));
  return { rows, total: totalCount };
}

async function listAccounts({ api, params, query }: Here): Promise<CredentialPage> {
  const at = { ...params, itemsPerPage: perPage, pageNum: pageOf(query, "accounts") };
  const { results = [], totalCount = 0 } = await api("listGroupServiceAccounts", at);
  const rows = results.map(({ clientId = "", name = "", roles = [] }) => ({
    id: clientId,
    name,
    code: clientId,
    roles,
  }));
  return { rows, total: totalCount };
}

interface HeldProps extends CredentialPage {
  readonly visit: Here;
  readonly of: "keys" | "accounts";
  readonly orgId: string | undefined;
  readonly offered: Offered;
}

/** Keys or accounts, with a link to change the roles of each and the form `removeKey` or `removeAccount`. */
function Held({ visit, of, offered, ...table }: HeldProps) {
  const words = visit.words.credentials;
  const [form, edit, remove] =
    of === "keys"
      ? (["removeKey", words.editKeyLabel, words.takeKeyOut] as const)
      : (["removeAccount", words.editAccountLabel, words.takeAccountOut] as const);
  return (
    <CredentialTable
      visit={visit}
      of={of}
      heads={{ name: words.name, roles: words.rolesInGroup }}
      actions={({ id, name, roles }) => (
        <div class="row">
          <a class="button plain" href={editAddress(visit, id)} aria-label={edit(name)}>
            {words.editRoles}
          </a>
          {!isAbove(offered, roles) && (
            <TakeAway visit={visit} form={form} id={id} label={remove(name)} confirm={words.takeOutConfirm}>
              {words.takeOut}
            </TakeAway>
          )}
        </div>
      )}
      {...table}
    />
  );
}

/** The same page of the same lists, with one of them open to be changed. */
function editAddress(visit: Here, id: string): string {
  const query = new URLSearchParams({ edit: id });
  for (const name of ["keys", "accounts"]) {
    const page = pageOf(visit.query, name);
    if (page > 1) query.set(name, String(page));
  }
  return `${addressOf(visit)}?${query}`;
}

interface EditProps {
  readonly visit: Here;
  readonly keys: readonly CredentialRow[];
  readonly accounts: readonly CredentialRow[];
  readonly offered: Offered;
}

/** The form `editKey` or `editAccount`, for the one the address names. */
function Edit({ visit, keys, accounts, offered }: EditProps) {
  const { words, query } = visit;
  const id = query.get("edit");
  const isNamed = (row: CredentialRow) => row.id === id;
  const key = keys.find(isNamed);
  const row = key ?? accounts.find(isNamed);
  if (row === undefined) return null;
  const form = key === undefined ? "editAccount" : "editKey";
  return (
    <section class="card" aria-labelledby="edit">
      <h2 id="edit">{words.credentials.editing(row.name)}</h2>
      <Form visit={visit} name={form}>
        <input type="hidden" name="id" value={row.id} />
        <Roles visit={visit} form={form} name="editedRoles" of="group" offered={offered} held={row.roles} />
        <div class="row">
          <Button kind="primary">{words.credentials.save}</Button>
          <LinkButton href={addressOf(visit)}>{words.layout.cancel}</LinkButton>
        </div>
      </Form>
    </section>
  );
}
