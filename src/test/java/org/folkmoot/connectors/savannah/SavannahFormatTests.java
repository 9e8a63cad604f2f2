package org.folkmoot.connectors.savannah;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavannahFormatTests {

    @TempDir Path folder;

    @Test
    void membersAndContributorsOfOneNameAreOnePerson() throws IOException {
        Given.file(
                folder,
                "s/members.csv",
                """
                Member,Company,Role,First Seen,Last Seen,Activity Count,Tags
                Ada,Analytical,Staff,2023-01-02 03:04:05,2024-01-01 00:00:00,12,"core,maths"
                Botty,,Bot,2023-01-02,,1,
                ,,Community,,,,
                """);
        Given.file(
                folder,
                "s/contributors.csv",
                """
                Member,Company,First Contrib,Last Contrib,Contrib Count,Tags
                Ada,Analytical,2023-02-01,2023-12-01,4,core
                """);
        assertThat(Given.recognises(new SavannahFormat(), folder.resolve("s"))).isTrue();

        var found = Given.read(new SavannahFormat(), folder.resolve("s"));

        assertThat(found.all(Person.class))
                .extracting(Person::id)
                .containsExactly("name:ada", "name:ada", "name:botty");
        var ada = found.all(Person.class).get(1);
        assertThat(ada.joined()).isEqualTo(Instant.parse("2023-01-02T03:04:05Z"));
        assertThat(ada.flags()).containsExactly(Person.Flag.STAFF);
        assertThat(ada.tags()).containsExactly("core", "maths");
        assertThat(found.all(Person.class).getFirst().fields())
                .containsEntry("contribution_count", "4");
        assertThat(found.all(Person.class).getLast().flags()).containsExactly(Person.Flag.BOT);
        assertThat(found.all(Refused.class)).extracting(Refused::line).containsExactly(4L);
    }
}
