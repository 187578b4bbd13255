// The addresses from which an API key or a service account may be used.
import type { ComponentChildren } from "preact";
import { Area } from "../kit/fields.tsx";
import { Notice } from "../kit/kit.tsx";
import { Listing } from "../kit/listing.tsx";
import type { Column } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { When } from "../kit/time.tsx";
import type { Form, Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { everything } from "./credential-rows.ts";

interface Entry {
  readonly cidrBlock?: string | null;
  readonly ipAddress?: string | null;
  readonly created?: string;
  readonly createdAt?: string;
}

interface EntryPage {
  readonly results?: readonly Entry[];
  readonly totalCount?: number;
}

/** All pages of an access list, as the API sets no limit to it; undefined where the visitor may not see it. */
export async function wholeList(
  readPage: (at: { itemsPerPage: number; pageNum: number }) => Promise<EntryPage>,
): Promise<Entry[] | undefined> {
  const entries: Entry[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const page = await readPage({ ...everything, pageNum }).catch(unlessRefused("USER_UNAUTHORIZED"));
    if (page === undefined) return undefined;
    const { results = [], totalCount = 0 } = page;
    entries.push(...results);
    if (results.length === 0 || entries.length >= totalCount) return entries;
  }
}

/** The entries that were typed, each an address or a network. */
export const entriesIn = (form: Form) =>
  form
    .text("addresses")
    .split(/[\s,]+/)
    .filter((entry) => entry !== "")
    .map((entry) => (entry.includes("/") ? { cidrBlock: entry } : { ipAddress: entry }));

const addressOf = ({ cidrBlock, ipAddress }: Entry): string => ipAddress ?? cidrBlock ?? "";
const createdOf = ({ created, createdAt }: Entry): string => created ?? createdAt ?? "1970-01-01";

interface SectionHeadProps {
  readonly id: string;
  readonly title: string;
  readonly lead?: string;
  /** What adds to the section. */
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
  /** Undefined where the visitor may not see it. */
  readonly list: readonly Entry[] | undefined;
  /** Whether the visitor may change it. */
  readonly isMine: boolean;
}

/** The list, with the forms `addEntries` and `removeEntry`. */
export function AccessList({ visit, list, isMine }: AccessListProps) {
  const { access } = visit.words.credentials;
  if (list === undefined) return <Notice kind="info">{access.hidden}</Notice>;
  const form = "addEntries";
  return (
    <section class="titled" aria-labelledby="access">
      <SectionHead id="access" title={access.title} lead={access.lead}>
        {isMine && (
          <SheetForm name={form} id="entries" title={access.add}>
            <Area label={access.entries} name="addresses" hint={access.entriesHint} required />
          </SheetForm>
        )}
      </SectionHead>
      <Listing
        caption={access.title}
        all={list}
        isShort={list.length <= fewEntries}
        idOf={addressOf}
        nameOf={addressOf}
        texts={(entry) => [addressOf(entry)]}
        empty={access.empty}
        total={access.total}
        columns={columnsOf(visit)}
        actions={[
          isMine && {
            label: access.remove,
            form: "removeEntry",
            confirm: () => access.removeConfirm,
            says: (entry) => access.removeLabel(addressOf(entry)),
            several: access.removeSelected,
          },
        ]}
      />
    </section>
  );
}

function columnsOf(visit: Visit): readonly Column<Entry>[] {
  const { access, created } = visit.words.credentials;
  return [
    {
      head: access.address,
      by: "address",
      value: addressOf,
      cell: (entry) => <span class="code">{addressOf(entry)}</span>,
    },
    {
      head: created,
      by: "created",
      value: (entry) => Date.parse(createdOf(entry)),
      class: "c-time",
      cell: (entry) => <When at={createdOf(entry)} />,
    },
  ];
}
