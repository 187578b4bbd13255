// The sign-in as any person, in a rehearsal: by a click on a name, or by the link that the server prints at its start.
// Production has no such page.
import { fullName } from "../../core/domain/full-name.ts";
import type { User } from "../../core/domain/user.ts";
import { enter } from "../entering.ts";
import { headed } from "../kit/card.tsx";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Notice } from "../kit/kit.tsx";
import { Listing } from "../kit/listing.tsx";
import type { Column } from "../kit/row-table.tsx";
import { page, type View, type Visit } from "../page.ts";
import { devOf } from "./rehearsal.tsx";

export const rehearsalSignIn = page({
  path: "/rehearsal/sign-in",
  for: "anybody",
  show: async (visit) => overview(visit),
  forms: {
    async as(visit, form) {
      const { signIn } = devOf(visit);
      const begun = await signIn.as(form.text("username"), visit.browser);
      return begun === undefined ? overview(visit, visit.words.rehearsal.signIn.nobody) : enter(visit, begun);
    },
    async link(visit, form) {
      const { signIn } = devOf(visit);
      const begun = await signIn.by(form.raw("secret"), visit.browser);
      return begun === undefined ? overview(visit, visit.words.rehearsal.signIn.used) : enter(visit, begun);
    },
  },
});

async function overview(visit: Visit, problem?: string): Promise<View> {
  const { words } = visit;
  const { title, lead, none, address, more } = words.rehearsal.signIn;
  const { people, isMore } = await devOf(visit).signIn.people();
  return headed(
    title,
    <>
      {problem !== undefined && <Notice kind="bad">{problem}</Notice>}
      {/* The script fills and sends this form if the address ends in the secret of a link. */}
      <form method="post" hidden data-link>
        <input type="hidden" name="form" value={visit.formToken} />
        <input type="hidden" name="do" value="link" />
        <input type="hidden" name="secret" />
      </form>
      <Listing<User>
        caption={title}
        all={people}
        idOf={({ id }) => id}
        texts={(one) => [one.username, fullName(one), `${one.firstName} ${one.lastName}`]}
        nameOf={({ username }) => username}
        search={words.lists.search}
        empty={none}
        total={words.lists.total}
        columns={columnsOf(visit)}
      />
      <Form name="as" class="card">
        <Field
          label={address}
          name="username"
          type="email"
          required
          {...(isMore && { hint: more(people.length.toLocaleString("en")) })}
        />
        <Button>{words.layout.signIn}</Button>
      </Form>
    </>,
    { lead, ...(problem !== undefined && { status: 400 }), isWide: true, list: "rows" },
  );
}

function columnsOf({ words }: Visit): readonly Column<User>[] {
  const { person, submitAs } = words.rehearsal.signIn;
  const { name, signIn: submit } = words.layout;
  return [
    {
      head: person,
      by: "address",
      value: ({ username }) => username,
      cell: ({ username }) => <span>{username}</span>,
    },
    { head: name, by: "name", value: fullName, class: "c-some wide-only", cell: fullName },
    {
      head: submit,
      class: "c-badge",
      cell: ({ username }) => (
        <Form name="as">
          <input type="hidden" name="username" value={username} />
          <Button label={submitAs(username)}>{submit}</Button>
        </Form>
      ),
    },
  ];
}
