package org.folkmoot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StoreSettingsTests {

    @Test
    void withoutAnAddressTheDatabaseIsOurOwn() {
        assertThat(read(Map.of()).ownDatabase()).isEmpty();
        assertThat(read(Map.of("FOLKMOOT_DATABASE_URL", "")).ownDatabase()).isEmpty();
    }

    @Test
    void anAddressIsUnderstoodInEveryUsualForm() {
        var plain =
                read(
                        Map.of(
                                "FOLKMOOT_DATABASE_URL",
                                        "jdbc:postgresql://db.example:5433/moot?sslmode=require",
                                "FOLKMOOT_DATABASE_USER", "ada",
                                "FOLKMOOT_DATABASE_PASSWORD", "p@ss"));
        assertThat(plain.ownDatabase())
                .contains(
                        new DatabaseAddress(
                                "jdbc:postgresql://db.example:5433/moot?sslmode=require",
                                "ada",
                                "p@ss",
                                ""));
        var whole =
                read(Map.of("FOLKMOOT_DATABASE_URL", "postgres://gr%40ce:a+b%2F@[::1]:5432/moot"));
        assertThat(whole.ownDatabase())
                .contains(
                        new DatabaseAddress(
                                "jdbc:postgresql://[::1]:5432/moot", "gr@ce", "a+b/", ""));
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertThatThrownBy(
                        () ->
                                read(
                                        Map.of(
                                                "FOLKMOOT_DATABASE_URL",
                                                        "postgresql://localhost/moot",
                                                "FOLKMOOT_DATABASE_POOL", "1")))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining("FOLKMOOT_DATABASE_USER is missing")
                .hasMessageContaining("FOLKMOOT_DATABASE_POOL is 1");
        assertThatThrownBy(() -> read(Map.of("FOLKMOOT_DATABASE_PASSWORD", "x")))
                .hasMessageContaining("without FOLKMOOT_DATABASE_URL");
    }

    @Test
    void anAddressInWordsShowsNoSecret() {
        var address =
                new DatabaseAddress(
                        "jdbc:postgresql://h:1/moot?password=secret", "ada", "secret", "secret");
        assertThat(address).hasToString("ada@h:1/moot");
    }

    private static StoreSettings read(Map<String, Object> environment) {
        var settings = new StandardEnvironment();
        settings.getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-environment", environment));
        return StoreSettings.read(settings);
    }
}
