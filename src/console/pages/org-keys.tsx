// API keys and service accounts of an organization.
import { Heading, Notice, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done, RoleList } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { unlessRefused } from "../refusals.ts";
import { accountIn, accountMade, CreateAccount, CreateKey, keyMade } from "./credential-making.tsx";
import { idIn, perPage, TakeAway } from "./credentials.tsx";

type Here = Visit<"orgId">;

export const orgKeys = page({
  path: "/orgs/:orgId/keys",
  for: "person",
  async show(visit) {
    const { words, params, query, api } = visit;
    const { orgId } = params;
    const places = await placesOf(visit, { orgId });
    const at = (name: string) => ({ orgId, itemsPerPage: perPage, pageNum: pageOf(query, name) });
    const keys = await api("listOrgApiKeys", at("keys")).catch(unlessRefused("USER_UNAUTHORIZED"));
    const accounts = await api("listOrgServiceAccounts", at("accounts")).catch(
      unlessRefused("USER_UNAUTHORIZED"),
    );
    const { title, lead, keysHidden, accountsHidden } = words.credentials;
    return {
      title,
      places,
      body: (
        <>
          <Heading title={title} lead={lead} />
          <Done visit={visit} sentences={visit.words.credentials.done} />
          {keys === undefined ? (
            <Notice kind="info">{keysHidden}</Notice>
          ) : (
            <Keys visit={visit} page={keys} />
          )}
          <CreateKey visit={visit} of="org" />
          {accounts === undefined ? (
            <Notice kind="info">{accountsHidden}</Notice>
          ) : (
            <Accounts visit={visit} page={accounts} />
          )}
          <CreateAccount visit={visit} of="org" />
        </>
      ),
    };
  },
  forms: {
    async createKey(visit, form) {
      const { orgId } = visit.params;
      const body = { desc: form.text("desc"), roles: form.all("keyRoles") };
      return keyMade(visit, await visit.api("createOrgApiKey", { orgId, body }), `/orgs/${orgId}/keys`);
    },
    async createAccount(visit, form) {
      const { orgId } = visit.params;
      const made = await visit.api("createOrgServiceAccount", { orgId, body: accountIn(form) });
      return accountMade(visit, made, `/orgs/${orgId}/keys`);
    },
    async deleteKey({ api, params: { orgId } }, form) {
      await api("deleteOrgApiKey", { orgId, apiUserId: idIn(form, "id") });
      return { to: `/orgs/${orgId}/keys?done=deleted` };
    },
    async deleteAccount({ api, params: { orgId } }, form) {
      await api("deleteOrgServiceAccount", { orgId, clientId: idIn(form, "id") });
      return { to: `/orgs/${orgId}/keys?done=deleted` };
    },
  },
});

type Listed<T> = { readonly results?: readonly T[]; readonly totalCount?: number };
type Key = NonNullable<Awaited<ReturnType<typeof listKeys>>["results"]>[number];
type Account = NonNullable<Awaited<ReturnType<typeof listAccounts>>["results"]>[number];

const listKeys = ({ api }: Visit, orgId: string) => api("listOrgApiKeys", { orgId });
const listAccounts = ({ api }: Visit, orgId: string) => api("listOrgServiceAccounts", { orgId });

function Keys({ visit, page: { results = [], totalCount = 0 } }: { visit: Here; page: Listed<Key> }) {
  const { orgId } = visit.params;
  const words = visit.words.credentials;
  return (
    <>
      <Table
        caption={words.keys}
        heads={[words.description, words.publicKey, words.rolesHere, words.actions]}
        rows={results.map(({ id = "", desc = "", publicKey = "", roles = [] }) => ({
          key: id,
          cells: [
            <a href={`/orgs/${orgId}/keys/${id}`} key="open">
              {desc === "" ? publicKey : desc}
            </a>,
            <span class="code" key="public">
              {publicKey}
            </span>,
            <RoleList
              key="roles"
              words={visit.words}
              roles={roles.flatMap(({ orgId: of, roleName }) => (of === undefined ? [] : (roleName ?? [])))}
            />,
            <TakeAway
              key="delete"
              visit={visit}
              form="deleteKey"
              id={id}
              label={words.removeKey(`${desc} ${publicKey}`)}
              confirm={words.removeKeyConfirm}
            >
              {words.remove}
            </TakeAway>,
          ],
        }))}
        empty={words.noKeys}
      />
      <Pager
        visit={visit}
        name="keys"
        label={words.pagesOf(words.keys)}
        perPage={perPage}
        total={totalCount}
      />
    </>
  );
}

function Accounts({ visit, page: { results = [], totalCount = 0 } }: { visit: Here; page: Listed<Account> }) {
  const { orgId } = visit.params;
  const words = visit.words.credentials;
  return (
    <>
      <Table
        caption={words.accounts}
        heads={[words.name, words.clientId, words.rolesHere, words.created, words.actions]}
        rows={results.map(({ clientId = "", name = "", description, roles = [], createdAt = "" }) => ({
          key: clientId,
          cells: [
            <>
              <a href={`/orgs/${orgId}/service-accounts/${clientId}`}>{name}</a>
              <small>{description}</small>
            </>,
            <span class="code" key="client">
              {clientId}
            </span>,
            <RoleList key="roles" words={visit.words} roles={roles} />,
            <Time key="created" at={createdAt} />,
            <TakeAway
              key="delete"
              visit={visit}
              form="deleteAccount"
              id={clientId}
              label={words.removeAccount(name)}
              confirm={words.removeAccountConfirm}
            >
              {words.remove}
            </TakeAway>,
          ],
        }))}
        empty={words.noAccounts}
      />
      <Pager
        visit={visit}
        name="accounts"
        label={words.pagesOf(words.accounts)}
        perPage={perPage}
        total={totalCount}
      />
    </>
  );
}
