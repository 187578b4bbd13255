// Explains why a request is allowed or refused: before it on request, and after it if the request asks for it. Only in a
// rehearsal.

import { clusters } from "../../atlas/clusters/kept.ts";
import { type ClusterConnections, noDeployment } from "../../atlas/clusters/rules/cluster-connections.ts";
import { loginsTo } from "../../atlas/database-users/login.ts";
import { type DataDeed, dataRoles, isDataDeed } from "../../atlas/database-users/rules/data-access.ts";
import { dataUsersOf, findMeant, holdersOf, placeOf, withIds } from "../../atlas/users/explaining.ts";
import type { ReadonlyClock } from "../../core/clock.ts";
import { commandName } from "../../core/contract/command-names.ts";
import { splitTarget } from "../../core/contract/http-syntax.ts";
import { isVersionName, mediaType, versionsInOrder } from "../../core/contract/versions.ts";
import { door } from "../../core/domain/access.ts";
import {
  type DoorQuestion,
  type ExplainQuestion,
  type Explanation,
  explain as explainDoor,
  explainInWords,
  QuestionError,
  type WhoCan,
} from "../../core/domain/explanation.ts";
import { logIn } from "../../core/domain/login.ts";
import { toAscii } from "../../core/domain/quoting.ts";
import type { PipelineRequest, PipelineWrapper } from "../../core/http/pipeline-request.ts";
import { listOf, outside, refusalIn } from "../../core/http/refusals.ts";
import type { ApiAnswer } from "../../core/http/reply.ts";
import { findAmong } from "../../core/http/routes.ts";
import { allowAddress } from "../../core/http/stages/admit.ts";
import { negotiate } from "../../core/http/stages/negotiate.ts";
import { openDoor } from "../../core/http/stages/unit.ts";
import type { Operation } from "../../core/operations/operation.ts";
import type { Reads, Store } from "../../core/store/store.ts";
import {
  type Answered,
  type Asker,
  type Decided,
  decide,
  explanationOf,
  heldAt,
  lookAfterwards,
  type Params,
} from "./afterwards.ts";

/** The header by which a request asks, and that of the answer. */
export const asking = "x-anteroom-explain";
const answering = "x-anteroom-explanation";

export type Explaining = ReturnType<typeof createExplaining>;

export interface ExplainingDeps {
  readonly operations: readonly Operation[];
  readonly store: Pick<Store, "read">;
  readonly clock: ReadonlyClock;
  readonly admits: (value: string) => boolean;
  /** The connections; none for a store without a server, where only notes show what waits. */
  readonly connections?: ClusterConnections;
}

export function createExplaining(deps: ExplainingDeps) {
  const seen = new WeakMap<PipelineRequest, Pick<Decided, "asker" | "held">>();

  const named = <Question extends DoorQuestion>(question: Question): Promise<Question> =>
    deps.store.read((tx) => withIds(tx, question));

  function isAsked({ received }: PipelineRequest): boolean {
    const value = received.headers[asking];
    return value !== undefined && deps.admits(value);
  }

  const wrapper: PipelineWrapper = {
    stages: ({ enter }) => ({
      async enter(request, tx) {
        const { operation, received, caller: asker } = request;
        if (asker !== undefined && isAsked(request)) {
          seen.set(request, { asker, held: await heldAt(tx, operation, received.params, asker) });
        }
        return enter(request, tx);
      },
    }),
    perform: (next) => async (request) => {
      const answer = await next(request);
      if (!isAsked(request)) return answer;
      const found = seen.get(request) ?? (await lookAfterwards(deps.store, request, answer));
      return explained(answer, decide(request, answer, found));
    },
  };
  return {
    wrapper,
    explain: async (question: ExplainQuestion) => explain(deps, await named(question)),
    /** Explains why a request was refused, whether it asked or not, and with which credential it came. */
    async afterwards(request: Answered, answer: ApiAnswer) {
      const { claim, ...found } = await lookAfterwards(deps.store, request, answer);
      return { claim, explanation: answer.explanation ?? decide(request, answer, found) };
    },
    whoCan: async (question: DoorQuestion) => whoCan(deps, await named(question)),
  };
}

/** Reports whether a caller would be allowed. Rejects with a QuestionError for unknown names. */
async function explain(
  deps: ExplainingDeps,
  { caller: name, version, address, ...question }: ExplainQuestion,
): Promise<Explanation> {
  const { operation, params } = await operationOf(deps, question);
  const asked = version ?? versionsInOrder(operation.versions).at(-1) ?? "";
  if (!isVersionName(asked)) throw new QuestionError(`'${asked}' is no version; give a date`);
  return deps.store.read(async (tx) => {
    const place = await requirePlace(tx, operation, params);
    const asker = theOnly(name, await findMeant(tx, name, place?.org.id));
    const { credential } = asker;
    const listed = listOf(credential);
    // Without an address, only what holds for all addresses can be said.
    const isOpen = address === undefined && listed.length > 0;
    const refusedBy = await refusalIn(async () => {
      if (credential !== undefined && !isOpen) allowAddress(credential, address ?? "any address");
      negotiate(operation, mediaType(asked), { lenient: false, now: deps.clock.now() });
      await openDoor(operation, params, asker, tx);
    });
    const held = await heldAt(tx, operation, params, asker);
    const explanation = explanationOf({
      operation,
      asker,
      held,
      refusedBy: outside(refusedBy, address, listed),
    });
    return isOpen ? { ...explanation, onlyFrom: listed } : explanation;
  });
}

function theOnly<Found extends Asker>(name: string, [found, ...others]: readonly Found[]): Found {
  if (found === undefined) {
    throw new QuestionError(
      `nobody here is called '${name}'; give the public key or description of an API key, the client id or name of a service account, or the address of a person`,
    );
  }
  if (others.length === 0) return found;
  const names = [found, ...others].map((each) => each.name).join(", ");
  throw new QuestionError(`'${name}' may be any of ${names}; give one of these`);
}

/** Finds who may perform an operation, with the roles that allow it. Rejects with a QuestionError for unknown names. */
async function whoCan(deps: ExplainingDeps, question: DoorQuestion): Promise<WhoCan> {
  if (question.operation === logIn) return whoCanLogIn(deps, question);
  if (question.cluster !== undefined) throw new QuestionError(`a cluster is named for ${logIn} alone`);
  if (isDataDeed(question.operation)) return whoCanReach(deps, question.operation, question);
  const { operation, params } = await operationOf(deps, question);
  const { id: operationId, method, path, door } = operation;
  const { leastRole, openedBy } = explainDoor(door, []);
  return deps.store.read(async (tx) => {
    const place = await requirePlace(tx, operation, params);
    const holders = place === undefined ? [] : await holdersOf(tx, place, openedBy);
    return {
      operationId,
      method,
      path,
      door: door.kind,
      leastRole,
      openedBy,
      holders,
      databaseUsers: [],
    };
  });
}

/** Returns the call of a question that is decided in a project, and for which the API has no operation. */
const besideApi = (operationId: string) => ({
  operationId,
  method: "",
  path: "",
  door: "group" as const,
  leastRole: null,
  openedBy: [],
  holders: [],
  databaseUsers: [],
});

/** Finds who may read or write the data of a project. */
async function whoCanReach(
  { store, clock }: ExplainingDeps,
  deed: DataDeed,
  { groupId }: DoorQuestion,
): Promise<WhoCan> {
  const openedBy = dataRoles[deed];
  return store.read(async (tx) => {
    const { place, group } = await requireGroup(tx, deed, groupId);
    const databaseUsers = await dataUsersOf({ tx, now: clock.now() }, group, deed);
    const holders = await holdersOf(tx, place, openedBy);
    return { ...besideApi(deed), leastRole: openedBy[0], openedBy, holders, databaseUsers };
  });
}

/** Finds who may log in to the databases of a project, or to that of one cluster. */
async function whoCanLogIn(
  { store, clock, connections = noDeployment }: ExplainingDeps,
  { groupId, cluster }: DoorQuestion,
): Promise<WhoCan> {
  return store.read(async (tx) => {
    const { group } = await requireGroup(tx, logIn, groupId);
    const reading = { tx, now: clock.now(), connections };
    if (cluster !== undefined && (await clusters.find(reading, group, cluster)) === undefined) {
      throw new QuestionError(`the project has no cluster '${cluster}'`);
    }
    return { ...besideApi(logIn), logins: await loginsTo(reading, group, cluster) };
  });
}

async function operationOf(
  { operations }: ExplainingDeps,
  { operation: name, method, path = "", groupId, orgId }: DoorQuestion,
): Promise<{ operation: Operation; params: Params }> {
  if (name !== undefined) {
    const found = operations.find((each) => each.id === name || commandName(each) === name);
    if (found !== undefined) return { operation: found, params: { groupId, orgId } };
    throw new QuestionError(`there is no operation named '${name}'; docs/coverage.md lists all`);
  }
  if (method === undefined) throw new QuestionError("name an operation, or a method and a path");
  const [asked, plain] = [method.toUpperCase(), splitTarget(path).path];
  const found = findAmong(operations)(plain);
  const operation = found?.offered.get(asked);
  if (found && operation) return { operation, params: found.params };
  if (plain.startsWith("/api/")) {
    const { standIn } = await import("../../atlas/stand-in.ts");
    const other = standIn(asked, plain, found?.offered);
    if ("refuse" in other) throw new QuestionError(other.refuse().message);
    if ("operation" in other) return other;
  }
  throw new QuestionError(`there is no operation at ${asked} ${path}`);
}

async function requirePlace(tx: Reads, { id, door }: Pick<Operation, "id" | "door">, params: Params) {
  const place = await placeOf(tx, door, params);
  if (place !== undefined || !("role" in door)) return place;
  const [kind, name] = door.kind === "group" ? ["project", "groupId"] : ["organization", "orgId"];
  const given = params[name as string];
  if (given === undefined) throw new QuestionError(`${id} is decided in one ${kind}: give ${name}`);
  throw new QuestionError(`there is no ${kind} with the id ${given}`);
}

async function requireGroup(tx: Reads, id: string, groupId: string | undefined) {
  const place = await requirePlace(tx, { id, door: door.group("GROUP_OWNER") }, { groupId });
  if (place?.group === undefined) throw new QuestionError(`there is no project with the id ${groupId}`);
  return { place, group: place.group };
}

function explained(answer: ApiAnswer, explanation: Explanation): ApiAnswer {
  const { refusedBy } = explanation;
  const [verdict, ...needAndHeld] = explainInWords(explanation);
  // The answer itself does not say from where a credential may be used.
  const list = refusedBy?.rule === "access list" ? [refusedBy.detail] : [];
  const sentence = toAscii([verdict, ...list, ...needAndHeld].join("; "));
  return { ...answer, headers: { ...answer.headers, [answering]: sentence }, explanation };
}
