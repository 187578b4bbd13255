// API keys and service accounts that hold roles in a project.
import { groupRoleNames } from "../../contract/roles.ts";
import { takeEach } from "../each.tsx";
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { Button, Form, Heading, LinkButton } from "../kit/kit.tsx";
import { addressWith, listedAt, MenuLink } from "../kit/list.tsx";
import { MenuForm } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import { type Outcome, page, type Form as Sent, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { Assign, otherAccounts, otherKeys } from "./assignment.tsx";
import { accountIn, CreateAccount, CreateKey } from "./credential-making.tsx";
import { CredentialList, type CredentialRow, kindOf, secretsOf, useOf, usesIn } from "./credential-table.tsx";
import { everything, idIn, idsIn, Roles } from "./credentials.tsx";
import { afterRemovals } from "./inviter.tsx";
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
    const all = { keys: await listKeys(visit), accounts: await listAccounts(visit) };
    const offered = await offeredIn(visit, params);
    const { may } = places.group;
    const sent = visit.problem?.name ?? "";
    // A form that was refused is shown, whatever the address asks for.
    const isKeys = sent.endsWith("Account") ? false : sent.endsWith("Key") || kindOf(visit) === "keys";
    const said = words.credentials;
    const [edits, takes] = isKeys
      ? [may("updateGroupApiKeyRoles"), may("removeGroupApiKey")]
      : [may("updateGroupServiceAccount"), may("deleteGroupServiceAccount")];
    const form = isKeys ? "removeKey" : "removeAccount";
    const isOurs = ({ roles }: CredentialRow) => takes && !isAbove(offered, roles);
    return {
      title: said.title,
      places,
      list: "rows",
      body: (
        <>
          <Heading title={words.layout.keys}>
            {isKeys ? (
              <>
                {may("createGroupApiKey") && <CreateKey visit={visit} of="group" offered={offered} />}
                {may("addGroupApiKey") && (
                  <Assign visit={visit} of="key" others={await otherKeys(visit, orgId)} offered={offered} />
                )}
              </>
            ) : (
              <>
                {may("createGroupServiceAccount") && (
                  <CreateAccount visit={visit} of="group" offered={offered} />
                )}
                {may("inviteGroupServiceAccount") && (
                  <Assign
                    visit={visit}
                    of="account"
                    others={await otherAccounts(visit, orgId)}
                    offered={offered}
                  />
                )}
              </>
            )}
          </Heading>
          <Done visit={visit} sentences={said.done} />
          <Edit visit={visit} {...all} offered={offered} />
          <CredentialList
            visit={visit}
            all={all}
            roles={groupRoleNames}
            orgId={orgId}
            bulk={takes ? { form, label: said.takeOut, confirm: said.takeOutSelected } : undefined}
            isPickable={isOurs}
            menu={(row) => {
              const { id, name } = row;
              if (!edits && !isOurs(row)) return null;
              return (
                <>
                  {edits && (
                    <MenuLink
                      href={addressWith(visit, { edit: id })}
                      label={isKeys ? said.editKeyLabel(name) : said.editAccountLabel(name)}
                    >
                      {words.people.edit}
                    </MenuLink>
                  )}
                  {isOurs(row) && (
                    <MenuForm
                      visit={visit}
                      form={form}
                      id={id}
                      confirm={said.takeOutConfirm}
                      label={isKeys ? said.takeKeyOut(name) : said.takeAccountOut(name)}
                    >
                      {said.takeOut}
                    </MenuForm>
                  )}
                </>
              );
            }}
          />
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
      const keys = await listKeys(visit);
      const take = (apiUserId: string) => api("removeGroupApiKey", { ...params, apiUserId });
      return takeOut(visit, form, { rows: keys, take });
    },
    async removeAccount(visit, form) {
      const { api, params } = visit;
      const accounts = await listAccounts(visit);
      const take = (clientId: string) => api("deleteGroupServiceAccount", { ...params, clientId });
      return takeOut(visit, form, { rows: accounts, take });
    },
  },
});

interface Taking {
  readonly rows: readonly CredentialRow[];
  readonly take: (id: string) => Promise<unknown>;
}

/** Leads to what they invited to and nobody answered yet, if there is any. */
async function takeOut(visit: Here, form: Sent, { rows, take }: Taking): Promise<Outcome> {
  const ids = idsIn(form);
  const rowOf = (id: string) => rows.find((row) => row.id === id);
  const outcome = await takeEach(visit, {
    ids,
    take,
    nameOf: (id) => rowOf(id)?.name ?? id,
    places: await placesOf(visit, visit.params),
    back: listedAt(visit),
    done: "removed",
  });
  const codes = ids.map((id) => rowOf(id)?.code ?? id);
  return afterRemovals(visit, visit.params, codes, outcome);
}

const addressOf = ({ params: { groupId } }: Here) => `/projects/${groupId}/keys`;

async function listKeys(visit: Here): Promise<CredentialRow[]> {
  const { api, params } = visit;
  const { results = [] } = await api("listGroupApiKeys", { ...params, ...everything });
  const uses = await usesIn(visit, params);
  return results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
    id,
    name: desc === "" ? publicKey : desc,
    code: publicKey,
    roles: roles.flatMap(({ groupId, roleName }) => (groupId === params.groupId ? (roleName ?? []) : [])),
    ...useOf(uses, id),
  }));
}

async function listAccounts({ api, params }: Here): Promise<CredentialRow[]> {
  const { results = [] } = await api("listGroupServiceAccounts", { ...params, ...everything });
  return results.map(({ clientId = "", name = "", roles = [], createdAt, secrets }) => ({
    id: clientId,
    name,
    code: clientId,
    roles,
    createdAt,
    ...secretsOf(secrets),
  }));
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
          <LinkButton href={addressWith(visit, { edit: "" })}>{words.layout.cancel}</LinkButton>
        </div>
      </Form>
    </section>
  );
}
