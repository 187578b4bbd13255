// The mail of a rehearsal, which was captured instead of sent. Production has no such page.
import type { SeenMail } from "../dev.ts";
import { doneAt } from "../flash.ts";
import { headed } from "../kit/card.tsx";
import { CopyBlock } from "../kit/code.tsx";
import { Form } from "../kit/fields.tsx";
import { Copy, Facts, LinkButton, Notice } from "../kit/kit.tsx";
import { TabLinks } from "../kit/list.tsx";
import { Listing } from "../kit/listing.tsx";
import { Done } from "../kit/people.tsx";
import { Time, When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { type Outcome, page, type Form as Sent, type Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { devOf, rehearsalPage, whyRefused } from "./rehearsal.tsx";

const here = "/rehearsal/mail";
export const endings = ["accept", "decline", "expire"] as const;

/** Returns the captured mail; undefined if mail goes to a server. */
async function mailOf(visit: Pick<Visit, "dev">): Promise<readonly SeenMail[] | undefined> {
  const mail = await devOf(visit).mail.list().catch(whyRefused);
  return typeof mail === "string" ? undefined : mail;
}

const addressOf = ({ id }: SeenMail): string => `${here}/${encodeURIComponent(id)}`;

export const rehearsalMail = rehearsalPage("mail", {
  controls: ["mail.list"],
  async show(visit) {
    const mail = await mailOf(visit);
    if (mail === undefined) return { body: <Notice kind="info">{visit.words.rehearsal.mail.sent}</Notice> };
    return { list: "rows", body: <Inbox mail={mail} /> };
  },
  forms: {
    /** Answers an invitation from its own page, and leads back there. */
    async end(visit, form) {
      const back = form.text("back");
      const to = /^\/(orgs|projects)\/\w+\/invitations\/\w+$/.test(back) ? back : here;
      return end(visit, form, form.text("id"), to);
    },
  },
});

/** Ends an invitation as the form says, if it is still pending. */
async function end(visit: Visit, form: Sent, id: string, to: string): Promise<Outcome> {
  const ending = endings.find((each) => each === form.text("ending"));
  if (ending === undefined) return { to };
  const refused = await devOf(visit).invites[ending](id).catch(whyRefused);
  return refused === undefined ? doneAt(to, ending) : { to };
}

/** The messages, newest first. */
function Inbox({ mail }: { mail: readonly SeenMail[] }) {
  const { mail: text } = useVisit().words.rehearsal;
  return (
    <Listing<SeenMail>
      caption={text.title}
      all={mail}
      idOf={({ id }) => id}
      nameOf={({ subject }) => subject}
      texts={({ to, subject }) => [to, subject]}
      search={text.find}
      empty={text.none}
      total={text.count}
      columns={[
        { head: text.to, cell: ({ to }) => <span>{to}</span> },
        {
          head: text.subject,
          class: "c-half",
          cell: (message) => <a href={addressOf(message)}>{message.subject}</a>,
        },
        {
          head: text.at,
          by: "at",
          value: (message) => mail.indexOf(message),
          class: "c-time wide-only",
          cell: ({ at }) => <When at={at} />,
        },
      ]}
    />
  );
}

const views = ["html", "text", "source"] as const;

export const rehearsalMessage = page({
  path: `${here}/:id`,
  for: "anybody",
  async show(visit) {
    const { mail: text } = visit.words.rehearsal;
    const message = await messageOf(visit);
    if (message === undefined) {
      return headed(text.title, null, { lead: text.noMessage, status: 404 });
    }
    const path = linkIn(message);
    const isPending = (await invitationIn(visit, message)) !== undefined;
    return headed(
      message.subject,
      <>
        <Done sentences={text.done} />
        <Facts
          facts={[
            [text.to, message.to],
            [text.at, <Time at={message.at} key="at" />],
          ]}
        />
        {path !== undefined && <Link path={path} isPending={isPending} />}
        <Letter message={message} />
      </>,
      {
        actions: (
          <LinkButton href={here} icon="back">
            {text.all}
          </LinkButton>
        ),
        isWide: true,
        hasFrame: true,
      },
    );
  },
  forms: {
    async end(visit, form) {
      const message = await messageOf(visit);
      const invitation = message && (await invitationIn(visit, message));
      const to = message === undefined ? here : addressOf(message);
      return invitation === undefined ? { to } : end(visit, form, invitation.id, to);
    },
  },
});

/** A message as people see it, and its parts. */
function Letter({ message }: { message: SeenMail }) {
  const visit = useVisit();
  const { title, views: labels, frame } = visit.words.rehearsal.mail;
  const view = views.find((each) => each === visit.query.get("as")) ?? "html";
  return (
    <>
      <TabLinks
        label={title}
        tabs={views.map((each) => ({
          href: `${addressOf(message)}?as=${each}`,
          text: labels[each],
          isHere: each === view,
        }))}
      />
      {view === "html" ? (
        <iframe
          class="letter"
          title={frame}
          src={`${addressOf(message)}/html`}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      ) : (
        <CopyBlock id={view} text={view === "text" ? message.text : message.html} label={labels[view]} />
      )}
    </>
  );
}

/** The HTML of a message, for the frame of its page; its links open in a new window. */
export const rehearsalLetter = page({
  path: `${here}/:id/html`,
  for: "anybody",
  async show(visit) {
    const message = await messageOf(visit);
    if (message === undefined) return { to: here };
    const document = message.html.replace(/<head[^>]*>/, '$&<base target="_blank">');
    return { document, type: "text/html" };
  },
});

const messageOf = async (visit: Visit<"id">): Promise<SeenMail | undefined> =>
  (await mailOf(visit))?.find(({ id }) => id === visit.params.id);

/** Returns the path of the link in a message: to an invitation, or to a new password. */
const linkIn = ({ text }: SeenMail): string | undefined =>
  /https?:\/\/[^/\s]+(\/(?:invitations|reset-password)\/[\w-]+)/.exec(text)?.[1];

/** Finds the pending invitation that a message is about. */
async function invitationIn({ perform }: Visit, message: SeenMail) {
  const token = /^\/invitations\/(.+)$/.exec(linkIn(message) ?? "")?.[1];
  if (token === undefined) return undefined;
  const found = await perform("getInvitation", { token }).catch(unlessRefused("INVITATION_LINK_NOT_FOUND"));
  return found?.status === "PENDING" ? found : undefined;
}

/** The link of a message, to open and to copy, and the buttons that answer a pending invitation without it. */
function Link({ path, isPending }: { path: string; isPending: boolean }) {
  const visit = useVisit();
  const { mail: text } = visit.words.rehearsal;
  return (
    <section class="card" aria-label={text.link}>
      <div class="row">
        <LinkButton href={path} kind="primary" icon="open">
          {visit.words.layout.open}
        </LinkButton>
        <Copy text={`${visit.origin}${path}`} label={visit.words.people.invitation.copy} />
      </div>
      <p class="hint">{text.openHint}</p>
      {isPending && (
        <Form name="end" class="row">
          <span>{text.end}</span>
          {endings.map((ending) => (
            <button type="submit" class="button" name="ending" value={ending} key={ending}>
              {text.endings[ending]}
            </button>
          ))}
        </Form>
      )}
    </section>
  );
}
