// Connections of stream workspaces: the members that each type has, and their states.

import type { StreamsConnectionRequest } from "../../../client/api.ts";
import { type FaultMaker, missing } from "../../../core/contract/errors.ts";
import { type Course, stateAt, type Walking } from "../../../core/domain/course.ts";
import type { Instant } from "../../../core/domain/instant.ts";
import type { Sent } from "../../../core/domain/sent.ts";
import { sortAllMembers } from "../../../core/domain/sorted-members.ts";
import { refuseMember } from "./workspace.ts";

export type SentConnection = Sent<StreamsConnectionRequest>;
type Type = NonNullable<SentConnection["type"]>;

export interface Connection extends SentConnection {
  readonly name: string;
  readonly type: Type;
  readonly region: string;
  readonly workspaceName: string;
  /** Milliseconds that it takes to be ready, or to be gone. */
  readonly step: number;
}

interface Members {
  readonly needs: readonly (keyof SentConnection)[];
  readonly others?: readonly (keyof SentConnection)[];
}

/** The members of each type in addition to those of all. */
const members: Readonly<Record<Type, Members>> = {
  AWSKinesisDataStreams: { needs: ["aws"], others: ["networking"] },
  AWSLambda: { needs: ["aws"], others: ["publicPrivateNetworking"] },
  AzureBlobStorage: { needs: ["azure"], others: ["publicPrivateNetworking"] },
  Cluster: { needs: ["clusterName"], others: ["clusterGroupId", "dbRoleToExecute"] },
  GCPPubSub: { needs: ["gcp"], others: ["publicPrivateNetworking"] },
  Https: { needs: ["url"], others: ["headers"] },
  Kafka: { needs: ["bootstrapServers"], others: ["authentication", "config", "networking", "security"] },
  S3: { needs: ["aws"], others: ["networking"] },
  Sample: { needs: [] },
  SchemaRegistry: { needs: ["provider", "schemaRegistryAuthentication", "schemaRegistryUrls"] },
};

const ofAll = ["name", "region", "type"] as const;

const isEmpty = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.keys(value).length === 0;

export const connectionErrors = ["INVALID_ATTRIBUTE", "MISSING_ATTRIBUTE"] as const;

/**
 * Leaves empty members out, refuses those of another type, and demands those of the type. The Terraform provider sends empty
 * headers with any type.
 */
function checkMembers<Body extends SentConnection>(
  type: Type,
  sent: Body,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
  refuseLack: (name: string) => Error,
): Body {
  const { needs, others = [] } = members[type];
  const known: readonly string[] = [ofAll, needs, others].flat();
  const given = Object.entries(sent).filter(([, value]) => !isEmpty(value));
  const foreign = given.find(([name]) => !known.includes(name));
  if (foreign !== undefined) {
    throw refuseMember(fault, foreign[0], `It does not belong to a connection of type ${type}.`);
  }
  const checked = Object.fromEntries(given) as Body;
  const lacking = needs.find((each) => checked[each] === undefined);
  if (lacking !== undefined) throw refuseLack(lacking);
  return checked;
}

/** A connection to a Kafka cluster is reached over public addresses unless it says otherwise. */
const usual = (type: Type): SentConnection =>
  type === "Kafka" ? { networking: { access: { type: "PUBLIC" } } } : {};

/** Returns the members of a new connection. */
export function chooseConnection<Body extends SentConnection & Pick<Connection, "name" | "type">>(
  sent: Body,
  fault: FaultMaker<(typeof connectionErrors)[number]>,
): Omit<Connection, "region" | "workspaceName" | "step"> {
  const checked = checkMembers(sent.type, sent, fault, (name) => missing(name, fault));
  return { ...usual(sent.type), ...checked };
}

/** The members that stay as they are. */
const lasting = ["name", "networking", "publicPrivateNetworking", "region", "type"] as const;

/** Returns a connection with a change: an empty member takes the one out that was there. */
export function changeConnection(
  before: Connection,
  sent: SentConnection,
  fault: FaultMaker<"INVALID_ATTRIBUTE">,
): Connection {
  const changed = lasting.find(
    (name) => sent[name] !== undefined && textOf(sent[name]) !== textOf(before[name]),
  );
  if (changed !== undefined) throw refuseMember(fault, changed, "It cannot be changed.");
  const { workspaceName, step, ...others } = before;
  const checked = checkMembers(before.type, { ...others, ...sent }, fault, (name) =>
    refuseMember(fault, name, `A connection of type ${before.type} needs it.`),
  );
  return { workspaceName, step, ...checked } as Connection;
}

const textOf = (value: unknown): string => JSON.stringify(sortAllMembers(value));

/** Returns how a connection is reached through the network. */
export const accessOf = ({ networking, publicPrivateNetworking }: SentConnection) =>
  (networking ?? publicPrivateNetworking)?.access;

/** Reports whether Atlas has to prepare the network before the connection is ready. */
export const isPrivate = (connection: SentConnection): boolean =>
  !["PUBLIC", undefined].includes(accessOf(connection)?.type);

const course: Course<"PENDING" | "READY" | "DELETING"> = {
  states: ["PENDING", "READY"],
  ending: "DELETING",
};

/** Returns the state at an instant. */
export const stateOfConnection = (
  {
    document: { step },
    ...connection
  }: { readonly document: Pick<Connection, "step"> } & Omit<Walking, "step">,
  now: Instant,
) => stateAt(course, { ...connection, step }, now);
