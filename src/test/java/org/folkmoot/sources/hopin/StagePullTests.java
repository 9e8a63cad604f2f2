package org.folkmoot.sources.hopin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class StagePullTests extends Landing {

    private final Stage stage = new Stage(false);

    StagePullTests() {
        stage.event("evt1", "Summit", "ended", "2031-03-01T18:00:00Z", "2031-03-01T20:00:00Z");
        stage.registration("reg1", "evt1", "ada@example.org", "checked_in");
        stage.registration("reg3", "evt1", "alan@example.org", "cancelled");
    }

    @Override
    protected String platform() {
        return "hopin";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return stage.answer(asked);
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
                        "event/evt1 event_organised true",
                        "registration/reg1 registration true under event/evt1",
                        "registration/reg1/attended attendance true under event/evt1",
                        "registration/reg3 registration false under event/evt1",
                        "session/ses1 system_note true under event/evt1");
    }
}
