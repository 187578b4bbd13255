// Proves listOrgEventsOf and listGroupEventsOf: the events by and about a person, by day, and who may call them.
import { proveEventsOf } from "../../../test/console/support/events-of.ts";
import { ids } from "../../../test/support/world.ts";

proveEventsOf("listOrgEventsOf", { orgId: ids.org });
proveEventsOf("listGroupEventsOf", { groupId: ids.group });
