// Invites people to an organization or a project, several addresses at once: a page of its own, which the list opens in a dialog.
import { olderLifetime } from "../../contract/versions.ts";
import { doneAt } from "../done.ts";
import { Addresses, inviteEach, isWell, Outcomes, type Report } from "../inviting.tsx";
import { Foot, Form } from "../kit/fields.tsx";
import { offeredIn, RolePicker } from "../kit/giving.tsx";
import { Button, Heading, LinkButton } from "../kit/kit.tsx";
import { useVisit } from "../kit/visit.ts";
import type { Form as Sent, View, Visit } from "../page.ts";
import { type Here, read, type Scope, scopedPages } from "../scope.ts";

async function view(visit: Visit, { kind, at, root, name, places }: Here, report?: Report): Promise<View> {
  const { people, layout } = visit.words;
  const offered = await offeredIn(visit, at);
  const title = people.invite.to(name);
  const usual = kind === "group" ? "GROUP_READ_ONLY" : "ORG_MEMBER";
  return {
    title,
    places,
    body: (
      <>
        <Heading title={title} />
        <Outcomes report={report} />
        <Form name="invite" class="card">
          <Addresses report={report} />
          {kind === "group" && servesOlder(visit) && <Ways report={report} />}
          <RolePicker
            of={kind}
            legend={people.roles}
            offered={offered}
            chosen={report?.form.all("roles") ?? [usual]}
          />
          <Foot>
            <Button kind="primary">{people.invite.submit}</Button>
            <LinkButton href={`${root}/people`} closes>
              {layout.cancel}
            </LinkButton>
          </Foot>
        </Form>
      </>
    ),
  };
}

/** Whether the API still serves the older kind of invitation. Not asked: the question would count as a call that will end. */
const servesOlder = ({ now }: Visit): boolean => now < Date.parse(olderLifetime.sunset);

/** Two ways into a project; what each means stands beside it. */
function Ways({ report }: { report: Report | undefined }) {
  const visit = useVisit();
  const { way, add, addHint, alone, aloneHint } = visit.words.people.invite;
  const chosen = (report?.form ?? visit.problem?.form)?.text("way") || "add";
  return (
    <fieldset>
      <legend>{way}</legend>
      {(
        [
          ["add", add, addHint],
          ["alone", alone, aloneHint],
        ] as const
      ).map(([value, label, hint]) => (
        <label class="check" key={value}>
          <input type="radio" name="way" value={value} checked={value === chosen} />
          <span>
            {label}
            <small>{hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Invites one address; a project adds those at once who are in the organization. */
async function inviteTo({ api }: Visit, { kind, at }: Scope, form: Sent, username: string) {
  const roles = form.all("roles");
  if (kind === "org") {
    await api("createOrgUser", { ...at, body: { username, roles: { orgRoles: roles } } });
    return "invited";
  }
  const sending = { ...at, body: { username, roles } };
  if (form.text("way") === "alone") {
    await api("createGroupInvite", sending);
    return "invited";
  }
  const user = await api("addGroupUsers", sending);
  return user.orgMembershipStatus === "ACTIVE" ? "added" : "invited";
}

export const [orgInvite, groupInvite] = scopedPages("/people/invite", {
  performs: { org: ["createOrgUser"], group: ["addGroupUsers", "createGroupInvite"] },
  show: async (visit, here) => view(visit, here),
  forms: {
    /** Back to the list, which says whom; or the same page again, with the reason of each that was refused. */
    async invite(visit, form, scope) {
      const report = await inviteEach(form, (username) => inviteTo(visit, scope, form, username));
      if (!isWell(report)) return view(visit, await read(visit, scope), report);
      const { outcomes } = report;
      const what = outcomes.every(({ outcome }) => outcome === "added") ? "added" : "invited";
      return doneAt(`${scope.root}/people`, what, ...outcomes.map(({ address }) => address));
    },
  },
});
