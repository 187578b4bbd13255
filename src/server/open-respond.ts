// Puts together what answers requests: routes, pages, controls and the pipeline.
import { maySignIn } from "../core/domain/policy.ts";
import { createAuthorizationEndpoints } from "../core/http/authorization-server.ts";
import { createBodies } from "../core/http/bodies.ts";
import { createDeviceEndpoints } from "../core/http/device.ts";
import { endpointRoute } from "../core/http/endpoints.ts";
import type { RecordAnswer } from "../core/http/metrics.ts";
import { monitoringRoutes } from "../core/http/monitoring.ts";
import { createTokenEndpoints } from "../core/http/oauth.ts";
import { readThroughProxies } from "../core/http/request.ts";
import { createRespond, type Respond } from "../core/http/respond.ts";
import { injectEndpointFaults } from "../core/http/wrappers/faults.ts";
import { logEndpointSecurity } from "../core/http/wrappers/security-log.ts";
import { createLogger } from "../core/log.ts";
import { sameText } from "../core/secrets/keyring.ts";
import { createAdmission } from "../testing/controls/admission.ts";
import { guarded } from "../testing/controls/guard.ts";
import { routeControls } from "../testing/controls/routes.ts";
import { documents } from "./documents.ts";
import { july, openConsole } from "./offers.ts";
import { openPipeline, type PipelineParts, table } from "./open-pipeline.ts";

interface RespondParts extends PipelineParts {
  /** The functions called with every answer but those of pages, controls, documents and monitoring. */
  readonly records: readonly RecordAnswer[];
  /** The monitoring routes, if metrics and readiness have no port of their own. */
  readonly monitored: Parameters<typeof monitoringRoutes>[0] | null;
}

export function openRespond({ records, monitored, ...parts }: RespondParts) {
  const { settings, store, keyring, clock, controls, ending } = parts;
  const { trustProxy, baseUrl, controlToken, policy } = settings;
  const logger = createLogger(settings);
  const { mint } = keyring;
  const { walk, watched, issue, limits, spend, guess, report, noteSecurity, tokens } = openPipeline(parts);
  // Bodies of known callers, and of forms that anybody may send.
  const [readBody, readForm] = [createBodies(), createBodies()];
  const refuseControl = createAdmission(controlToken, sameText);
  const overHttp =
    controls &&
    routeControls({
      controls,
      refuse: refuseControl,
      noteSecurity,
      readBody,
      wantsToken: controlToken !== null,
      hasEndings: july !== undefined,
    });
  const pages = openConsole?.({
    walk,
    readForm,
    noteSecurity,
    refuseControl,
    now: clock.now,
    takesPasswords: policy.takesPasswords,
    federates: (orgId) => maySignIn(policy, orgId),
    sendsMail: parts.mail.due !== null,
    record: (...answered) => {
      for (const record of records) record(...answered);
    },
    formKeys: () => keyring.derive("form"),
    challenge: issue.challenge,
    onceKeys: () => keyring.derive("shown-once"),
    keyring,
    mintToken: mint.apart("form").linkToken,
    dev: controls ?? undefined,
    loadEndings: july?.loadPages,
    oidc: settings.oidc,
    report: (reason, path) => logger.error({ err: reason, path }, "a page could not be shown"),
    reportProvider: (failure) => logger.warn(failure, "a sign-in with the provider failed"),
  });
  const wrappers = [
    ...(controls ? [injectEndpointFaults({ injector: controls.injector, ending, report })] : []),
    logEndpointSecurity(noteSecurity),
  ];
  const endpoints = [
    ...createTokenEndpoints({ store, clock, keyring, tokens, guess, spend, mintId: mint.id }),
    ...createDeviceEndpoints({ store, clock, keyring, tokens, issue, limits, spend, mintId: mint.id }),
    ...createAuthorizationEndpoints({ store, clock, keyring, tokens, spend, mintId: mint.id }),
  ].map((endpoint) => endpointRoute(endpoint, { readForm, report }, wrappers));
  const plain = createRespond({
    operations: table,
    walk: watched,
    readBody,
    loadStandIn: () => import("../atlas/stand-in.ts"),
    records,
    see: controls?.see ?? null,
    routes: [
      ...documents,
      ...(monitored ? monitoringRoutes(monitored) : []),
      ...(overHttp?.routes ?? []),
      ...endpoints,
    ],
    answerElsewhere: async (request) => (await overHttp?.answerAbsent(request)) ?? pages?.(request),
    logUnexpected: (err, requestId) => logger.error({ err, requestId }, "unexpected error"),
  });
  const through = trustProxy === 0 && baseUrl === null ? null : readThroughProxies(trustProxy, baseUrl);
  const arriving = (respond: Respond): Respond =>
    through === null ? respond : (received) => respond(through(received));
  const ofAddress = (published: string | null) =>
    arriving(controls ? guarded({ host: settings.host, baseUrl: published }, plain) : plain);
  // Requests within the process come from no page of another site.
  return { inProcess: arriving(plain), overSocket: ofAddress(baseUrl), ofAddress };
}
