package org.folkmoot.sources.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class BoxOfficePullTests extends Landing {

    private final BoxOffice office = new BoxOffice();

    BoxOfficePullTests() {
        office.event("100", "Spring", "live", "2031-04-01T18:00:00Z", "2031-04-01T20:00:00Z");
        office.event("102", "Off", "canceled", "2031-04-02T18:00:00Z", "2031-04-02T20:00:00Z");
        office.attendee("1", "100", "ada@example.org", "Checked In");
        office.attendee("2", "100", "grace@example.org", "Not Attending");
        office.attendee("3", "102", "grace@example.org", "Attending");
        office.order("92", "100", "boss@example.org", "placed");
    }

    @Override
    protected String platform() {
        return "eventbrite";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return office.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
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
                        "event/102 event_organised false",
                        "attendee/1 registration true under event/100",
                        "attendee/1/checked_in attendance true under event/100",
                        "attendee/2 registration false under event/100",
                        "attendee/3 registration false under event/102",
                        "order/92 booking true under event/100");
    }
}
