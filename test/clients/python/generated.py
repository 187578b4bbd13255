"""What a program does with the client that openapi-generator made: prints in JSON what test/support/generated.ts expects."""

import json
import os

import atlas
from atlas.rest import ApiException

configuration = atlas.Configuration(host=os.environ["BASE_URL"], access_token=os.environ["ACCESS_TOKEN"])
statuses = ["ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED"]


def show(user):
    one = user.actual_instance
    own = one.first_name if isinstance(one, atlas.models.OrgActiveUserResponse | atlas.models.GroupActiveUserResponse) else one.inviter_username
    return [type(one).__name__, one.username, one.org_membership_status, own]


with atlas.ApiClient(configuration) as client:
    people = atlas.MongoDBCloudUsersApi(client)
    projects = atlas.ProjectsApi(client)
    organization = atlas.OrganizationsApi(client).list_orgs().results[0]
    project = projects.list_groups().results[0]
    of_organization = people.list_org_users(organization.id, org_membership_statuses=statuses)
    of_project = people.list_group_users(project.id, org_membership_statuses=statuses)
    made = projects.create_group(atlas.GroupRequest(name="Zoë's", orgId=organization.id))
    try:
        projects.get_group("f" * 24)
        refused = None
    except ApiException as problem:
        refused = [problem.data.error, problem.data.error_code]

print(
    json.dumps(
        {
            "orgs": [organization.name],
            "groups": [project.name],
            "orgUsers": [show(user) for user in of_organization.results],
            "groupUsers": [show(user) for user in of_project.results],
            "made": made.name,
            "refused": refused,
        }
    )
)
