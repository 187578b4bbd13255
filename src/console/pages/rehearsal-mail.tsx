// The mail of a rehearsal, which was captured instead of sent. Production has no such page.
import type { SeenMail } from "../dev.ts";
import { doneAt } from "../done.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Form } from "../kit/fields.tsx";
import { Icon } from "../kit/icon.tsx";
import { Copy, Heading, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Done } from "../kit/people.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { unlessRefused } from "../refusals.ts";
import { devOf, refusalOf, rehearsalView } from "./rehearsal.tsx";

const perPage = 50;

export const endings = ["accept", "decline", "expire"] as const;

/** Captured mail; undefined where mail goes to a server. */
async function mailOf(visit: Pick<Visit, "dev">): Promise<readonly SeenMail[] | undefined> {
  let mail: readonly SeenMail[] | undefined;
  await refusalOf(async () => {
    mail = await devOf(visit).mail();
  });
  return mail;
}

const addressOf = ({ id }: SeenMail): string => `/rehearsal/mail/${encodeURIComponent(id)}`;

export const rehearsalMail = page({
  path: "/rehearsal/mail",
  for: "anybody",
  controls: ["mail.list"],
  async show(visit) {
    const { mail: text } = visit.words.rehearsal;
    const mail = await mailOf(visit);
    return {
      ...rehearsalView({
        visit,
        place: "mail",
        body:
          mail === undefined ? <Notice kind="info">{text.sent}</Notice> : <Found visit={visit} mail={mail} />,
      }),
      ...(mail !== undefined && { list: "found" }),
    };
  },
  forms: {
    /** Answers an invitation from its own page, and leads back there. */
    async end(visit, form) {
      const back = form.text("back");
      const to = /^\/(orgs|projects)\/\w+\/invitations\/\w+$/.test(back) ? back : "/rehearsal/mail";
      const ending = endings.find((each) => each === form.text("ending"));
      if (ending === undefined) return { to };
      const refused = await refusalOf(() => devOf(visit).endInvite(form.text("id"), ending));
      return refused === undefined ? doneAt(to, ending) : { to };
    },
  },
});

function Found({ visit, mail }: { visit: Visit; mail: readonly SeenMail[] }) {
  const { mail: text, refresh } = visit.words.rehearsal;
  const wanted = (visit.query.get("q") ?? "").trim().toLowerCase();
  const found = mail.filter(({ to, subject }) => `${to} ${subject}`.toLowerCase().includes(wanted));
  const first = (pageOf(visit.query, "pageNum") - 1) * perPage;
  return (
    <>
      <form method="get" class="tools">
        <span class="find">
          <Icon name="search" />
          <input
            type="search"
            name="q"
            value={wanted}
            placeholder={text.find}
            aria-label={text.find}
            data-live
          />
        </span>
        <button type="submit" class="button">
          {refresh}
        </button>
      </form>
      <div id="found" tabIndex={-1} class="titled" data-count={text.count(found.length)}>
        <Table
          caption={text.title}
          heads={[text.to, text.subject, text.at]}
          rows={found.slice(first, first + perPage).map((message) => ({
            key: message.id,
            cells: [
              message.to,
              <a href={addressOf(message)} key="subject">
                {message.subject}
              </a>,
              <Time at={message.at} key="at" />,
            ],
          }))}
          empty={text.none}
        />
        <div class="under">
          <span>{text.count(found.length)}</span>
          <Pager name="pageNum" label={text.pages} perPage={perPage} total={found.length} />
        </div>
      </div>
    </>
  );
}

const views = ["html", "text", "source"] as const;

export const rehearsalMessage = page({
  path: "/rehearsal/mail/:id",
  for: "anybody",
  async show(visit) {
    const { mail: text } = visit.words.rehearsal;
    const message = await messageOf(visit);
    if (message === undefined) {
      return { title: text.title, status: 404, body: <Heading title={text.title} lead={text.noMessage} /> };
    }
    const path = linkIn(message);
    const isPending = (await invitationIn(visit, message)) !== undefined;
    const view = views.find((each) => each === visit.query.get("as")) ?? "html";
    return {
      title: message.subject,
      isWide: true,
      hasFrame: true,
      body: (
        <>
          <Heading title={message.subject}>
            <LinkButton href="/rehearsal/mail" icon="back">
              {text.all}
            </LinkButton>
          </Heading>
          <Done sentences={text.done} />
          <dl>
            <dt>{text.to}</dt>
            <dd>{message.to}</dd>
            <dt>{text.at}</dt>
            <dd>
              <Time at={message.at} />
            </dd>
          </dl>
          {path !== undefined && <Link visit={visit} path={path} isPending={isPending} />}
          <nav class="tabs" aria-label={text.title}>
            {views.map((each) => (
              <a
                key={each}
                href={`${addressOf(message)}?as=${each}`}
                aria-current={each === view ? "page" : undefined}
              >
                {text.views[each]}
              </a>
            ))}
          </nav>
          {view === "html" && (
            <iframe
              class="letter"
              title={text.frame}
              src={`${addressOf(message)}/html`}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
            />
          )}
          {view === "text" && <CopyBlock id="text" text={message.text} label={text.views.text} />}
          {view === "source" && <CopyBlock id="source" text={message.html} label={text.views.source} />}
        </>
      ),
    };
  },
  forms: {
    async end(visit, form) {
      const message = await messageOf(visit);
      const invitation = message && (await invitationIn(visit, message));
      const ending = endings.find((each) => each === form.text("ending"));
      const to = message === undefined ? "/rehearsal/mail" : addressOf(message);
      if (invitation === undefined || ending === undefined) return { to };
      const refused = await refusalOf(() => devOf(visit).endInvite(invitation.id, ending));
      return refused === undefined ? doneAt(to, ending) : { to };
    },
  },
});

/** The HTML of a message, for the frame of its page; its links open beside. */
export const rehearsalLetter = page({
  path: "/rehearsal/mail/:id/html",
  for: "anybody",
  async show(visit) {
    const message = await messageOf(visit);
    if (message === undefined) return { to: "/rehearsal/mail" };
    const document = message.html.replace(/<head[^>]*>/, '$&<base target="_blank">');
    return { document, type: "text/html" };
  },
});

const messageOf = async (visit: Visit<"id">): Promise<SeenMail | undefined> =>
  (await mailOf(visit))?.find(({ id }) => id === visit.params.id);

/** Path of the link of a message: the one to an invitation, or to a new password. */
const linkIn = ({ text }: SeenMail): string | undefined =>
  /https?:\/\/[^/\s]+(\/(?:invitations|reset-password)\/[\w-]+)/.exec(text)?.[1];

/** The invitation that a message is about, while it is pending. */
async function invitationIn({ perform }: Visit, message: SeenMail) {
  const token = /^\/invitations\/(.+)$/.exec(linkIn(message) ?? "")?.[1];
  if (token === undefined) return undefined;
  const found = await perform("getInvitation", { token }).catch(unlessRefused("INVITATION_LINK_NOT_FOUND"));
  return found?.status === "PENDING" ? found : undefined;
}

interface LinkProps {
  readonly visit: Visit;
  readonly path: string;
  /** Whether it can be answered for its person. */
  readonly isPending: boolean;
}

/** The link of a message to open and to copy, and buttons that answer without it. */
function Link({ visit, path, isPending }: LinkProps) {
  const { mail: text } = visit.words.rehearsal;
  return (
    <section class="card" aria-label={text.link}>
      <div class="row">
        <LinkButton href={path} kind="primary" icon="open">
          {text.open}
        </LinkButton>
        <Copy text={`${visit.origin}${path}`} label={text.copy} />
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
