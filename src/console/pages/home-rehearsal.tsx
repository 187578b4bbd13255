// The top of a rehearsal's first page: a request to send, and its result; the script reloads it.
import type { ComponentChildren } from "preact";
import { writeSnippets } from "../../code/snippets.ts";
import { repository } from "../../core/contract/release.ts";
import type { Dev } from "../dev.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Icon, type IconName } from "../kit/icon.tsx";
import { Time, When } from "../kit/time.tsx";
import { useVisit } from "../kit/visit.ts";
import { ownExamplesOf } from "../own-examples.ts";
import type { Visit } from "../page.ts";
import { devOf } from "./rehearsal.tsx";
import { clientOf, StatusBadge } from "./rehearsal-log.tsx";

const guides = ["terraform", "atlas-cli", "clients", "ci", "july-2027"] as const;

/** The number of requests shown, newest first. */
const fewRequests = 4;

/** Returns the captured mail; undefined if mail goes to a server. */
const capturedMail = (dev: Dev) => dev.mail.list().catch(() => undefined);

/** Reads the values of the tiles, before the page is rendered. */
export async function readTiles(visit: Visit, groupId: string | undefined) {
  const mine = ownExamplesOf(visit);
  const known = groupId === undefined ? {} : { groupId };
  const call = await mine.exampleOf(groupId === undefined ? "listGroups" : "listGroupUsers", known);
  return {
    curl: writeSnippets(call, visit.origin, await mine.publicKey(known)).curl,
    mail: await capturedMail(devOf(visit)),
  };
}

type Shown = Awaited<ReturnType<typeof readTiles>>;

export function Tiles({ curl, mail }: Shown) {
  const { words } = useVisit();
  const { run, runLead, guide, guideNames } = words.home.rehearsal;
  return (
    <>
      <Tile id="run" icon="play" title={run}>
        <CopyBlock id="curl" text={curl} label={words.layout.copyOf("curl")} />
        <p class="hint">
          {runLead} <code>eval "$(npx --no -- anteroom env --node)"</code>
        </p>
      </Tile>
      <div id="now" class="tiles" data-anew>
        <Requests />
        {mail !== undefined && <Mail mail={mail} />}
        <Clock />
      </div>
      <p class="guides kept">
        {guide}{" "}
        {guides.map((name) => (
          <a key={name} href={`${repository}/blob/main/docs/guides/${name}.md`} rel="noreferrer">
            {guideNames[name]}
          </a>
        ))}
      </p>
    </>
  );
}

interface TileProps {
  readonly id: string;
  readonly icon: IconName;
  readonly href?: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

const Tile = ({ id, icon, href, title, children }: TileProps) => (
  <section class="card tile" aria-labelledby={id}>
    <h2 id={id}>
      <Icon name={icon} /> {href === undefined ? title : <a href={href}>{title}</a>}
    </h2>
    {children}
  </section>
);

function Mail({ mail }: { mail: NonNullable<Shown["mail"]> }) {
  const { words } = useVisit();
  const { mail: title, mailNone } = words.home.rehearsal;
  const [newest] = mail;
  return (
    <Tile id="mail" icon="mail" href="/rehearsal/mail" title={title(mail.length)}>
      {newest === undefined ? (
        <p class="hint">{mailNone}</p>
      ) : (
        <p>
          <a href={`/rehearsal/mail/${newest.id}`}>{newest.subject}</a>
          <small>
            {newest.to} · <When at={newest.at} />
          </small>
        </p>
      )}
    </Tile>
  );
}

function Clock() {
  const visit = useVisit();
  const { strip, clock: words } = visit.words.rehearsal;
  const { clock } = devOf(visit);
  return (
    <Tile id="clock" icon="clock" href="/rehearsal/clock" title={words.title}>
      <p>
        <Time at={clock.now()} />
        <small>{strip.states[clock.state()]}</small>
      </p>
    </Tile>
  );
}

function Requests() {
  const visit = useVisit();
  const { home, rehearsal } = visit.words;
  const found = devOf(visit).log().slice(0, fewRequests);
  return (
    <Tile id="requests" icon="activity" href="/rehearsal/requests" title={rehearsal.requests.title}>
      {found.length === 0 ? (
        <p class="hint waiting">{home.rehearsal.waiting}</p>
      ) : (
        <ul>
          {found.map((request) => (
            <li key={request.number}>
              <StatusBadge status={request.status} />{" "}
              <a href={`/rehearsal/requests/${request.number}`} data-dialog>
                {request.operationId ?? `${request.method} ${request.path}`}
              </a>
              <small>
                {request.refusedBy?.code ?? clientOf(request)} · <When at={request.at} />
              </small>
            </li>
          ))}
        </ul>
      )}
    </Tile>
  );
}
