package org.folkmoot.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.consent.Standing.State.AGREED;
import static org.folkmoot.consent.Standing.State.ASKED;
import static org.folkmoot.consent.Standing.State.NONE;
import static org.folkmoot.consent.Standing.State.WITHDRAWN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final String HERS = "ada@engines.example";
    private static final String OTHER = "ada@home.example";

    private final List<Entry> told = new ArrayList<>();

    private StandingTests said(@Nullable Long on, String address, Act act, Source source) {
        return said(on, address, "news", act, source);
    }

    private StandingTests said(
            @Nullable Long on, String address, String purpose, Act act, Source source) {
        told.add(
                new Entry(
                        told.size(),
                        on,
                        address,
                        purpose,
                        Channel.MAIL,
                        act,
                        source,
                        1,
                        "",
                        "Grace",
                        Neighbours.LONG_AGO.plus(Duration.ofDays(told.size()))));
        return this;
    }

    private Standing.State holds(Long... homes) {
        return Standing.of(told, Set.of(homes), HERS).state();
    }

    @Test
    void nothingSaidIsNoConsent() {
        assertThat(holds(1L)).isEqualTo(NONE);
    }

    @Test
    void theLatestWordOfOneAccountHolds() {
        said(1L, HERS, Act.GRANTED, Source.FORM);
        assertThat(holds(1L)).isEqualTo(AGREED);
        said(1L, HERS, Act.WITHDRAWN, Source.HAND);
        assertThat(holds(1L)).isEqualTo(WITHDRAWN);
        said(1L, HERS, Act.GRANTED, Source.HAND);
        assertThat(holds(1L)).isEqualTo(AGREED);
    }

    @Test
    void afterJoiningAWithdrawalOfEitherHoldsWhicheverCameFirst() {
        said(2L, OTHER, Act.WITHDRAWN, Source.HAND).said(1L, HERS, Act.GRANTED, Source.HAND);
        assertThat(holds(1L, 2L)).isEqualTo(WITHDRAWN);
    }

    @Test
    void aLinkSentToTheAddressTakesAnyWithdrawalBack() {
        said(2L, OTHER, Act.WITHDRAWN, Source.HAND)
                .said(1L, HERS, "all", Act.WITHDRAWN, Source.LINK)
                .said(null, HERS, Act.CONFIRMED, Source.LINK);
        assertThat(holds(1L, 2L)).isEqualTo(AGREED);
        said(2L, OTHER, Act.WITHDRAWN, Source.HAND);
        assertThat(holds(1L, 2L)).isEqualTo(WITHDRAWN);
    }

    @Test
    void aLinkSentToAnotherAddressSaysNothingOfThisOne() {
        said(1L, HERS, Act.WITHDRAWN, Source.LINK).said(null, OTHER, Act.CONFIRMED, Source.LINK);
        assertThat(holds(1L)).isEqualTo(WITHDRAWN);
    }

    @Test
    void consentForOneAddressIsNoneForAnother() {
        said(1L, OTHER, Act.GRANTED, Source.FORM);
        assertThat(holds(1L)).isEqualTo(NONE);
    }

    @Test
    void consentWithoutAnAddressHoldsForAnyOfHers() {
        said(1L, "", Act.GRANTED, Source.HAND);
        assertThat(holds(1L)).isEqualTo(AGREED);
        assertThat(holds(2L)).isEqualTo(NONE);
    }

    @Test
    void whoeverOnlyTypedAnAddressHasNotAgreed() {
        said(null, HERS, Act.ASKED, Source.FORM);
        assertThat(holds(1L)).isEqualTo(ASKED);
    }

    @Test
    void consentOfAnotherPersonWithTheSameAddressIsNotHersButTheirWithdrawalHolds() {
        said(9L, HERS, Act.GRANTED, Source.HAND);
        assertThat(holds(1L)).isEqualTo(NONE);
        said(9L, HERS, Act.WITHDRAWN, Source.LINK);
        assertThat(holds(1L)).isEqualTo(WITHDRAWN);
    }
}
