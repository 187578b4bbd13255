// The first page after signing in: the organizations and projects of the person.
import { Button, Field, Form, Heading, Notice, Table, typed } from "../kit/kit.tsx";
import { page } from "../page.ts";

export const home = page({
  path: "/",
  for: "person",
  performs: ["createOrg"],
  async show(visit) {
    const { words, query } = visit;
    const everything = { itemsPerPage: 500 };
    const { results: orgs = [] } = await visit.api("listOrgs", everything);
    const { results: groups = [], totalCount = 0 } = await visit.api("listGroups", everything);
    const nameOf = new Map(orgs.map(({ id, name }) => [id, name]));
    const { title, orgsTitle, groupsTitle, name, org, noOrgs, noGroups, create, newOrg, more } = words.home;
    return {
      title,
      body: (
        <>
          <Heading title={title} />
          {query.has("accepted") && <Notice kind="good">{words.home.accepted}</Notice>}
          <Table
            caption={groupsTitle}
            heads={[name, org]}
            rows={groups.map(({ id = "", name: groupName, orgId }) => ({
              key: id,
              cells: [
                <a href={`/projects/${id}/people`} key={id}>
                  {groupName}
                </a>,
                nameOf.get(orgId) ?? "",
              ],
            }))}
            empty={noGroups}
          />
          {totalCount > groups.length && <p>{more(totalCount - groups.length)}</p>}
          <Table
            caption={orgsTitle}
            heads={[name]}
            rows={orgs.map(({ id = "", name: orgName }) => ({
              key: id,
              cells: [
                <a href={`/orgs/${id}`} key={id}>
                  {orgName}
                </a>,
              ],
            }))}
            empty={noOrgs}
          />
          <details class="card" open={visit.problem !== undefined}>
            <summary>{create}</summary>
            <Form visit={visit} name="createOrg">
              <Field
                label={newOrg}
                name="name"
                value={typed(visit, "createOrg", "name")}
                maxLength={64}
                required
              />
              <Button kind="primary">{create}</Button>
            </Form>
          </details>
        </>
      ),
    };
  },
  forms: {
    async createOrg({ api }, form) {
      const { organization } = await api("createOrg", { body: { name: form.text("name") } });
      return { to: `/orgs/${organization?.id ?? ""}` };
    },
  },
});
