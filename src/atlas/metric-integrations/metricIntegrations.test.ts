// Metric integrations of a project, answer by answer.
import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { startOperations } from "../../../test/support/operations.ts";
import { ids } from "../../../test/support/world.ts";
import { sortMembers } from "../../core/domain/sorted-members.ts";

const shownOf = { name: "x-api-key", value: "**********alue" };
const settings = {
  aggregationTemporality: "DELTA",
  authType: "HEADER",
  endpoint: "https://metrics.example.net/v1/metrics",
  integrationType: "OTEL",
  metricSelection: ["HARDWARE_METRICS"],
  providerType: "CUSTOM",
};
const sent = { ...settings, headers: [{ name: "x-api-key", value: "a-secret-value" }] };

test("metric integrations of a project", async (t) => {
  const stage = await startOperations(t, { as: "groupOwner" });
  const { answers, get, lists, testRefusals, told } = stage;
  const of = (metricIntegrationId: string, body?: object) => ({
    params: { metricIntegrationId },
    ...(body && { body }),
  });
  const create = (body: object) => get("createGroupMetricIntegration", { body });

  await t.test("201 answers the headers with the ends of their values", async () => {
    const { metricIntegrationId, ...shown } = await create(sent);
    deepEqual(shown, { ...settings, headersRedacted: [shownOf] });
    const stored = JSON.stringify(stage.rows("select * from documents"));
    equal(stored.includes("a-secret-value"), false);
    await answers(
      "getGroupMetricIntegration",
      of(metricIntegrationId),
      sortMembers({ ...shown, metricIntegrationId }),
    );
  });

  await t.test("200 lists those of a receiver", async () => {
    const custom = await create(sent);
    const other = await create({ ...sent, providerType: "DYNATRACE" });
    await lists("listGroupMetricIntegrations", { query: "providerType=DYNATRACE" }, [other]);
    await lists("listGroupMetricIntegrations", { query: "integrationType=OTEL" }, [custom, other]);
  });

  await t.test("200 replaces all of it, 204 removes it, and each change is an event", async () => {
    const { metricIntegrationId } = await create(sent);
    const body = { ...sent, endpoint: "https://other.example.net", headers: [shownOf] };
    const { endpoint } = body;
    const shown = { ...settings, endpoint, headersRedacted: body.headers, metricIntegrationId };
    await answers("updateGroupMetricIntegration", of(metricIntegrationId, body), sortMembers(shown));
    await answers("deleteGroupMetricIntegration", of(metricIntegrationId));
    await lists("listGroupMetricIntegrations", {}, []);
    deepEqual(told(), [
      ["OTEL_METRIC_INTEGRATION_ENABLED", "group"],
      ["OTEL_METRIC_INTEGRATION_CONFIGURATION_UPDATED", "group"],
      ["OTEL_METRIC_INTEGRATION_DISABLED", "group"],
    ]);
  });

  await testRefusals(
    {
      getGroupMetricIntegration: {},
      updateGroupMetricIntegration: { body: sent },
      deleteGroupMetricIntegration: {},
    },
    [["no integration", of(ids.missing), "RESOURCE_NOT_FOUND", [ids.missing]]],
  );
});
