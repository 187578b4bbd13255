// A program that uses the client that openapi-generator made: prints in JSON what test/support/generated.ts expects.
use atlas::apis::{
    configuration::Configuration, mongo_db_cloud_users_api as people, organizations_api as orgs,
    projects_api as projects, Error,
};
use atlas::models::{ApiError, GroupInvitationRequest, GroupRequest, GroupUserResponse, OrgUserResponse};
use reqwest::header::{HeaderMap, HeaderValue, ACCEPT};
use serde_json::{json, Value};
use std::env::var;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let url = var("BASE_URL")?;
    // It sends no version of its own.
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static("application/vnd.atlas.2025-03-12+json"));
    let client = Configuration {
        bearer_access_token: Some(request_token(&url).await?),
        client: reqwest::Client::builder().default_headers(headers).build()?,
        base_path: url,
        ..Default::default()
    };
    let statuses = || Some(["ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED"].map(String::from).to_vec());

    let org = orgs::list_orgs(&client, None, None, None, None, None, None).await?.results.remove(0);
    let group = projects::list_groups(&client, None, None, None, None, None).await?.results.remove(0);
    let org_id = org.id.unwrap_or_default();
    let group_id = group.id.unwrap_or_default();
    let of_org = people::list_org_users(&client, &org_id, None, None, None, None, None, None, None, statuses()).await?;
    let of_group =
        people::list_group_users(&client, &group_id, None, None, None, None, None, None, None, None, statuses(), None)
            .await?;
    let request = GroupRequest::new("Zoë's".into(), org_id);
    let made = projects::create_group(&client, request, None, None, None).await?;
    let roles = GroupInvitationRequest {
        username: Some("hello@example.com".into()),
        roles: Some(vec!["GROUP_OWNER".into()]),
    };
    #[allow(deprecated)]
    let patched = projects::update_group_invites(&client, &group_id, roles, None, None).await?;
    let mut paged = Vec::new();
    for page in 1..=2 {
        let found = projects::list_groups(&client, None, None, None, Some(1), Some(page)).await?;
        paged.extend(found.results.into_iter().map(|each| each.name));
    }
    let refused: ApiError = match projects::get_group(&client, &"f".repeat(24), None, None).await {
        // Its `entity` is the same, under the name of the first status that the operation is refused with.
        Err(Error::ResponseError(answer)) => serde_json::from_str(&answer.content)?,
        other => return Err(format!("{other:?}").into()),
    };
    println!(
        "{}",
        json!({
            "orgs": [org.name],
            "groups": [group.name],
            "orgUsers": of_org.results.iter().map(show_of_org).collect::<Vec<Value>>(),
            "groupUsers": of_group.results.iter().map(show_of_group).collect::<Vec<Value>>(),
            "made": made.name,
            "patched": patched.roles,
            "paged": paged,
            "refused": [json!(refused.error), json!(refused.error_code)],
        })
    );
    Ok(())
}

fn show_of_org(user: &OrgUserResponse) -> Value {
    match user {
        OrgUserResponse::OrgActiveUserResponse(one) => {
            json!(["OrgActiveUserResponse", one.username, one.org_membership_status, one.first_name])
        }
        OrgUserResponse::OrgPendingUserResponse(one) => {
            json!(["OrgPendingUserResponse", one.username, one.org_membership_status, one.inviter_username])
        }
    }
}

fn show_of_group(user: &GroupUserResponse) -> Value {
    match user {
        GroupUserResponse::GroupActiveUserResponse(one) => {
            json!(["GroupActiveUserResponse", one.username, one.org_membership_status, one.first_name])
        }
        GroupUserResponse::GroupPendingUserResponse(one) => {
            json!(["GroupPendingUserResponse", one.username, one.org_membership_status, one.inviter_username])
        }
    }
}

async fn request_token(url: &str) -> Outcome<String> {
    let granted: Value = reqwest::Client::new()
        .post(format!("{url}/api/oauth/token"))
        .basic_auth(var("CLIENT_ID")?, Some(var("CLIENT_SECRET")?))
        .form(&[("grant_type", "client_credentials")])
        .send()
        .await?
        .json()
        .await?;
    Ok(granted["access_token"].as_str().ok_or("no token")?.to_owned())
}
