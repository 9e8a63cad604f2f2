package org.folkmoot.sources.zoom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.folkmoot.sources.Landing;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Puller.Ended;
import org.junit.jupiter.api.Test;

class AccountPullTests extends Landing {

    private static final long MOOT = 85_746_065_432L;

    private final Account account = new Account();

    AccountPullTests() {
        account.meeting(MOOT, "Spring moot", 2, "2031-03-03T08:00:00Z");
        account.meeting(MOOT + 1, "Coming", 2, "2031-04-01T18:00:00Z");
        account.held(MOOT, "u" + MOOT, "Spring moot", 2, "2031-03-03T08:00:30Z");
        account.registrant(MOOT + 1, "r1", "grace@example.org", "approved");
        account.came("u" + MOOT, "", "Grace", "grace@example.org", "2031-03-03T08:05:00Z", 600);
    }

    @Override
    protected String platform() {
        return "zoom";
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return account.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url",
                base + "/v2",
                "token-url",
                base + "/oauth/token",
                "account-id",
                "abc",
                "client-id",
                "app");
    }

    @Override
    protected Map<String, String> secrets() {
        return Map.of("client-secret", "s3cret-of-Ada");
    }

    @Test
    void whoRegisteredAndWhoWasThereStandUnderTheirMeeting() {
        var here = found();
        var whole = pull(here, connect(here));
        assertThat(ledger(here))
                .containsExactlyInAnyOrder(
                        "meeting/%d event_organised true".formatted(MOOT),
                        "meeting/%d/attended/grace@example.org attendance true under meeting/%d"
                                .formatted(MOOT, MOOT),
                        "meeting/%d event_organised true".formatted(MOOT + 1),
                        "meeting/%d/registrant/r1 registration true under meeting/%d"
                                .formatted(MOOT + 1, MOOT + 1));
        assertThat(account.tokens).isEqualTo(1);
        assertThat(whole.nextAt()).isEqualTo(hands().instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void aDaysLimitIsWaitedFor() {
        var here = found();
        var source = connect(here);
        vendor().instead(
                        asked ->
                                asked.path().startsWith("/v2/report/")
                                        ? Vendor.Answer.of(
                                                429, "{\"message\":\"daily rate limit\"}")
                                        : null);
        for (int n = 0; n < 4; n++) {
            step(here, source);
        }
        var waits = now(here, source);
        assertThat(waits.waiting()).contains("slow down");
        assertThat(waits.nextAt()).isEqualTo("2031-03-04T00:00:00Z");
        vendor().instead(null);
        vendor().forget();
        assertThat(step(here, source)).isEqualTo(Ended.WAITS);
        assertThat(vendor().asked()).isEmpty();
        hands().set(waits.nextAt());
        assertThat(step(here, source)).isEqualTo(Ended.MORE);
    }

    @Test
    void whoCancelsAndRegistersAgainCounts() {
        var here = found();
        var source = connect(here);
        var registration = "meeting/%d/registrant/r1".formatted(MOOT + 1);
        pull(here, source);
        for (int n = 0; n < 2; n++) {
            account.registrants.clear();
            account.registrant(MOOT + 1, "r1", "grace@example.org", "denied");
            later(here, source);
            assertThat(counts(here, registration)).isFalse();
            account.registrants.clear();
            account.registrant(MOOT + 1, "r1", "grace@example.org", "approved");
            later(here, source);
            assertThat(counts(here, registration)).isTrue();
        }
    }

    @Test
    void aMeetingIsCalledWhatItIsCalledNow() {
        var here = found();
        var source = connect(here);
        pull(here, source);
        for (var name : java.util.List.of("Alpha", "Zeta", "Beta")) {
            account.meetings.getLast().put("topic", name);
            later(here, source);
            assertThat(called(here, "meeting/" + (MOOT + 1))).startsWith(name);
        }
    }
}
