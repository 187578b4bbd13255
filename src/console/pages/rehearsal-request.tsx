// One request that a rehearsal answered: why, and a command that sends it again.
import { struckOut } from "../../domain/deprecated-call.ts";
import type { LoggedRequest } from "../dev.ts";
import { CopyBlock } from "../kit/code.tsx";
import { Facts, Heading, LinkButton } from "../kit/kit.tsx";
import { Time } from "../kit/time.tsx";
import { page, type Visit } from "../page.ts";
import { devOf } from "./rehearsal.tsx";
import { Reasons, whyOf } from "./rehearsal-access.tsx";
import { StatusBadge } from "./rehearsal-requests.tsx";

export const rehearsalRequest = page({
  path: "/rehearsal/requests/:number",
  for: "anybody",
  async show(visit) {
    const { params, origin } = visit;
    const text = visit.words.rehearsal;
    const request = devOf(visit)
      .log()
      .find(({ number }) => String(number) === params.number);
    if (request === undefined) {
      const { title, gone } = text.requests;
      return { title, status: 404, body: <Heading title={title} lead={gone} /> };
    }
    const title = text.requests.detail(request.number);
    const why = whyOf(request);
    return {
      title,
      isWide: true,
      body: (
        <>
          <Heading title={title}>
            <LinkButton href="/rehearsal/requests" closes>
              {text.requests.title}
            </LinkButton>
          </Heading>
          <Facts facts={factsOf(request, visit)} />
          {request.explanation && (
            <>
              <h2>{text.requests.why}</h2>
              <Reasons explanation={request.explanation} />
            </>
          )}
          {why !== undefined && (
            <p>
              <a href={why}>{text.requests.ask}</a>
            </p>
          )}
          <h2>{text.requests.replay}</h2>
          <p>{text.requests.replayLead}</p>
          <CopyBlock id="curl" text={replayOf(request, origin)} label={text.requests.copy} />
        </>
      ),
    };
  },
});

function factsOf(request: LoggedRequest, { words }: Visit): Parameters<typeof Facts>[0]["facts"] {
  const text = words.rehearsal;
  const { method, path, search, operationId, status, injected, userAgent, who, at } = request;
  const target = `${method} ${path}${search && `?${search.replace(/^\?/, "")}`}`;
  return [
    [text.requests.request, <code key="request">{target}</code>],
    [text.operation, operationId ?? text.requests.nobody],
    [text.requests.status, <StatusBadge status={status} none={text.requests.notAnswered} key="status" />],
    injected === undefined ? undefined : [text.requests.fault, injected],
    [text.client, userAgent || text.unknownClient],
    [text.requests.who, who ?? text.requests.nobody],
    [text.at, <Time at={at} key="at" />],
  ];
}

const single = (text: string): string => `'${text.replace(/'/g, `'\\''`)}'`;

/** By the form of the caller: public keys are eight letters, other callers have tokens. */
const credentialOf = ({ who, path }: LoggedRequest): string[] => {
  if (path.startsWith("/api/oauth/")) return ['--user "$CLIENT_ID:$CLIENT_SECRET"'];
  // A challenge is the first half of a digest.
  if (who === null) return ['--digest --user "$PUBLIC_KEY:$PRIVATE_KEY"'];
  if (/^[a-z]{8}$/.test(who)) return [`--digest --user "${who}:$PRIVATE_KEY"`];
  return ['--header "Authorization: Bearer $TOKEN"'];
};

/** Names of members that hold a secret. */
const namesSecret = /password|secret|privatekey|token/i;

/** A body without its secrets; a body that is not JSON may hold any, and is left out. */
function bodyOf(body: string): string | undefined {
  if (body === "") return undefined;
  try {
    return JSON.stringify(JSON.parse(body), (name, value) => (namesSecret.test(name) ? struckOut : value));
  } catch {
    return undefined;
  }
}

/** The command that sends a request again. */
function replayOf(request: LoggedRequest, origin: string): string {
  const { method, path, search, accept } = request;
  const query = search === "" ? "" : `?${search.replace(/^\?/, "")}`;
  const body = bodyOf(request.body);
  return [
    `curl --include --request ${method} ${single(`${origin}${path}${query}`)}`,
    ...credentialOf(request),
    ...(accept === "" ? [] : [`--header ${single(`Accept: ${accept}`)}`]),
    ...(body === undefined
      ? []
      : [`--header ${single("Content-Type: application/json")}`, `--data ${single(body)}`]),
  ].join(" \\\n  ");
}
