package org.folkmoot.connectors.commonroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommonRoomFormatTests {

    @TempDir Path folder;

    @Test
    void contactsAndActivitiesAsReadAreKept() throws IOException {
        Given.file(
                folder,
                "c/contacts.json",
                """
                {"contacts":[{"id":"c_1","name":"Ada","fullName":"Ada Lovelace","primaryEmail":"ada@example.org","profiles":[{"type":"github","value":"ada-gh"},{"type":"twitter","value":"ada_x"}],
                  "jobHistory":[{"companyName":"Analytical"}],"segments":[{"id":"s_1","name":"Core"}],"tags":["l_7"],"customFields":{"cf_2":"pro"},"location":{"city":"London","country":"UK"}},
                  {"leadScores":[]}],"nextCursor":null}
                """);
        Given.file(
                folder,
                "c/activities.json",
                """
                {"activities":[{"id":"a_1","type":"pr_comment","activityTime":"2024-03-01T10:00:00Z","contactId":"c_1","content":"Nice","isUserInitiated":true,"providerName":"GitHub","subSourceNames":["ada/engine"],"sentiment":"positive"},
                  {"id":"a_2","type":"tweet","activityTime":"later","contactId":"c_1"}]}
                """);
        Given.file(
                folder,
                "c/organizations.json",
                """
                {"organizations":[{"id":"o_1","name":"Analytical"}]}
                """);
        assertThat(Given.recognises(new CommonRoomFormat(), folder.resolve("c"))).isTrue();

        var found = Given.read(new CommonRoomFormat(), folder.resolve("c"));

        var ada = found.all(Person.class).getFirst();
        assertThat(ada.id()).isEqualTo("c_1");
        assertThat(ada.fields())
                .containsEntry("name", "Ada Lovelace")
                .containsEntry("github", "ada-gh")
                .containsEntry("x", "ada_x")
                .containsEntry("organisation", "Analytical")
                .containsEntry("cf_2", "pro")
                .containsEntry("location", "London, UK");
        assertThat(ada.tags()).containsExactly("l_7", "Core");
        assertThat(found.all(Person.class)).hasSize(1);
        var deed = found.all(Deed.class).getFirst();
        assertThat(deed.kind()).isEqualTo(Kind.COMMENT);
        assertThat(deed.who()).isEqualTo("c_1");
        assertThat(deed.place()).isEqualTo("ada/engine");
        assertThat(found.all(Refused.class)).hasSize(2);
    }

    @Test
    void usersAndActivitiesAsWrittenAreKept() throws IOException {
        var found =
                Given.read(
                        new CommonRoomFormat(),
                        Given.file(
                                folder,
                                "w.json",
                                """
                [{"id":"m1","activityType":"asked_question","user":{"id":"u1","fullName":"Zoë","discord":{"type":"handle","value":"zoe"},"customFields":[{"fieldName":"plan","value":"pro"}]},
                  "activityTitle":{"type":"text","value":"Keys"},"content":{"type":"markdown","value":"How?"},"timestamp":"2024-03-01T10:00:00Z","url":"https://x.example.org/1","subSource":{"type":"name","name":"help"}},
                 {"id":"m2","activityType":"replied","user":{"id":"u2","email":"grace@example.org"},"timestamp":"2024-03-01T11:00:00Z","parentActivity":{"id":"m1","activityType":"asked_question"}}]
                """));

        assertThat(found.all(Deed.class))
                .extracting(Deed::kind)
                .containsExactly(Kind.QUESTION, Kind.REPLY);
        assertThat(found.all(Deed.class).getFirst().text()).isEqualTo("How?");
        assertThat(found.all(Deed.class).getLast().parent()).isEqualTo("m1");
        assertThat(found.all(Person.class).getFirst().fields())
                .containsEntry("discord", "zoe")
                .containsEntry("plan", "pro");
        assertThat(found.all(Deed.class).getLast().at())
                .isEqualTo(Instant.parse("2024-03-01T11:00:00Z"));
    }

    @Test
    void aCsvIsReadByItsGuess() throws IOException {
        var path =
                Given.file(
                        folder,
                        "contacts.csv",
                        """
                Full Name,Primary Email,Company Name,GitHub,Segments,Lead Score
                Ada,ada@example.org,Analytical,ada-gh,Core;Fans,85
                """);
        assertThat(Given.recognises(new CommonRoomFormat(), path)).isTrue();

        var ada = Given.read(new CommonRoomFormat(), path).all(Person.class).getFirst();

        assertThat(ada.source()).isEqualTo("commonroom");
        assertThat(ada.fields())
                .containsEntry("organisation", "Analytical")
                .containsEntry("github", "ada-gh")
                .containsEntry("lead_score", "85");
        assertThat(ada.tags()).containsExactly("Core", "Fans");
    }
}
