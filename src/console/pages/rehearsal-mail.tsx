// The mail of a rehearsal, which was captured instead of sent. Production has no such page.
import type { Dev, SeenMail } from "../dev.ts";
import { Heading, LinkButton, Notice, Table } from "../kit/kit.tsx";
import { Pager, pageOf } from "../kit/pager.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";

const mailPerPage = 50;

/** What the rehearsal offers; its pages are served in one only. */
export const devOf = ({ dev }: Visit): Dev => {
  if (dev === undefined) throw new Error("a page of the rehearsal was shown in earnest");
  return dev;
};

/** Captured mail; undefined where mail goes to a server. */
export async function mailOf(visit: Visit): Promise<readonly SeenMail[] | undefined> {
  try {
    return await devOf(visit).mail();
  } catch (reason) {
    if (reason instanceof Error && "status" in reason && reason.status === 404) return undefined;
    throw reason;
  }
}

export const rehearsalMail = page({
  path: "/rehearsal/mail",
  for: "anybody",
  async show(visit) {
    const text = visit.words.rehearsal;
    const mail = await mailOf(visit);
    const first = (pageOf(visit.query, "pageNum") - 1) * mailPerPage;
    return {
      title: text.mail,
      isWide: true,
      body: (
        <>
          <Heading title={text.mail} lead={text.mailLead}>
            <LinkButton href="/rehearsal">{text.title}</LinkButton>
          </Heading>
          {mail === undefined && <Notice kind="info">{text.mailSent}</Notice>}
          {mail !== undefined && (
            <>
              <Table
                caption={text.mail}
                heads={[text.subject, text.to, text.at]}
                rows={mail.slice(first, first + mailPerPage).map(({ id, subject, to, at }) => ({
                  key: id,
                  cells: [
                    <a href={`/rehearsal/mail/${encodeURIComponent(id)}`} key="subject">
                      {subject}
                    </a>,
                    to,
                    <Time at={at} key="at" />,
                  ],
                }))}
                empty={text.noMail}
              />
              <Pager
                visit={visit}
                name="pageNum"
                label={text.mailPages}
                perPage={mailPerPage}
                total={mail.length}
              />
            </>
          )}
        </>
      ),
    };
  },
});

export const rehearsalMessage = page({
  path: "/rehearsal/mail/:id",
  for: "anybody",
  async show(visit) {
    const { words, params } = visit;
    const text = words.rehearsal;
    const message = (await mailOf(visit))?.find(({ id }) => id === params.id);
    if (message === undefined) {
      return { title: text.mail, status: 404, body: <Heading title={text.mail} lead={text.noMessage} /> };
    }
    return {
      title: message.subject,
      isWide: true,
      body: (
        <>
          <Heading title={message.subject}>
            <LinkButton href="/rehearsal/mail">{text.allMail}</LinkButton>
          </Heading>
          <dl>
            <dt>{text.to}</dt>
            <dd>{message.to}</dd>
            <dt>{text.at}</dt>
            <dd>
              <Time at={message.at} />
            </dd>
          </dl>
          <section class="card" aria-label={text.text}>
            <pre>{linked(message.text)}</pre>
          </section>
        </>
      ),
    };
  },
});

/** A text in which addresses of this console are links; all other addresses stay text. */
const linked = (text: string) =>
  text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => {
    const path =
      index % 2 === 1
        ? /^https?:\/\/[^/]+(\/(?:invitations|reset-password)\/[\w-]+)$/.exec(part)?.[1]
        : undefined;
    return path === undefined ? (
      part
    ) : (
      <a href={path} key={String(index)}>
        {part}
      </a>
    );
  });
