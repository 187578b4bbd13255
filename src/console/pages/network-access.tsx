// The addresses from which the databases of a project can be reached.
import type { NetworkPermissionEntry } from "../../client/api.ts";
import { takeEach } from "../bulk-action.tsx";
import { doneHere } from "../flash.ts";
import { Area, Field } from "../kit/fields.tsx";
import { collection, editAction } from "../kit/listing.tsx";
import { type Column, timeColumn } from "../kit/row-table.tsx";
import { EditCard, SheetForm } from "../kit/sheet.tsx";
import { page } from "../page.ts";
import { groupScope, read } from "../scope.ts";
import type { Words } from "../words/words.ts";
import { linesIn, wholeList } from "./access-list.tsx";
import { EndChoice, endOf } from "./ending.tsx";

type Entry = NetworkPermissionEntry;

const nameOf = ({ ipAddress, cidrBlock, awsSecurityGroup }: Entry): string =>
  ipAddress ?? cidrBlock ?? awsSecurityGroup ?? "";

const memberOf = (text: string) => {
  if (/(^|\/)sg-/.test(text)) return { awsSecurityGroup: text };
  return text.includes("/") ? { cidrBlock: text } : { ipAddress: text };
};

const columnsOf = ({ networkAccess: said, editing }: Words): readonly Column<Entry>[] => [
  {
    head: said.entry,
    by: "address",
    value: nameOf,
    cell: (entry) => <span class="code">{nameOf(entry)}</span>,
  },
  { head: said.comment, class: "c-some wide-only", cell: ({ comment }) => comment },
  timeColumn(editing.ends, "ends", ({ deleteAfterDate }) => deleteAfterDate, "c-time"),
];

export const networkAccess = page({
  path: "/projects/:groupId/network-access",
  performs: ["createGroupAccessListEntry", "deleteGroupAccessListEntry"],
  async show(visit) {
    const { api, params, words } = visit;
    const { editing, networkAccess: said, layout } = words;
    const here = await read(visit, groupScope(params.groupId));
    const all = await wholeList<Entry>((at) => api("listGroupAccessListEntries", { ...params, ...at }));
    const mayAdd = here.may("createGroupAccessListEntry");
    const edited = all?.find((entry) => nameOf(entry) === visit.query.get("edit"));
    return collection<Entry>(here, {
      heading: said.title,
      lead: said.lead,
      create: mayAdd && (
        <SheetForm name="add" title={said.add} isPrimary>
          <Area name="entries" label={said.entries} hint={said.entriesHint} required />
          <Field name="comment" label={said.comment} maxLength={80} />
          <EndChoice />
        </SheetForm>
      ),
      done: said.done,
      above: edited !== undefined && mayAdd && (
        <EditCard name="edit" id={nameOf(edited)} heading={editing.editOf(nameOf(edited))}>
          <Field name="comment" value={edited.comment} label={said.comment} maxLength={80} />
          {edited.deleteAfterDate && <EndChoice kept={edited.deleteAfterDate} canLast />}
        </EditCard>
      ),
      all,
      idOf: nameOf,
      nameOf,
      texts: (entry) => [nameOf(entry), entry.comment ?? ""],
      columns: columnsOf(words),
      actions: [
        mayAdd && editAction(visit, { idOf: nameOf, nameOf }),
        here.may("deleteGroupAccessListEntry") && {
          label: layout.remove,
          form: "remove",
          confirm: (entry) => said.removeConfirm(nameOf(entry)),
          says: (entry) => said.removeOf(nameOf(entry)),
          several: said.removeSelected,
        },
      ],
      empty: said.none,
      total: said.total,
    });
  },
  forms: {
    async add(visit, form) {
      const more = { comment: form.text("comment"), ...endOf(visit, form) };
      const body = linesIn(form.text("entries")).map((text) => ({ ...memberOf(text), ...more }));
      await visit.api("createGroupAccessListEntry", { ...visit.params, body });
      return doneHere(visit, "added");
    },
    async edit(visit, form) {
      const entry = memberOf(form.text("id"));
      const body = [{ ...entry, comment: form.text("comment"), ...endOf(visit, form) }];
      await visit.api("createGroupAccessListEntry", { ...visit.params, body });
      return doneHere(visit, "saved");
    },
    remove: (visit, form) =>
      takeEach(visit, form, {
        scope: groupScope(visit.params.groupId),
        take: (entryValue) => visit.api("deleteGroupAccessListEntry", { ...visit.params, entryValue }),
        done: "removed",
      }),
  },
});
