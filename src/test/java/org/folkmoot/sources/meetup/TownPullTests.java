package org.folkmoot.sources.meetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class TownPullTests extends Landing {

    private final Town group = new Town();

    TownPullTests() {
        group.member("1", "Ada", "2029-01-01T00:00:00Z");
        group.member("2", "Grace", "2029-02-01T00:00:00Z");
        group.event("100", "Spring", "PAST", "2031-03-01T18:00:00+02:00");
        group.event("102", "Coming", "ACTIVE", "2031-04-01T18:00:00+02:00");
        group.rsvp("100", "1", "ATTENDED", "2031-03-01T20:00:00+02:00");
        group.rsvp("102", "2", "YES", "2031-03-01T18:00:00+01:00");
    }

    @Override
    protected String platform() {
        return "meetup";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return group.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base + "/gql-ext", "groups", "lantern");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("token", "s3cret-of-Ada");
    }

    @Test
    void allOfItStandsUnderItsEvent() {
        var here = found();
        pull(here, connect(here));
        assertThat(ledger(here))
                .containsExactlyInAnyOrder(
                        "event/100 event_organised true",
                        "event/100/rsvp/1 registration true under event/100",
                        "event/100/rsvp/1/attended attendance true under event/100",
                        "event/102 event_organised true",
                        "event/102/rsvp/2 registration true under event/102");
    }

    @Test
    void anEventIsCalledWhatItIsCalledNow() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        group.events.getLast().put("title", "Alpha");
        later(here, source);
        assertThat(called(here, "event/102")).isEqualTo("Alpha, once 1");
        group.events.getLast().put("title", "Zeta");
        var renamed = later(here, source);
        assertThat(called(here, "event/102")).isEqualTo("Zeta, once 2");
        group.events.getLast().put("title", "Alpha");
        later(here, source);
        assertThat(called(here, "event/102")).startsWith("Alpha");
        var last = later(here, source);
        assertThat(last.counts().stored()).isGreaterThan(renamed.counts().stored());
        assertThat(later(here, source).counts().stored()).isEqualTo(last.counts().stored());
    }

    @Test
    void whoSaysNoAndThenYesComes() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var answer = group.rsvps.getOrDefault("102", List.of()).getFirst();
        for (int n = 0; n < 2; n++) {
            answer.put("status", "NO");
            answer.put("updated", hands().instant().plusSeconds(60).toString());
            later(here, source);
            assertThat(counts(here, "event/102/rsvp/2")).isFalse();
            later(here, source);
            assertThat(counts(here, "event/102/rsvp/2")).isFalse();
            answer.put("status", "YES");
            answer.put("updated", hands().instant().plusSeconds(60).toString());
            later(here, source);
            assertThat(counts(here, "event/102/rsvp/2")).isTrue();
        }
    }

    @Test
    void anEventThatIsCalledOffAndOnAgainCounts() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        var event = group.events.getLast();
        event.put("status", "CANCELLED");
        later(here, source);
        assertThat(counts(here, "event/102")).isFalse();
        assertThat(counts(here, "event/102/rsvp/2")).isFalse();
        event.put("status", "ACTIVE");
        later(here, source);
        assertThat(counts(here, "event/102")).isTrue();
        assertThat(counts(here, "event/102/rsvp/2")).isTrue();
        var deleted =
                rows(
                        here,
                        "select coalesce(deleted_at::text, 'there') from activity.activity where external_id = 'event/102' and community_id = folkmoot.community()");
        assertThat(deleted).containsExactly("there");
    }
}
