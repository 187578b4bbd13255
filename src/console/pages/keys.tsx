// The API keys and service accounts of an organization or a project, each kind in its own tab.
import { account, key } from "../../core/domain/access-history.ts";
import { fullName } from "../../core/domain/full-name.ts";
import { takeEach } from "../bulk-action.tsx";
import { isAbove, type Offered, offeredIn } from "../kit/giving.tsx";
import { addressWith } from "../kit/list.tsx";
import { type Actions, collection, roleFilter } from "../kit/listing.tsx";
import type { Form, Outcome, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { type GroupScope, type Here, type Scope, scopedPages } from "../scope.ts";
import { showOnce } from "./created.tsx";
import { Assign, Create, EditRoles, othersOf, type Rows } from "./credential-forms.tsx";
import {
  actOn,
  addressOf,
  type CredentialRow,
  create,
  type Kind,
  keyUses,
  kinds,
  makersIn,
} from "./credential-kinds.ts";
import { columnsOf, nameOf } from "./credential-table.tsx";
import { afterRemovals } from "./inviter.tsx";
import { projectRolesIn, textsOf } from "./project-roles.ts";

const bothKinds = ["keys", "accounts"] as const;

export const [orgKeys, groupKeys] = scopedPages("/keys", {
  performs: {
    org: bothKinds.flatMap((kind) => [kinds[kind].create.org, kinds[kind].take.org]),
    group: bothKinds.flatMap((kind) => {
      const { create: make, assign, edit, take } = kinds[kind];
      return [make.group, assign, edit, take.group];
    }),
  },
  async show(visit, here) {
    const { words, query } = visit;
    const kind = query.get("kind") === "accounts" ? "accounts" : "keys";
    const rows: Rows = {
      keys: await kinds.keys.list(visit, here).catch(unlessRefused("USER_UNAUTHORIZED")),
      accounts: await kinds.accounts.list(visit, here).catch(unlessRefused("USER_UNAUTHORIZED")),
    };
    const offered = await offeredIn(visit, here.at);
    const makers = await makersIn(visit, here.places.org?.id);
    const heldBy = here.kind === "org" ? await projectRolesIn(visit, here.id) : undefined;
    const holder = kind === "keys" ? key : account;
    const roleTexts = ({ code, roles }: CredentialRow) =>
      heldBy === undefined
        ? roles.map(words.shortRole)
        : [...roles.map(words.role), ...textsOf(words, heldBy.get(holder(code)) ?? [])];
    const useOf = kind === "keys" && rows.keys ? await keyUses(visit, here) : undefined;
    const said = words.credentials;
    const { title, hidden, none, total } = said.of[kind];
    return collection<CredentialRow>(here, {
      heading: words.layout.keys,
      title: said.title,
      caption: title,
      create: await creations(visit, here, offered, kind, rows),
      done: said.done,
      above: here.kind === "group" && <EditRoles rows={rows} offered={offered} />,
      all: rows[kind]?.map((row) => ({
        ...row,
        ...useOf?.(row.id),
        maker: makers.get(row.code),
        roleTexts: roleTexts(row),
      })),
      hidden,
      idOf: ({ id }) => id,
      nameOf,
      texts: ({ id, name, code, description = "", maker }) => [
        name,
        code,
        id,
        description,
        ...(maker === undefined ? [] : [fullName(maker), maker.name]),
      ],
      columns: columnsOf(words, here.places.org?.id, kind),
      tabs: {
        name: "kind",
        label: words.whoCan.kind,
        tabs: [
          { value: "", label: said.of.keys.title, count: rows.keys?.length ?? 0 },
          { value: "accounts", label: said.of.accounts.title, count: rows.accounts?.length ?? 0 },
        ],
      },
      filters: [roleFilter(visit, here, ({ roles }) => roles)],
      actions: actionsOf(visit, here, offered, kind),
      empty: none,
      total,
    });
  },
  forms: { createKey: creating("keys"), createAccount: creating("accounts") },
  orgForms: { deleteKey: taking("keys"), deleteAccount: taking("accounts") },
  groupForms: {
    assignKey: assigning("keys"),
    assignAccount: assigning("accounts"),
    editKey: editing("keys"),
    editAccount: editing("accounts"),
    removeKey: taking("keys"),
    removeAccount: taking("accounts"),
  },
});

function creating(kind: Kind) {
  return async (visit: Visit, form: Form, scope: Scope): Promise<Outcome> =>
    showOnce(visit, scope, await create(visit, kind, scope, form));
}

function assigning(kind: Kind) {
  const { field, noun } = kinds[kind];
  return async (visit: Visit, form: Form, scope: GroupScope): Promise<Outcome> => {
    const given = { roles: form.all(`assigned${noun}Roles`) };
    // The API takes roles in several projects for a key.
    await actOn(visit, kind, "assign", scope, form.text(field), { body: kind === "keys" ? [given] : given });
    return { to: `${scope.root}/keys?done=added` };
  };
}

function editing(kind: Kind) {
  return async (visit: Visit, form: Form, scope: GroupScope): Promise<Outcome> => {
    const body = { roles: form.all("editedRoles") };
    await actOn(visit, kind, "edit", scope, form.text("id"), { body });
    return { to: `${scope.root}/keys?done=saved` };
  };
}

/** Builds the form that deletes. It leads to the pending invitations that the credentials made, if there are any. */
function taking(kind: Kind) {
  return async (visit: Visit, form: Form, scope: Scope): Promise<Outcome> => {
    const rows = await kinds[kind].list(visit, scope);
    const take = (id: string) => actOn(visit, kind, "take", scope, id);
    const done = scope.pick("deleted", "removed");
    const outcome = await takeEach(visit, form, { scope, rows, take, done });
    const codes = form.all("id").map((id) => rows.find((row) => row.id === id)?.code ?? id);
    return afterRemovals(visit, scope, codes, outcome);
  };
}

/** Returns the buttons for a new key or account. A project can also add those of its organization. */
async function creations(visit: Visit, here: Here, offered: Offered, shown: Kind, rows: Rows) {
  // The dialog of a refused form is shown, whatever the address asks for.
  const sent = visit.problem?.name ?? "";
  const kind = sent.endsWith("Account") ? "accounts" : sent.endsWith("Key") ? "keys" : shown;
  return (
    <>
      {here.may(kinds[kind].create[here.kind]) && <Create kind={kind} of={here.kind} offered={offered} />}
      {here.kind === "group" && here.may(kinds[kind].assign) && (
        <Assign kind={kind} others={await othersOf(visit, here, kind, rows)} offered={offered} />
      )}
    </>
  );
}

function actionsOf(visit: Visit, here: Here, offered: Offered, kind: Kind): Actions<CredentialRow> {
  const { credentials: said, people, layout } = visit.words;
  const { noun, take, edit } = kinds[kind];
  const ofKind = said.of[kind];
  const when = ({ roles }: CredentialRow) => !isAbove(offered, roles);
  const mayTake = here.may(take[here.kind]);
  if (here.kind === "org") {
    return [
      { label: layout.open, href: ({ id }) => addressOf(here.id, kind, id) },
      mayTake && {
        label: layout.delete,
        form: `delete${noun}`,
        confirm: () => ofKind.removeConfirm,
        says: (row) => ofKind.remove(nameOf(row)),
        several: ofKind.removeSelected,
        when,
      },
    ];
  }
  return [
    here.may(edit) && {
      label: people.edit,
      href: ({ id }) => addressWith(visit, { edit: id }),
      says: ({ name }) => ofKind.editLabel(name),
    },
    mayTake && {
      label: layout.remove,
      form: `remove${noun}`,
      confirm: () => said.takeOutConfirm,
      says: ({ name }) => ofKind.takeOut(name),
      several: said.takeOutSelected,
      when,
    },
  ];
}
