// Tests which texts may forbid a cluster.
import { equal } from "node:assert/strict";
import { test } from "node:test";
import { mayForbidClusters } from "./resource-policy.ts";

const cluster = 'ResourcePolicy::Action::"cluster.modify"';
const project = 'ResourcePolicy::Action::"project.ipAccessList.modify"';

test("a text that names other actions alone forbids no cluster; any other may", () => {
  for (const text of [
    `forbid (principal, action == ${project}, resource);`,
    `\n forbid(principal,action==${project},resource) when { true };`,
    `forbid (principal, action in [${project}], resource);`,
    'forbid (principal, action == cloud::Action::"project.edit", resource);',
  ]) {
    equal(mayForbidClusters(text), false, text);
  }
  for (const text of [
    "forbid (principal, action, resource);",
    `forbid (principal, action == ${cluster}, resource);`,
    `forbid (principal, action in [${project}, ${cluster}], resource);`,
    'forbid (principal, action == cloud::Action::"cluster.createEdit", resource);',
    String.raw`forbid (principal, action == ResourcePolicy::Action::"cluster\u{2e}modify", resource);`,
    `// (principal, action == ${project}\nforbid (principal, action, resource);`,
    `@id("forbid (principal, action ==") forbid (principal, action, resource);`,
    "forbid (principal, action, resource) when { action in context.x };",
  ]) {
    equal(mayForbidClusters(text), true, text);
  }
});
