// The body of the list of calls of what ends.
import * as Type from "typebox";
import { ObjectId, recordOf, Timestamp } from "./common.ts";

const text = (description: string) => Type.String({ description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const texts = (description: string) => recordOf(Type.String(), { description });

const Client = Type.Object(
  {
    tool: text(
      "Name of the tool; `unknown` where a request names none, `other` for all beyond the first thousand callers.",
    ),
    version: text("Its version; empty where it does not say."),
    resource: text("Of Terraform's provider: the resource or data source, without its prefix; else empty."),
    step: text("Of Terraform's provider: what it does to it, such as `read`; else empty."),
  },
  { $id: "DeprecatedCallClient", description: "The program that called." },
);

const Credential = Type.Object(
  {
    kind: Type.Enum(["API_KEY", "SERVICE_ACCOUNT", "USER"], { type: "string", description: "What it is." }),
    id: text("Id of the API key, the service account or the person."),
    name: text("Public key or client id; empty for a person."),
  },
  { $id: "DeprecatedCallCredential" },
);

const Day = Type.Object(
  {
    date: Type.String({ format: "date", description: "A day, UTC." }),
    count: count("Calls on it."),
    gone: count("Calls among them that were answered 410."),
  },
  { $id: "DeprecatedCallDay" },
);

const Example = Type.Object(
  {
    params: texts("Values of the path."),
    query: texts("Values of the query."),
    body: Type.Optional(Type.Unsafe<unknown>({ description: "The body, if there was one." })),
  },
  {
    $id: "DeprecatedCallExample",
    description: "One of the requests, with everything struck out that is secret or personal.",
  },
);

const Calls = Type.Object(
  {
    operationId: text("What was called."),
    orgId: Type.Union([ObjectId, Type.Null()], { description: "Organization of the calls." }),
    userAgent: text("A User-Agent of the client, as it came."),
    client: Client,
    credential: Type.Union([Credential, Type.Null()], {
      description: "Who called; null for several together.",
    }),
    count: count("Calls in all."),
    gone: count("Calls among them that were answered 410."),
    firstAt: { ...Timestamp, description: "The first of them." },
    lastAt: { ...Timestamp, description: "The last of them." },
    days: Type.Array(Day, { description: "Calls by day." }),
    example: Example,
  },
  { $id: "DeprecatedCalls" },
);

export const DeprecatedCallList = Type.Object(
  {
    calls: Type.Array(Calls, {
      description: "By operation, client and credential; first those that were seen first.",
    }),
  },
  { $id: "DeprecatedCallList" },
);
