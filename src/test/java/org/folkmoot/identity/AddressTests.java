package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

class AddressTests {

    private static Address address(String text) {
        return Objects.requireNonNull(Address.of(text), text);
    }

    @Test
    void tagsAndGooglesDotsLeadToTheSameMailbox() {
        assertThat(address("Ada.Love+moot@GoogleMail.com").mailbox())
                .isEqualTo("adalove@gmail.com");
        assertThat(address("ada.love@example.org").mailbox()).isEqualTo("ada.love@example.org");
        assertThat(Address.of("ada at example.org")).isNull();
    }

    @Test
    void aNoReplyAddressNamesItsAccount() {
        assertThat(address("1234+Ada-L@users.noreply.github.com").github()).isEqualTo("ada-l");
        assertThat(address("ada@users.noreply.github.com").github()).isEqualTo("ada");
        assertThat(address("ada@example.org").github()).isNull();
    }

    @Test
    void sharedMailboxesAreNobodys() {
        assertThat(address("info@example.org").isShared()).isTrue();
        assertThat(address("no-reply@example.org").isShared()).isTrue();
        assertThat(address("support2@example.org").isShared()).isTrue();
        assertThat(address("ada@example.org").isShared()).isFalse();
        assertThat(address("7+ada@users.noreply.github.com").isShared()).isFalse();
    }

    @Test
    void aDomainOfOnesOwnIsWhatHadToBeRegistered() {
        assertThat(address("ada@mail.lovelace.example").ownDomain()).isEqualTo("lovelace.example");
        assertThat(address("ada@cs.engine.ac.uk").ownDomain()).isEqualTo("engine.ac.uk");
        assertThat(address("ada@gmail.com").ownDomain()).isNull();
    }

    @Test
    void aLinkNamesAnAccountHoweverItIsWritten() {
        assertThat(Handles.account("github", "https://github.com/Ada/")).isEqualTo("github:ada");
        assertThat(Handles.account("x", "@Ada")).isEqualTo("x:ada");
        assertThat(Handles.account("mastodon", "https://social.example/@ada"))
                .isEqualTo("mastodon:ada");
        assertThat(Handles.account("github", "admin")).isNull();
        assertThat(Handles.account("github", null)).isNull();
    }
}
