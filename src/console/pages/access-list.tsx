// The addresses from which an API key or a service account may be used.
import { Area } from "../kit/fields.tsx";
import { Heading, Notice } from "../kit/kit.tsx";
import { Listing } from "../kit/listing.tsx";
import { timeColumn } from "../kit/row-table.tsx";
import { SheetForm } from "../kit/sheet.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { everything } from "./credential-kinds.ts";

interface Entry {
  readonly cidrBlock?: string | null;
  readonly ipAddress?: string | null;
  readonly created?: string;
  readonly createdAt?: string;
}

interface ReadPage<Item> {
  readonly results?: readonly Item[];
  readonly totalCount?: number;
}

/** Reads all pages of a list, whose length the API does not limit; returns undefined if the visitor may not see it. */
export async function wholeList<Item = Entry>(
  readPage: (at: { itemsPerPage: number; pageNum: number }) => Promise<unknown>,
): Promise<Item[] | undefined> {
  const entries: Item[] = [];
  for (let pageNum = 1; ; pageNum++) {
    const page = await readPage({ ...everything, pageNum }).catch(unlessRefused("USER_UNAUTHORIZED"));
    if (page === undefined) return undefined;
    const { results = [], totalCount = 0 } = page as ReadPage<Item>;
    entries.push(...results);
    if (results.length === 0 || entries.length >= totalCount) return entries;
  }
}

export const linesIn = (text: string, between = /[\s,]+/) =>
  text.split(between).flatMap((line) => line.trim() || []);

export const entriesIn = (form: Form) =>
  linesIn(form.text("addresses")).map((entry) =>
    entry.includes("/") ? { cidrBlock: entry } : { ipAddress: entry },
  );

const addressOf = ({ cidrBlock, ipAddress }: Entry): string => ipAddress ?? cidrBlock ?? "";

const fewEntries = 10;

interface AccessListProps {
  /** The entries; undefined if the visitor may not see them. */
  readonly list: readonly Entry[] | undefined;
  readonly isMine: boolean;
}

/** The list, with the forms `addEntries` and `removeEntry`. */
export function AccessList({ list, isMine }: AccessListProps) {
  const { credentials, layout } = useVisit().words;
  const { access, created } = credentials;
  if (list === undefined) return <Notice kind="info">{access.hidden}</Notice>;
  return (
    <section class="titled" aria-labelledby="access">
      <Heading id="access" title={access.title} lead={access.lead}>
        {isMine && (
          <SheetForm name="addEntries" id="entries" title={access.add}>
            <Area label={access.entries} name="addresses" hint={access.entriesHint} required />
          </SheetForm>
        )}
      </Heading>
      <Listing
        caption={access.title}
        all={list}
        isShort={list.length <= fewEntries}
        idOf={addressOf}
        nameOf={addressOf}
        texts={(entry) => [addressOf(entry)]}
        empty={access.empty}
        total={access.total}
        columns={[
          {
            head: access.address,
            by: "address",
            value: addressOf,
            cell: (entry) => <span class="code">{addressOf(entry)}</span>,
          },
          timeColumn<Entry>(
            created,
            "created",
            (entry) => entry.created ?? entry.createdAt ?? "1970-01-01",
            "c-time",
          ),
        ]}
        actions={[
          isMine && {
            label: layout.remove,
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
