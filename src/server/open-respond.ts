// Puts together what answers requests: routes, pages, controls and the pipeline.
import type { Clock } from "../clock.ts";
import { createProvider, type Provider } from "../console/oidc.ts";
import { createConsole } from "../console/register.ts";
import { createAdmission } from "../controls/admission.ts";
import { createGuard } from "../controls/guard.ts";
import { routeControls } from "../controls/routes.ts";
import { jsonAnswer, type Route } from "../http/answer.ts";
import { type EndpointWrapper, endpointRoute } from "../http/answer-endpoint.ts";
import { createBodies } from "../http/bodies.ts";
import { decompress } from "../http/decompress.ts";
import { createDeviceEndpoints } from "../http/device.ts";
import type { Metrics } from "../http/metrics.ts";
import { monitoringRoutes } from "../http/monitoring.ts";
import { createTokenEndpoints } from "../http/oauth.ts";
import { createObserve, createRecord } from "../http/observe.ts";
import { createRefuseRequest } from "../http/refuse-request.ts";
import { createToRequest } from "../http/request.ts";
import { createRespond, type Respond } from "../http/respond.ts";
import { injectEndpointFaults } from "../http/wrappers/endpoint-faults.ts";
import { logEndpointSecurity } from "../http/wrappers/endpoint-security.ts";
import { createLogger } from "../log.ts";
import { documentAsked, documentPath } from "../openapi/routes.ts";
import { type Keyring, sameText } from "../secrets/keyring.ts";
import { describeSeeds, schemaFile } from "../seed/schema.ts";
import type { Settings } from "../settings/settings.ts";
import { openPipeline, type PipelineParts, table } from "./open-pipeline.ts";

/** The provider of the settings, asked only when somebody signs in. */
function openProvider(
  settings: Settings,
  { keyring, clock }: { keyring: Keyring; clock: Clock },
): Provider | undefined {
  if (settings.oidc === null) return undefined;
  const log = createLogger(settings);
  return createProvider(settings.oidc, {
    keys: keyring.derive("provider"),
    now: () => clock.now(),
    report: (failure) => log.warn(failure, "a sign-in with the provider failed"),
  });
}

/** Documents that programs and editors read. */
const documents: readonly Route[] = [
  {
    ...{ method: "GET", path: documentPath },
    answer: async ({ search, origin }) => jsonAnswer(documentAsked(table, search, origin)),
  },
  {
    ...{ method: "GET", path: `/${schemaFile}` },
    answer: async () =>
      jsonAnswer(describeSeeds(), { headers: { "content-type": "application/schema+json; charset=utf-8" } }),
  },
];

interface RespondParts extends PipelineParts {
  readonly metrics: Metrics;
  /** Where metrics and readiness have no port of their own. */
  readonly monitored: Parameters<typeof monitoringRoutes>[0] | null;
}

/** The server as a function: pipeline, endpoints of tokens, controls, documents and pages. */
export function openRespond({ metrics, monitored, ...parts }: RespondParts): Respond {
  const { settings, store, keyring, clock, controls, ending } = parts;
  const logger = createLogger(settings);
  const { mint } = keyring;
  const { walk, issue, limits, spend, report, noteSecurity } = openPipeline(parts);
  // Of known callers, and of forms that anybody may send.
  const [readBody, readForm] = [createBodies(), createBodies()];
  const record = createRecord({ metrics, logger });
  const refuseControl = createAdmission(settings.controlToken, sameText);
  const overHttp =
    controls === null
      ? null
      : routeControls({
          ...{ controls, refuse: refuseControl, noteSecurity, readBody, decompress, toJson: jsonAnswer },
          wantsToken: settings.controlToken !== null,
        });
  const pages = createConsole({
    ...{ walk, readForm, record, noteSecurity, refuseControl },
    formKeys: () => keyring.derive("form"),
    onceKeys: () => keyring.derive("shown-once"),
    now: clock.now,
    mintToken: mint.apart("form").linkToken,
    dev: controls ?? undefined,
    provider: openProvider(settings, { keyring, clock }),
    takesPasswords: settings.policy.takesPasswords,
    report: (reason, path) => logger.error({ err: reason, path }, "a page could not be shown"),
  });
  const guard = controls === null ? null : createGuard(settings);
  const observe = createObserve({
    record,
    see: controls?.see ?? null,
    isForeign: guard?.isForeign ?? (() => false),
  });
  const refuse = createRefuseRequest({ observe, logger });
  const endpointWrappers: EndpointWrapper[] = [
    ...(controls ? [injectEndpointFaults({ injector: controls.injector, ending, report })] : []),
    logEndpointSecurity(noteSecurity),
  ];
  const endpoints = [
    ...createTokenEndpoints({ store, clock, keyring, mintId: mint.id }),
    ...createDeviceEndpoints({ store, clock, keyring, issue, limits, spend, mintId: mint.id }),
  ].map((endpoint) => endpointRoute(endpoint, { readForm, observe, refuse, report }, endpointWrappers));
  const watched = controls === null ? walk : controls.watch(walk);
  return createRespond({
    toRequest: createToRequest(settings.trustProxy, settings.baseUrl),
    operations: table,
    ...{ walk: watched, readBody },
    routes: [
      ...documents,
      ...(monitored === null ? [] : monitoringRoutes(monitored)),
      ...(overHttp?.routes ?? []),
      ...endpoints,
    ],
    answerElsewhere: async (request) => (await overHttp?.answerAbsent(request)) ?? pages(request),
    ...{ guard, observe, refuse },
  });
}
