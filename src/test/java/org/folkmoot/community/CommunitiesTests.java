package org.folkmoot.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.folkmoot.HouseTest;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
class CommunitiesTests {

    @Autowired Communities communities;

    @Test
    void aCommunityIsFoundByItsShortName() {
        var made =
                communities.create("re-union", "Ré:union", "non-profit", "Asia/Tokyo", "de", false);
        assertThat(communities.find("re-union")).contains(made);
        assertThat(Communities.slugFrom("Ré:union 2026")).isEqualTo("re-union-2026");
    }

    @Test
    void aShortNameIsTakenOnce() {
        communities.create("twice", "One", "user", "UTC", "en", false);
        assertThatThrownBy(() -> communities.create("twice", "Two", "user", "UTC", "en", false))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("already");
    }

    @Test
    void aZoneThatDoesNotExistIsSaidSo() {
        assertThatThrownBy(
                        () ->
                                communities.create(
                                        "zone", "Z", "user", "Europe/Atlantis", "en", false))
                .hasMessage(
                        "There is no time zone Europe/Atlantis. Use a name like Europe/Berlin.");
    }
}
