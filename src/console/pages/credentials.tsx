// What the pages of API keys and of service accounts have in common.
import type { ComponentChildren } from "preact";
import { takeEach } from "../each.tsx";
import type { Browsing } from "../kit/browse.ts";
import { type Offered, RoleChecks } from "../kit/giving.tsx";
import { Area, Button, Form, Notice, problemOf, typed } from "../kit/kit.tsx";
import { listedAt } from "../kit/list.tsx";
import { Listing, MenuForm } from "../kit/listing.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Sheet } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import type { Outcome, Places, Form as Sent, Visit } from "../page.ts";

/** As many keys, and as many accounts, as an organization may have; more is not answered at once. */
export const everything = { itemsPerPage: 500 };
export const perPage = 20;

/** An id from a form. Without one, an id that cannot exist, so that the API refuses it. */
export const idIn = (form: Sent, field: string): string => {
  const id = form.text(field);
  return /^\.{0,2}$/.test(id) ? "-" : id;
};

/** Several of them, as lists send them. Without one, one that cannot exist. */
export const idsIn = (form: Sent): string[] => {
  const ids = form.all("id").filter((id) => !/^\.{0,2}$/.test(id));
  return ids.length === 0 ? ["-"] : ids;
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

const entryOf = ({ cidrBlock, ipAddress }: Entry): string => ipAddress ?? cidrBlock ?? "";

const browsing: Browsing<Entry> = {
  idOf: entryOf,
  texts: (entry) => [entryOf(entry)],
  columns: { address: entryOf, created: ({ created }) => Date.parse(created ?? "1970-01-01") },
};

interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** What is added to the section. */
  readonly children: ComponentChildren;
}

export const SectionHead = ({ id, title, lead, children }: SectionHeadProps) => (
  <div class="heading">
    <div>
      <h2 id={id}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
    </div>
    <div class="actions">{children}</div>
  </div>
);

/** As many as one sees at a glance. */
const fewEntries = 10;

interface AccessListProps {
  readonly visit: Visit;
  /** Undefined where this person may not see it. */
  readonly list: readonly Entry[] | undefined;
  /** Whether the visitor may change it. */
  readonly isMine: boolean;
}

/** The addresses a credential may be used from, with the forms `addEntries` and `removeEntry`. */
export function AccessList({ visit, list, isMine }: AccessListProps) {
  const { words, problem } = visit;
  const { access, created } = words.credentials;
  if (list === undefined) return <Notice kind="info">{access.hidden}</Notice>;
  return (
    <section class="titled" aria-labelledby="access">
      <SectionHead id="access" title={access.title} lead={access.lead}>
        {isMine && (
          <Sheet id="entries" title={access.add} isOpen={problem?.name === "addEntries"}>
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
          </Sheet>
        )}
      </SectionHead>
      <Listing
        visit={visit}
        title={access.title}
        all={list}
        isShort={list.length <= fewEntries}
        browsing={browsing}
        nameOf={entryOf}
        empty={access.empty}
        total={access.total}
        columns={[
          {
            head: access.address,
            by: "address",
            cell: (entry) => <span class="code">{entryOf(entry)}</span>,
          },
          {
            head: created,
            by: "created",
            class: "c-time",
            cell: ({ created: at = "" }) => <When visit={visit} at={at} />,
          },
        ]}
        bulk={
          isMine ? { form: "removeEntry", label: access.remove, confirm: access.removeSelected } : undefined
        }
        menu={(entry) =>
          isMine ? (
            <MenuForm
              visit={visit}
              form="removeEntry"
              id={entryOf(entry)}
              confirm={access.removeConfirm}
              label={access.removeLabel(entryOf(entry))}
            >
              {access.remove}
            </MenuForm>
          ) : null
        }
      />
    </section>
  );
}

/** Removes entries that were picked. */
export const removeEntries = (
  visit: Visit,
  form: Sent,
  places: Places,
  remove: (ipAddress: string) => Promise<unknown>,
): Promise<Outcome> =>
  takeEach(visit, {
    ids: idsIn(form),
    take: remove,
    nameOf: (entry) => entry,
    places,
    back: listedAt(visit),
    done: "entry",
  });

/** All pages of an access list: the API sets no limit to it. */
export async function wholeList<Entry>(
  read: (at: { itemsPerPage: number; pageNum: number }) => Promise<{
    results?: readonly Entry[];
    totalCount?: number;
  }>,
): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const { results = [], totalCount = 0 } = await read({ ...everything, pageNum });
    entries.push(...results);
    if (results.length === 0 || entries.length >= totalCount) return entries;
  }
}

/** The entries that were typed, each an address or a network. */
export const entriesIn = (form: Sent) =>
  form
    .text("addresses")
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry) => (entry.includes("/") ? { cidrBlock: entry } : { ipAddress: entry }));
