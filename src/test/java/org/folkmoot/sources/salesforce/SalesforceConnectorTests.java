package org.folkmoot.sources.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.sources.salesforce.Org.row;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class SalesforceConnectorTests extends ConnectorContract {

    private static final String ADA = "003000000000001AAA";
    private static final String GRACE = "003000000000002AAA";
    private static final String MARY = "003000000000003AAA";
    private static final String MOOT = "701000000000001AAA";

    private final Org org = new Org();

    SalesforceConnectorTests() {
        org.add("Contact", row(ADA, "2030-01-01T00:00:00.000+0000", "Name", "Ada"));
        org.add("Contact", row(GRACE, "2030-01-02T00:00:00.000+0000", "Name", "Grace"));
        org.add("Contact", row(MARY, "2030-01-02T00:00:00.000+0000", "Name", "Mary"));
        org.add(
                "Campaign",
                row(
                        MOOT,
                        "2030-01-01T00:00:00.000+0000",
                        "Name",
                        "Moot",
                        "Type",
                        "Webinar",
                        "StartDate",
                        "2030-06-01"));
        member("00v000000000001AAA", "ContactId", ADA, "Attended");
        member("00v000000000002AAA", "ContactId", GRACE, "Registered");
        member("00v000000000003AAA", "ContactId", MARY, "Sent");
        member("00v000000000004AAA", "LeadId", "00Q000000000001AAA", "Responded");
    }

    private void member(String id, String field, String who, String status) {
        org.add(
                "CampaignMember",
                row(
                        id,
                        "2030-06-02T00:00:00.000+0000",
                        "CampaignId",
                        MOOT,
                        field,
                        who,
                        "Name",
                        "Somebody",
                        "Status",
                        status));
    }

    @Override
    protected Connector connector() {
        return new SalesforceConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return org.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "client-id", "ours", "external-id", "Ours__c");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                503, "[{\"message\":\"Try later\",\"errorCode\":\"SERVER_UNAVAILABLE\"}]");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(60);
    }

    @Test
    void aProxyThatWasGivenIsAskedWhereverTheOrgSaysThatItIs() {
        org.instance = "https://moot.my.salesforce.com";
        assertThat(ids(all(""))).contains("campaign/" + MOOT);
    }

    @Test
    void aRowWithoutATimeDoesNotStopTheNextRound() {
        org.add("Contact", row("003000000000004AAA", "soon", "Name", "Alan"));
        var first = round("");
        assertThat(first.found())
                .anyMatch(f -> f instanceof Person p && p.fields().containsValue("Alan"));
        assertThat(all(first.next())).isNotEmpty();
    }

    @Test
    void anOrgWithoutCampaignsHasContactsAllTheSame() {
        org.hasCampaigns = false;
        var first = round("");
        assertThat(first.found())
                .anyMatch(f -> f instanceof Person p && p.id().equals(ADA))
                .filteredOn(Found.Refused.class::isInstance)
                .hasSize(2)
                .allMatch(f -> f.toString().contains("is not supported"));
        org.add("Contact", row(ADA, "2030-02-01T00:00:00.000+0000", "Name", "Ada Lovelace"));
        assertThat(all(first.next()))
                .anyMatch(f -> f instanceof Person p && p.fields().containsValue("Ada Lovelace"));
    }

    @Test
    void aCampaignThatIsDeletedAndARegistrationThatIsCancelledAreGone() {
        var first = round("");
        org.delete("Campaign", row(MOOT, "2031-04-01T00:00:00.000+0000"));
        org.add(
                "CampaignMember",
                row(
                        "00v000000000002AAA",
                        "2031-04-01T00:00:00.000+0000",
                        "CampaignId",
                        MOOT,
                        "ContactId",
                        GRACE,
                        "Status",
                        "Cancelled"));
        assertThat(gone(all(first.next())))
                .containsExactlyInAnyOrder(
                        "member/00v000000000002AAA/registration", "campaign/" + MOOT);
        assertThat(gone(first.found())).isEmpty();
    }

    @Test
    void whenAllRequestsAreUsedUpItSaysForbidden() {
        vendor().instead(
                        asked ->
                                asked.path().contains("/data/")
                                        ? Vendor.Answer.of(
                                                403,
                                                "[{\"message\":\"TotalRequests Limit exceeded.\",\"errorCode\":\"REQUEST_LIMIT_EXCEEDED\"}]")
                                        : null);
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(3600)));
    }

    private static List<String> names(List<Found> found) {
        return found.stream()
                .filter(f -> f instanceof Person p && p.fields().containsKey("name"))
                .map(f -> ((Person) f).fields().get("name"))
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void contactsAndWhoCameAreReadInParts() {
        var all = all("");
        assertThat(names(all)).containsExactly("Ada", "Grace", "Mary", "Somebody");
        assertThat(ids(all))
                .containsExactly(
                        "campaign/" + MOOT,
                        "member/00v000000000001AAA/attendance",
                        "member/00v000000000002AAA/registration",
                        "member/00v000000000004AAA/registration");
        assertThat(all)
                .filteredOn(Person.class::isInstance)
                .allMatch(p -> ((Person) p).source().equals("salesforce:00D000000000001EAA"));
        assertThat(all)
                .filteredOn(f -> f instanceof Deed d && d.kind() == Kind.EVENT_ORGANISED)
                .hasSize(1);
    }

    @Test
    void aSecondRoundFindsWhatChangedOrWasDeleted() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked())
                .filteredOn(a -> a.path().contains("/data/"))
                .hasSizeLessThan(9);

        org.add("Contact", row(ADA, "2031-03-03T10:30:00.000+0000", "Name", "Ada Lovelace"));
        member("00v000000000002AAA", "ContactId", GRACE, "Attended");
        org.delete("Contact", row(GRACE, "2031-03-03T10:40:00.000+0000"));
        org.delete("Contact", row(MARY, "2031-03-03T10:41:00.000+0000", "MasterRecordId", ADA));
        org.delete("CampaignMember", row("00v000000000001AAA", "2031-03-03T10:42:00.000+0000"));
        var third = round(second.next()).found();
        assertThat(names(third)).contains("Ada Lovelace");
        assertThat(ids(third)).contains("member/00v000000000002AAA/attendance");
        assertThat(third)
                .filteredOn(f -> f instanceof Person p && p.id().equals(GRACE) && p.left() != null)
                .hasSize(1);
        assertThat(third)
                .filteredOn(Found.Claim.class::isInstance)
                .extracting(f -> ((Found.Claim) f).otherId())
                .containsExactly(MARY);
        assertThat(third)
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .contains("member/00v000000000001AAA/attendance");
    }

    @Test
    void aRestThatIsNotKeptIsAskedForAnew() {
        var whole = ids(all(""));
        org.keepsParts = false;
        assertThat(ids(all(""))).isEqualTo(whole);
        assertThat(names(all(""))).containsExactly("Ada", "Grace", "Mary", "Somebody");
        assertThat(vendor().asked()).anyMatch(a -> a.one("q").contains("AND Id > '" + GRACE + "'"));
    }

    @Test
    void aTokenThatRanOutIsGotAnewOnce() {
        var first = round("");
        var old = org.token;
        assertThat(ids(round(first.next()).found())).isSubsetOf(ids(first.found()));
        org.token = "00D!second";
        assertThat(old).isNotEqualTo(org.token);
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/token")
                                        ? Vendor.Answer.of(400, "{\"error\":\"invalid_grant\"}")
                                        : null);
        assertThat(pull(first.next())).isInstanceOf(Pull.SignInAgain.class);
    }

    @Test
    void nobodyAsksWhenAllRequestsAreUsedUp() {
        org.used = 15_000;
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        slow -> assertThat(slow.until()).isEqualTo(NOW.plusSeconds(3600)));
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains("/data/"));
    }

    @Test
    void whoIsNotToldWhichOrgItIsGoesByItsAddress() {
        org.tellsWho = false;
        assertThat(all(""))
                .filteredOn(Person.class::isInstance)
                .allMatch(p -> ((Person) p).source().startsWith("salesforce:127.0.0.1:"));
    }

    /// The small org says that it answers at 169.254.169.254, and is asked where it was all the
    /// same.
    @Test
    void theTokenGoesNowhereButToSalesforce() {
        assertThat(SalesforceGrant.theirs("https://moot.my.salesforce.com")).isTrue();
        for (var other :
                List.of(
                        "https://salesforce.com.example.org",
                        "http://moot.my.salesforce.com",
                        "https://moot.my.salesforce.com:8443",
                        "https://evil.example/x.salesforce.com",
                        "https://evil.example?.salesforce.com",
                        "http://169.254.169.254",
                        "https://a@moot.my.salesforce.com",
                        "not an address")) {
            assertThat(SalesforceGrant.theirs(other)).as(other).isFalse();
        }
    }

    @Test
    void whatAStatusMeansIsReadFromItsWords() {
        assertThat(SalesforceAnswers.kind("Attended", true)).isEqualTo(Kind.ATTENDANCE);
        assertThat(SalesforceAnswers.kind("No Show", true)).isNull();
        assertThat(SalesforceAnswers.kind("Did not attend", false)).isNull();
        assertThat(SalesforceAnswers.kind("RSVP'd", false)).isEqualTo(Kind.REGISTRATION);
        assertThat(SalesforceAnswers.kind("Sent", false)).isNull();
        assertThat(SalesforceAnswers.id("001A0000006Vm9r")).isEqualTo("001A0000006Vm9rIAC");
    }

    private static Act act(Act.What what, String target, String text, Map<String, String> more) {
        return new Act(
                "folkmoot-1", what, target, "", text, more, Instant.parse("2031-03-03T10:00:00Z"));
    }

    @Test
    void aContactIsWrittenByItsExternalId() {
        var done =
                new SalesforceActs()
                        .act(
                                line(),
                                act(
                                        Act.What.CONTACT,
                                        "ada@example.org",
                                        "",
                                        Map.of("name", "Ada Lovelace", "Ours__c", "x")));
        var asked = vendor().asked().getLast();
        assertThat(asked.method() + asked.path())
                .isEqualTo("PATCH/services/data/v62.0/sobjects/Contact/Ours__c/ada@example.org");
        assertThat(asked.json().toString())
                .contains("\"LastName\":\"Lovelace\"", "\"Email\":\"ada@example.org\"")
                .doesNotContain("Ours__c");
        assertThat(done.id()).isEqualTo("003000000000009AAA");
    }

    @Test
    void aMemberIsAddedOnceAndTakenOff() {
        new SalesforceActs()
                .act(line(), act(Act.What.LABEL, MARY, MOOT, Map.of("status", "Registered")));
        assertThat(vendor().asked())
                .anyMatch(
                        a ->
                                a.one("q")
                                        .equals(
                                                "SELECT Id FROM CampaignMember WHERE CampaignId = '%s' AND ContactId = '%s'"
                                                        .formatted(MOOT, MARY)));
        vendor().forget();
        new SalesforceActs().act(line(), act(Act.What.LABEL, MARY, MOOT, Map.of("remove", "true")));
        assertThat(vendor().asked().getLast().method()).isEqualTo("DELETE");
        assertThatThrownBy(
                        () ->
                                new SalesforceActs()
                                        .act(
                                                line(),
                                                act(
                                                        Act.What.LABEL,
                                                        "x' OR Id != '",
                                                        MOOT,
                                                        Map.of())))
                .hasMessageContaining("is no id");
    }

    @Test
    void whatSalesforceSaysIsPassedOn() {
        vendor().instead(
                        asked ->
                                asked.method().equals("PATCH")
                                        ? Vendor.Answer.of(
                                                400,
                                                "[{\"message\":\"Required fields are missing: [LastName]\",\"errorCode\":\"REQUIRED_FIELD_MISSING\"}]")
                                        : null);
        var turn = new SalesforceActs();
        assertThatThrownBy(() -> turn.act(line(), act(Act.What.CONTACT, ADA, "", Map.of())))
                .isInstanceOf(RuntimeException.class);
        assertThat(
                        new SalesforceManners()
                                .trouble(
                                        new Reply(
                                                400,
                                                Map.of(),
                                                "[{\"message\":\"Required\",\"errorCode\":\"X\"}]"
                                                        .getBytes(StandardCharsets.UTF_8)),
                                        Budget.UNKNOWN,
                                        NOW))
                .isEqualTo(new Pull.Unreachable("Salesforce says: Required (X)", false));
    }

    @Test
    void aTokenThatAPersonLooksAfterIsEnough() {
        var base = Map.of("base-url", vendor().url());
        var connection = new Connection(7, base, Map.of("token", "lasting"));
        assertThat(connector().wrongWith(connection)).isEmpty();
        assertThat(SalesforceApi.of(line(connection)).query("SELECT Id FROM Contact").headers())
                .containsEntry("Authorization", "Bearer lasting");
        assertThat(connector().wrongWith(new Connection(7, base, Map.of()))).isPresent();
    }
}
