// What the pages of API keys and of service accounts have in common.

import { type Offered, RoleChecks } from "../kit/giving.tsx";
import { Area, Button, Form, Notice, problemOf, Table, typed } from "../kit/kit.tsx";
import { Pager } from "../kit/pager.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import type { Form as Sent, Visit } from "../page.ts";

export const perPage = 20;
export const entriesPerPage = 50;

/** An id from a form. Without one, an id that cannot exist, so that the API refuses it. */
export const idIn = (form: Sent, field: string): string => {
  const id = form.text(field);
  return /^\.{0,2}$/.test(id) ? "-" : id;
};

interface RolesProps {
  readonly visit: Visit;
  /** Which of the page's forms they belong to. */
  readonly form: string;
  readonly name: string;
  readonly of: "org" | "group";
  readonly offered: Offered;
  readonly held?: readonly string[];
}

/** Check boxes for roles; a refused form keeps what was chosen. */
export function Roles({ visit, form, name, of, offered, held = [] }: RolesProps) {
  const { rolesHere, rolesInGroup } = visit.words.credentials;
  return (
    <RoleChecks
      visit={visit}
      form={form}
      name={name}
      of={of}
      legend={of === "org" ? rolesHere : rolesInGroup}
      offered={offered}
      held={held}
      problem={problemOf(visit, form, "roles")}
    />
  );
}

interface TakeAwayProps {
  readonly visit: Visit;
  readonly form: string;
  readonly id: string;
  readonly label: string;
  readonly confirm: string;
  readonly children: string;
}

/** A button that deletes or removes something. */
export const TakeAway = ({ visit, form, id, label, confirm, children }: TakeAwayProps) => (
  <ButtonForm visit={visit} name={form} fields={{ id }} label={label} confirm={confirm}>
    {children}
  </ButtonForm>
);

export interface Entry {
  readonly cidrBlock?: string | null;
  readonly ipAddress?: string | null;
  readonly created?: string | undefined;
}

interface AccessListProps {
  readonly visit: Visit;
  /** Undefined where this person may not see it. */
  readonly list: { readonly entries: readonly Entry[]; readonly total: number } | undefined;
}

/** The addresses a credential may be used from, with the forms `addEntries` and `removeEntry`. */
export function AccessList({ visit, list }: AccessListProps) {
  const { words } = visit;
  const { access, created } = words.credentials;
  if (list === undefined) return <Notice kind="info">{access.hidden}</Notice>;
  return (
    <section class="titled" aria-labelledby="access">
      <h2 id="access">{access.title}</h2>
      <p>{access.lead}</p>
      <Table
        caption={access.title}
        heads={[access.address, created, words.credentials.actions]}
        rows={list.entries.map(({ cidrBlock, ipAddress, created: at = "" }) => {
          const entry = ipAddress ?? cidrBlock ?? "";
          return {
            key: entry,
            cells: [
              <span class="code" key="entry">
                {entry}
              </span>,
              <Time at={at} key="at" />,
              <TakeAway
                key="remove"
                visit={visit}
                form="removeEntry"
                id={entry}
                label={access.removeLabel(entry)}
                confirm={access.removeConfirm}
              >
                {access.remove}
              </TakeAway>,
            ],
          };
        })}
        empty={access.empty}
      />
      <Pager
        visit={visit}
        name="entries"
        label={words.credentials.pagesOf(access.title)}
        perPage={entriesPerPage}
        total={list.total}
      />
      <details class="card" open={visit.problem?.name === "addEntries"}>
        <summary>{access.add}</summary>
        <Form visit={visit} name="addEntries">
          <Area
            label={access.entries}
            name="addresses"
            hint={access.entriesHint}
            value={typed(visit, "addEntries", "addresses")}
            required
          />
          <Button kind="primary">{access.add}</Button>
        </Form>
      </details>
    </section>
  );
}

/** The entries that were typed, each an address or a network. */
export const entriesIn = (form: Sent) =>
  form
    .text("addresses")
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry) => (entry.includes("/") ? { cidrBlock: entry } : { ipAddress: entry }));
