package org.folkmoot.connectors.crowddev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrowdDevFormatTests {

    @TempDir Path folder;

    @Test
    void cellsOfJsonBecomeHandlesTagsAndFields() throws IOException {
        var path =
                Given.file(
                        folder,
                        "m.csv",
                        """
                id,username,displayName,emails,score,joinedAt,activeOn,identities,tags,organizations,activityCount,lastActive,reach,averageSentiment,score,attributes
                m1,"{""github"":[""ada-gh""],""twitter"":""ada_x""}",Ada,"[""ada@example.org""]",7,2023-01-02T03:04:05.000Z,"[""github""]","[""github""]","[{""name"":""core""}]","[{""displayName"":""Analytical""}]",12,2024-01-01T00:00:00Z,"{""total"":5}",70,7,"{""isTeamMember"":{""default"":true},""jobTitle"":{""default"":""Countess""}}"
                m2,hanako,山田花子,hanako@example.org,,,,,"a, b",,,,,,,{broken
                ,x,Nobody,,,,,,,,,,,,,
                """);
        assertThat(Given.recognises(new CrowdDevFormat(), path)).isTrue();

        var found = Given.read(new CrowdDevFormat(), path);

        var ada = found.all(Person.class).getFirst();
        assertThat(ada.fields())
                .containsEntry("github", "ada-gh")
                .containsEntry("x", "ada_x")
                .containsEntry("email", "ada@example.org")
                .containsEntry("organisation", "Analytical")
                .containsEntry("title", "Countess")
                .containsEntry("reach", "5")
                .containsEntry("score", "7");
        assertThat(ada.flags()).containsExactly(Person.Flag.STAFF);
        assertThat(ada.tags()).containsExactly("core");
        assertThat(ada.joined()).isEqualTo(Instant.parse("2023-01-02T03:04:05Z"));
        var hanako = found.all(Person.class).getLast();
        assertThat(hanako.fields())
                .containsEntry("handle", "hanako")
                .containsEntry("email", "hanako@example.org");
        assertThat(hanako.tags()).containsExactly("a", "b");
        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(4L);
    }
}
