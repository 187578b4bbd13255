// Bodies of the operations on resource policies.
import * as Type from "typebox";
import { object } from "./common.ts";
import { id, orNull, readable, when } from "./members.ts";

const user = (description: string) =>
  Type.Optional(
    object(
      "ApiAtlasUserMetadataView",
      { id: id("Id of the person or credential."), name: readable("Its address, public key or client id.") },
      { readOnly: true, description },
    ),
  );

export const ResourcePolicy = object("ApiAtlasResourcePolicyView", {
  createdByUser: user("Who made it."),
  createdDate: when("When it was made."),
  description: readable("What it is for."),
  id: id("Id of the resource policy."),
  lastUpdatedByUser: user("Who changed it last."),
  lastUpdatedDate: when("When it was changed last."),
  name: readable("Name of it."),
  orgId: id("Organization of the policy."),
  policies: Type.Optional(
    Type.Array(
      object("ApiAtlasPolicyView", {
        body: readable("Text of the policy in Cedar."),
        id: id("Id of the policy."),
      }),
      { readOnly: true, description: "Texts of it." },
    ),
  ),
  version: readable("Version of the language of its policies: v1."),
});
export const ResourcePolicies = Type.Array(ResourcePolicy, { description: "Policies, oldest first." });

const policies = Type.Array(
  object("ApiAtlasPolicyCreateView", {
    body: Type.String({ minLength: 1, description: "Text of the policy in Cedar." }),
  }),
  { description: "Texts of it; a sent list replaces the old one." },
);
const name = Type.String({ minLength: 1, maxLength: 255, description: "Name, unique in the organization." });
const description = orNull(Type.String(), "What it is for; null or empty for nothing.");

export const ResourcePolicyCreate = object("ApiAtlasResourcePolicyCreateView", {
  description,
  name,
  policies,
});
export const ResourcePolicyEdit = object("ApiAtlasResourcePolicyEditView", {
  description,
  name: Type.Optional(name),
  policies: Type.Optional(policies),
});

const PolicyMetadata = object("ApiAtlasPolicyMetadataView", {
  policyId: id("Id of a text that forbids it."),
});

export const NonCompliantResources = Type.Array(
  object("ApiAtlasNonCompliantResourceView", {
    orgId: id("Organization of the resource."),
    resourceId: id("Id of the resource."),
    resourceName: readable("Name of the resource."),
    resourcePoliciesCausingNonCompliance: Type.Optional(
      Type.Array(
        object("ApiAtlasResourcePolicyMetadataView", {
          policiesCausingNonCompliance: Type.Optional(
            Type.Array(PolicyMetadata, {
              readOnly: true,
              description: "Texts of it that forbid the resource.",
            }),
          ),
          resourcePolicyId: id("Id of the resource policy."),
          resourcePolicyName: readable("Name of the resource policy."),
        }),
        { readOnly: true, description: "Resource policies that forbid it." },
      ),
    ),
    resourceType: Type.Optional(
      Type.Enum(["CLUSTER", "PROJECT", "DEPRECATED_CLUSTER", "DEPRECATED_PROJECT"], {
        type: "string",
        readOnly: true,
        description: "Type of the resource; here always CLUSTER.",
      }),
    ),
  }),
  { description: "Resources that policies forbid." },
);

export const DeletedResourcePolicy = Type.Object({});
