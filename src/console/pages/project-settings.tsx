// The settings of a project.
import { groupSettingNames } from "../../domain/group-settings.ts";
import { Refusal } from "../client.ts";
import { doneAt } from "../done.ts";
import { Button, Checks, Copy, Field, Form, Heading, LinkButton, typed } from "../kit/kit.tsx";
import { Done } from "../kit/people.tsx";
import { page } from "../page.ts";
import { placesOf } from "../places.ts";

export const projectSettings = page({
  path: "/projects/:groupId/settings",
  for: "person",
  performs: ["updateGroup", "updateGroupSettings", "deleteGroup"],
  async show(visit) {
    const places = await placesOf(visit, visit.params);
    const { name } = places.group;
    const words = visit.words.projects;
    const features = visit.words.groupSettings;
    const { may } = places.group;
    const settings = await visit.api("getGroupSettings", visit.params);
    return {
      title: `${words.settings} · ${name}`,
      places,
      body: (
        <>
          <Heading
            title={name}
            lead={
              <Copy
                visit={visit}
                text={visit.params.groupId}
                label={visit.words.layout.copyOf(`ID: ${name}`)}
              />
            }
          />
          <Done visit={visit} sentences={words.done} />
          {may("updateGroup") && (
            <div class="card">
              <h2>{words.rename}</h2>
              <Form visit={visit} name="rename">
                <Field
                  label={words.newName}
                  name="name"
                  value={typed(visit, "rename", "name", name)}
                  maxLength={64}
                  required
                />
                <Button kind="primary">{words.renameSubmit}</Button>
              </Form>
            </div>
          )}
          <div class="card">
            <h2>{features.title}</h2>
            <p class="hint">{features.lead}</p>
            <Form visit={visit} name="save">
              <fieldset disabled={!may("updateGroupSettings")} aria-label={features.title}>
                <Checks
                  legend={features.legend}
                  name="on"
                  chosen={groupSettingNames.filter((each) => settings[each])}
                  options={groupSettingNames.map((each) => ({
                    value: each,
                    label: features.fields[each] ?? each,
                  }))}
                />
              </fieldset>
              {may("updateGroupSettings") && <Button kind="primary">{visit.words.layout.save}</Button>}
            </Form>
          </div>
          {may("deleteGroup") && (
            <div class="card">
              <h2>{words.delete}</h2>
              <p>{words.deleteLead}</p>
              <Form visit={visit} name="delete">
                <Field label={words.typeName(name)} name="confirmation" autocomplete="off" required />
                <Button kind="danger">{words.delete}</Button>
              </Form>
            </div>
          )}
          <LinkButton href={`/projects/${visit.params.groupId}/people`}>{visit.words.layout.back}</LinkButton>
        </>
      ),
    };
  },
  forms: {
    async rename({ api, params }, form) {
      await api("updateGroup", { ...params, body: { name: form.text("name") } });
      return { to: `/projects/${params.groupId}/settings?done=renamed` };
    },
    async save({ api, params }, form) {
      const on = form.all("on");
      const before = await api("getGroupSettings", params);
      // One that never was set stays so, unless it is switched on.
      const body = Object.fromEntries(
        groupSettingNames.flatMap((name) =>
          on.includes(name) || before[name] !== undefined ? [[name, on.includes(name)]] : [],
        ),
      );
      await api("updateGroupSettings", { ...params, body });
      return { to: `/projects/${params.groupId}/settings?done=saved` };
    },
    async delete(visit, form) {
      const { group, org } = await placesOf(visit, visit.params);
      if (form.text("confirmation") !== group.name.trim()) {
        throw new Refusal(400, { detail: visit.words.projects.otherName }, undefined);
      }
      await visit.api("deleteGroup", visit.params);
      return doneAt(org === undefined ? "/" : `/orgs/${org.id}`, "deleted", group.name);
    },
  },
});
