package org.folkmoot.activity;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.activity.Kind.Counts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KindTests {

    /// Weight, whether it counts as active, as a contribution, as content; as nothing by default.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JOIN FOLLOW BADGE PAGE_VIEW                     |  1 |
                    REACTION VOTE NEWSLETTER_READ                   |  2 | ACTIVE
                    REGISTRATION BOOKING                            |  2 | ACTIVE
                    MESSAGE QUESTION SHARE SURVEY_RESPONSE          |  3 | ACTIVE CONTENT
                    REPLY COMMENT                                   |  4 | ACTIVE
                    IDEA ISSUE                                      |  5 | ACTIVE CONTRIBUTION CONTENT
                    ATTENDANCE WIKI_EDIT                            |  5 | ACTIVE CONTRIBUTION
                    ANSWER DONATION TRANSLATION                     |  6 | ACTIVE CONTRIBUTION
                    ACCEPTED_ANSWER COMMIT                          |  7 | ACTIVE CONTRIBUTION
                    ARTICLE                                         |  7 | ACTIVE CONTRIBUTION CONTENT
                    PULL_REQUEST RELEASE                            |  8 | ACTIVE CONTRIBUTION CONTENT
                    REVIEW                                          |  8 | ACTIVE CONTRIBUTION
                    VOLUNTEER_SHIFT MODERATION_HELP MENTORING       |  9 | ACTIVE CONTRIBUTION
                    TALK EVENT_ORGANISED                            | 11 | ACTIVE CONTRIBUTION
                    LEAVE BAN SYSTEM_NOTE                           |  0 |
                    """)
    void theTableOfKindsIsThatOfTheDefinitions(String kinds, int weight, String counts) {
        for (var name : kinds.split(" ")) {
            var kind = Kind.valueOf(name);
            assertThat(kind.weight()).as(name).isEqualTo(weight);
            for (var as : Counts.values()) {
                assertThat(kind.counts(as))
                        .as("%s as %s", name, as)
                        .isEqualTo(counts != null && counts.contains(as.name()));
            }
        }
    }
}
