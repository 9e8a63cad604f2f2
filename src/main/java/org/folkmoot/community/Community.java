package org.folkmoot.community;

import java.time.ZoneId;
import java.util.Locale;
import org.folkmoot.kernel.CommunityId;

/// One community of this installation.
public record Community(
        CommunityId id,
        String slug,
        String name,
        Kind kind,
        ZoneId zone,
        Locale locale,
        boolean demo) {

    /// What sort of community it is.
    public enum Kind {
        OPEN_SOURCE("Open source"),
        DEVELOPER("Developers"),
        USER("Users of a product"),
        BRAND("Brand"),
        COWORKING("Co-working"),
        RESIDENTIAL("Residents"),
        NON_PROFIT("Non-profit"),
        OTHER("Other");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @throws IllegalArgumentException with the list of kinds when it is none of them
        public static Kind of(String key) {
            for (var kind : values()) {
                if (kind.key().equalsIgnoreCase(key.strip().replace('_', '-').replace(' ', '-'))) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "There is no kind of community called %s. Use one of: %s."
                            .formatted(
                                    key,
                                    String.join(
                                            ", ",
                                            java.util.Arrays.stream(values())
                                                    .map(Kind::key)
                                                    .toList())));
        }
    }
}
