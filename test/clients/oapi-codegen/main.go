// A program that uses the client that oapi-codegen made: prints in JSON what test/support/generated.ts expects.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
	"strings"

	atlas "anteroom.test/generated/dated"
)

type result struct {
	Orgs       []string `json:"orgs"`
	Groups     []string `json:"groups"`
	OrgUsers   [][]any  `json:"orgUsers"`
	GroupUsers [][]any  `json:"groupUsers"`
	Made       string   `json:"made"`
	Refused    []any    `json:"refused"`
}

func main() {
	ctx := context.Background()
	asking := func(_ context.Context, request *http.Request) error {
		request.Header.Set("Authorization", "Bearer "+os.Getenv("ACCESS_TOKEN"))
		request.Header.Set("Accept", "application/vnd.atlas.2025-03-12+json")
		return nil
	}
	client, err := atlas.NewClientWithResponses(os.Getenv("BASE_URL"), atlas.WithRequestEditorFn(asking))
	check(err)
	var read result

	orgs, err := client.ListOrgsWithResponse(ctx, nil)
	check(err)
	for _, org := range *answered(orgs.ApplicationvndAtlas20230101JSON200, orgs.Body).Results {
		read.Orgs = append(read.Orgs, org.Name)
	}
	orgID := *(*answered(orgs.ApplicationvndAtlas20230101JSON200, orgs.Body).Results)[0].Id

	groups, err := client.ListGroupsWithResponse(ctx, nil)
	check(err)
	for _, group := range *answered(groups.ApplicationvndAtlas20230101JSON200, groups.Body).Results {
		read.Groups = append(read.Groups, group.Name)
	}
	groupID := *(*answered(groups.ApplicationvndAtlas20230101JSON200, groups.Body).Results)[0].Id

	ofOrg, err := client.ListOrgUsersWithResponse(ctx, orgID, &atlas.ListOrgUsersParams{
		OrgMembershipStatuses: &[]atlas.ListOrgUsersParamsOrgMembershipStatuses{
			"ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED",
		},
	})
	check(err)
	for _, user := range *answered(ofOrg.ApplicationvndAtlas20250219JSON200, ofOrg.Body).Results {
		read.OrgUsers = append(read.OrgUsers, show(user))
	}

	ofGroup, err := client.ListGroupUsersWithResponse(ctx, groupID, &atlas.ListGroupUsersParams{
		OrgMembershipStatuses: &[]atlas.ListGroupUsersParamsOrgMembershipStatuses{
			"ACTIVE", "PENDING", "INVITATION_EXPIRED", "INVITATION_REJECTED",
		},
	})
	check(err)
	for _, user := range *answered(ofGroup.ApplicationvndAtlas20250219JSON200, ofGroup.Body).Results {
		read.GroupUsers = append(read.GroupUsers, show(user))
	}

	made, err := client.CreateGroupWithApplicationVndAtlas20230101PlusJSONBodyWithResponse(
		ctx, nil, atlas.GroupRequest{Name: "Zoë's", OrgId: orgID},
	)
	check(err)
	read.Made = answered(made.ApplicationvndAtlas20230101JSON201, made.Body).Name

	missing, err := client.GetGroupWithResponse(ctx, strings.Repeat("f", 24), nil)
	check(err)
	refusal := answered(missing.JSON404, missing.Body)
	read.Refused = []any{refusal.Error, refusal.ErrorCode}

	check(json.NewEncoder(os.Stdout).Encode(read))
}

// What the discriminator says a user is.
func show(user interface{ ValueByDiscriminator() (any, error) }) []any {
	value, err := user.ValueByDiscriminator()
	check(err)
	kind := strings.TrimPrefix(fmt.Sprintf("%T", value), "dated.")
	switch one := value.(type) {
	case atlas.OrgActiveUserResponse:
		return []any{kind, one.Username, one.OrgMembershipStatus, one.FirstName}
	case atlas.OrgPendingUserResponse:
		return []any{kind, one.Username, one.OrgMembershipStatus, one.InviterUsername}
	case atlas.GroupActiveUserResponse:
		return []any{kind, one.Username, one.OrgMembershipStatus, one.FirstName}
	case atlas.GroupPendingUserResponse:
		return []any{kind, one.Username, one.OrgMembershipStatus, one.InviterUsername}
	default:
		return []any{kind}
	}
}

// What was read of an answer; it is nil where the answer was another.
func answered[Answer any](read *Answer, body []byte) *Answer {
	if read == nil {
		log.Fatalf("not read: %s", body)
	}
	return read
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
