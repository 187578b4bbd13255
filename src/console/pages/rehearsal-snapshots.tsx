// Snapshots of a rehearsal, and its reset to the seed.
import { doneAt } from "../flash.ts";
import { Field, Form } from "../kit/fields.tsx";
import { Button, Table } from "../kit/kit.tsx";
import { ButtonForm } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { devOf, rehearsalPage, stayingAt } from "./rehearsal.tsx";

const here = "/rehearsal/snapshots";
const longestName = 100;

export const rehearsalSnapshots = rehearsalPage("snapshots", {
  controls: ["snapshot.take", "snapshot.restore", "reset"],
  show(visit) {
    const { rehearsal, layout } = visit.words;
    const { snapshots: text } = rehearsal;
    return {
      body: (
        <>
          <Table
            caption={text.title}
            heads={[layout.name, text.taken, layout.actions]}
            rows={devOf(visit)
              .snapshot.list()
              .toReversed()
              .map(({ name, takenAt }) => ({
                key: name,
                cells: [
                  name,
                  <Time at={takenAt} key="taken" />,
                  <ButtonForm
                    name="restore"
                    fields={{ name }}
                    label={text.restoreOf(name)}
                    confirm={text.restoreConfirm(name)}
                    key="restore"
                  >
                    {text.restore}
                  </ButtonForm>,
                ],
              }))}
            empty={text.none}
          />
          <Making />
        </>
      ),
    };
  },
  forms: {
    async take(visit, form) {
      const name = form.text("name");
      if (name === "" || name.length > longestName) return visit.words.rehearsal.snapshots.badName;
      await devOf(visit).snapshot.take(name);
      return doneAt(here, "taken", name);
    },
    async restore(visit, form) {
      const name = form.text("name");
      await devOf(visit).snapshot.restore(name);
      return stayingAt(visit, here, "restored", name);
    },
    async reset(visit) {
      await devOf(visit).reset();
      return stayingAt(visit, here, "reset");
    },
  },
});

function Making() {
  const { rehearsal, layout } = useVisit().words;
  const { snapshots: text } = rehearsal;
  return (
    <div class="columns">
      <Form name="take" class="card">
        <h2>{text.take}</h2>
        <Field label={layout.name} name="name" hint={text.nameHint} maxLength={longestName} required />
        <Button kind="primary">{text.take}</Button>
      </Form>
      <Form name="reset" class="card">
        <h2>{text.reset}</h2>
        <p>{text.resetLead}</p>
        <Button kind="danger" confirm={text.resetConfirm}>
          {text.reset}
        </Button>
      </Form>
    </div>
  );
}
