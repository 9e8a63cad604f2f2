package org.folkmoot.metrics;

import java.util.Locale;

/// One number day by day, of everybody or of one platform or place.
///
/// @param key the platform's or the place's; empty for everybody
/// @param name as the reader knows it; empty for everybody
/// @param values a day each, `NaN` where it is not known
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Beat(Of of, Where where, String key, String name, double[] values) {

    /// What is counted.
    public enum Of {
        /// Distinct members who took part.
        ACTIVE,
        /// What they did that counts as taking part: posts, replies, reactions.
        DEEDS,
        /// Who came.
        JOINED,
        /// What was begun that day and had no answer a day later.
        UNANSWERED,
        /// The time by which half of what was begun in seven days was answered, in seconds.
        RESPONSE;

        /// As stored and in the API.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Of whom.
    public enum Where {
        EVERYWHERE,
        PLATFORM,
        PLACE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
