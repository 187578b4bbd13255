// The body of the list of deprecated calls.
import * as Type from "typebox";
import { ObjectId, object, recordOf, Timestamp } from "./common.ts";

const text = (description: string) => Type.String({ description });
const count = (description: string) => Type.Integer({ minimum: 0, description });
const texts = (description: string) => recordOf(Type.String(), { description });

const Client = object(
  "DeprecatedCallClient",
  {
    tool: text(
      "Name of the tool; `unknown` where a request names none, `other` for all beyond the first thousand callers.",
    ),
    version: text("Its version; empty where it does not say."),
    resource: text("Of Terraform's provider: the resource or data source, without its prefix; else empty."),
    step: text("Of Terraform's provider: what it does to it, such as `read`; else empty."),
  },
  { description: "The program that called." },
);

const Credential = object("DeprecatedCallCredential", {
  kind: Type.Enum(["API_KEY", "SERVICE_ACCOUNT", "USER"], { type: "string", description: "What it is." }),
  id: text("Id of the API key, the service account or the person."),
  name: text("Public key or client id; empty for a person."),
});

const Day = object("DeprecatedCallDay", {
  date: Type.String({ format: "date", description: "A day, UTC." }),
  count: count("Calls on it."),
  gone: count("Calls among them that were answered 410."),
});

const Example = object(
  "DeprecatedCallExample",
  {
    params: texts("Values of the path."),
    query: texts("Values of the query."),
    version: Type.Optional(text("The version that was asked for; absent in version 1.0.")),
    body: Type.Optional(Type.Unsafe<unknown>({ description: "The body, if there was one." })),
  },
  { description: "One of the requests, with everything struck out that is secret or personal." },
);

const Calls = object("DeprecatedCalls", {
  operationId: text("What was called; `v1.0` and a blank stand before what was called in version 1.0."),
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
});

export const DeprecatedCallList = object("DeprecatedCallList", {
  calls: Type.Array(Calls, {
    description: "By operation, client and credential; first those that were seen first.",
  }),
});
