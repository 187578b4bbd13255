// A program that uses the client that openapi-generator made, in either library: prints in JSON what test/support/generated.ts expects.
import atlas.ApiClient;
import atlas.ApiException;
import atlas.api.MongoDbCloudUsersApi;
import atlas.api.OrganizationsApi;
import atlas.api.ProjectsApi;
import atlas.model.ApiError;
import atlas.model.AtlasOrganization;
import atlas.model.Group;
import atlas.model.GroupActiveUserResponse;
import atlas.model.GroupInvitationRequest;
import atlas.model.GroupPendingUserResponse;
import atlas.model.GroupRequest;
import atlas.model.OrgActiveUserResponse;
import atlas.model.OrgPendingUserResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class Program {
  static final List<String> STATUSES = List.of("ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED");

  public static void main(String[] args) throws Exception {
    String url = System.getenv("BASE_URL");
    ApiClient client = Access.open(url, requestToken(url));
    ProjectsApi projects = new ProjectsApi(client);
    MongoDbCloudUsersApi people = new MongoDbCloudUsersApi(client);
    AtlasOrganization org = new OrganizationsApi(client).listOrgs(null, null, null, null, null, null).getResults().get(0);
    Group group = projects.listGroups(null, null, null, null, null).getResults().get(0);
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("orgs", List.of(org.getName()));
    read.put("groups", List.of(group.getName()));
    List<Object> ofOrg = new ArrayList<>();
    people.listOrgUsers(org.getId(), null, null, null, null, null, null, null, STATUSES).getResults()
        .forEach(user -> ofOrg.add(show(user.getActualInstance())));
    read.put("orgUsers", ofOrg);
    List<Object> ofGroup = new ArrayList<>();
    people.listGroupUsers(group.getId(), null, null, null, null, null, null, null, null, STATUSES, null).getResults()
        .forEach(user -> ofGroup.add(show(user.getActualInstance())));
    read.put("groupUsers", ofGroup);
    GroupRequest request = new GroupRequest().name("Zoë's").orgId(org.getId());
    read.put("made", projects.createGroup(request, null, null, null).getName());
    GroupInvitationRequest roles =
        new GroupInvitationRequest().username("hello@example.com").roles(List.of("GROUP_OWNER"));
    read.put("patched", projects.updateGroupInvites(group.getId(), roles, null, null).getRoles());
    List<String> paged = new ArrayList<>();
    for (int pageNum = 1; pageNum <= 2; pageNum++) {
      projects.listGroups(null, null, null, 1, pageNum).getResults().forEach(each -> paged.add(each.getName()));
    }
    read.put("paged", paged);
    try {
      projects.getGroup("f".repeat(24), null, null);
    } catch (ApiException refused) {
      ApiError error = Access.errorOf(client, refused);
      read.put("refused", List.of(error.getError(), error.getErrorCode()));
    }
    System.out.println(Access.json(client, read));
  }

  static List<String> show(Object user) {
    String kind = user.getClass().getSimpleName();
    if (user instanceof OrgActiveUserResponse one) {
      return List.of(kind, one.getUsername(), one.getOrgMembershipStatus().getValue(), one.getFirstName());
    }
    if (user instanceof OrgPendingUserResponse one) {
      return List.of(kind, one.getUsername(), one.getOrgMembershipStatus().getValue(), one.getInviterUsername());
    }
    if (user instanceof GroupActiveUserResponse one) {
      return List.of(kind, one.getUsername(), one.getOrgMembershipStatus().getValue(), one.getFirstName());
    }
    GroupPendingUserResponse one = (GroupPendingUserResponse) user;
    return List.of(kind, one.getUsername(), one.getOrgMembershipStatus().getValue(), one.getInviterUsername());
  }

  static String requestToken(String url) throws Exception {
    String pair = System.getenv("CLIENT_ID") + ":" + System.getenv("CLIENT_SECRET");
    HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/oauth/token"))
        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
        .build();
    String body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    Matcher found = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(body);
    if (!found.find()) throw new IllegalStateException(body);
    return found.group(1);
  }
}
