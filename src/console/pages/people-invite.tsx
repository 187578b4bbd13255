// Invites people to an organization or a project, several addresses at once: a page of its own, which the list opens in a dialog.
import { olderLifetime } from "../../contract/versions.ts";
import { doneAt } from "../done.ts";
import { Addresses, inviteEach, isWell, Outcomes, type Report } from "../inviting.tsx";
import { offeredIn, RoleChecks } from "../kit/giving.tsx";
import { Button, Form, Heading, LinkButton } from "../kit/kit.tsx";
import { type Outcome, type Places, page, type View, type Visit } from "../page.ts";
import { placesOf } from "../places.ts";
import { rootOf } from "./directory.tsx";

type Scope = { readonly orgId: string } | { readonly groupId: string };

interface Inviting {
  readonly visit: Visit;
  readonly scope: Scope;
  readonly places: Places;
  readonly report?: Report;
}

async function view({ visit, scope, places, report }: Inviting): Promise<View> {
  const { words } = visit;
  const { invite } = words.people;
  const offered = await offeredIn(visit, scope);
  const title = invite.to(places.group?.name ?? places.org?.name ?? "");
  const isOfGroup = "groupId" in scope;
  return {
    title,
    places,
    body: (
      <>
        <Heading title={title} />
        <Outcomes visit={visit} report={report} />
        <Form visit={visit} name="invite" class="card">
          <Addresses visit={visit} report={report} />
          {isOfGroup && servesOlder(visit) && <Ways visit={visit} report={report} />}
          <RoleChecks
            visit={visit}
            form="invite"
            of={isOfGroup ? "group" : "org"}
            legend={words.people.roles}
            offered={offered}
            chosen={report?.form.all("roles") ?? [isOfGroup ? "GROUP_READ_ONLY" : "ORG_MEMBER"]}
          />
          <div class="row">
            <Button kind="primary">{invite.submit}</Button>
            <LinkButton href={`${rootOf(scope)}/people`} closes>
              {words.layout.cancel}
            </LinkButton>
          </div>
        </Form>
      </>
    ),
  };
}

/** Whether the API still serves the older kind of invitation. Not asked: the question would count as a call that will end. */
const servesOlder = ({ now }: Visit): boolean => now < Date.parse(olderLifetime.sunset);

/** Two ways into a project; what each means stands beside it. */
function Ways({ visit, report }: { visit: Visit; report: Report | undefined }) {
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

/** Back to the list, which says whom; or the same page again, with the reason of each that was refused. */
async function after(inviting: Inviting & { readonly report: Report }): Promise<Outcome> {
  const { scope, report } = inviting;
  if (!isWell(report)) return view(inviting);
  const { outcomes } = report;
  const what = outcomes.every(({ outcome }) => outcome === "added") ? "added" : "invited";
  return doneAt(`${rootOf(scope)}/people`, what, ...outcomes.map(({ address }) => address));
}

export const orgInvite = page({
  path: "/orgs/:orgId/people/invite",
  for: "person",
  performs: ["createOrgUser"],
  show: async (visit) => view({ visit, scope: visit.params, places: await placesOf(visit, visit.params) }),
  forms: {
    async invite(visit, form) {
      const { api, params } = visit;
      const report = await inviteEach(form, async (username) => {
        await api("createOrgUser", { ...params, body: { username, roles: { orgRoles: form.all("roles") } } });
        return "invited";
      });
      return after({ visit, scope: params, places: await placesOf(visit, params), report });
    },
  },
});

export const groupInvite = page({
  path: "/projects/:groupId/people/invite",
  for: "person",
  performs: ["addGroupUsers", "createGroupInvite"],
  show: async (visit) => view({ visit, scope: visit.params, places: await placesOf(visit, visit.params) }),
  forms: {
    async invite(visit, form) {
      const { api, params } = visit;
      const roles = form.all("roles");
      const report = await inviteEach(form, async (username) => {
        const sending = { ...params, body: { username, roles } };
        if (form.text("way") === "alone") {
          await api("createGroupInvite", sending);
          return "invited";
        }
        const user = await api("addGroupUsers", sending);
        return user.orgMembershipStatus === "ACTIVE" ? "added" : "invited";
      });
      return after({ visit, scope: params, places: await placesOf(visit, params), report });
    },
  },
});
