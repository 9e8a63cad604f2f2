package org.folkmoot.connectors.discourse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Reader;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Given;
import org.folkmoot.connectors.Intaking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A list of topics knows their titles only.
@HouseTest
class ListedTopicTests {

    private static final int TOPICS = 40;

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Reader reader;
    @TempDir Path folder;

    private static String topic(int n) {
        return """
        {"post_stream":{"posts":[{"id":%1$d,"user_id":7,"username":"ada","created_at":"2024-03-01T10:00:00.000Z",
         "cooked":"<p>The whole text of %1$d</p>","post_number":1,"post_type":1,"topic_id":%1$d}]},
         "id":%1$d,"title":"Topic %1$d","category_id":5,"created_at":"2024-03-01T10:00:00.000Z","views":%1$d}
        """
                .formatted(n);
    }

    private static String list() {
        return IntStream.range(1, TOPICS)
                .mapToObj(
                        n ->
                                """
                                {"id":%1$d,"title":"Topic %1$d","created_at":"2024-03-01T10:00:00.000Z","category_id":5,"views":9%1$d,
                                 "posters":[{"description":"Original Poster","user_id":7}]}
                                """
                                        .formatted(n))
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"users\":[{\"id\":7,\"username\":\"ada\"}],\"topic_list\":{\"topics\":[",
                                "]}}"));
    }

    private List<Found> read(String name, String... pages) throws IOException {
        var all = new java.util.ArrayList<Found>();
        for (int i = 0; i < pages.length; i++) {
            var file = Given.file(folder, name + i + ".json", pages[i]);
            all.addAll(Given.read(new DiscourseFormat(), file).all());
        }
        return all;
    }

    @Test
    void itNeverTakesTheTextOfATopicsOwnPageAwayInAnyOrder() throws IOException {
        var listed = read("list", list());
        var whole =
                read(
                        "topic",
                        IntStream.range(1, TOPICS)
                                .mapToObj(ListedTopicTests::topic)
                                .toArray(String[]::new));
        for (var order : List.of(List.of(listed, whole), List.of(whole, listed))) {
            var community = town.found();
            order.forEach(found -> intaking.take(community, found));
            order.forEach(found -> intaking.take(community, found));
            assertThat(
                            reader.number(
                                    community,
                                    """
                                    select count(*) from activity.activity where community_id = folkmoot.community()
                                        and text like '<p>The whole text of %' and facts->>'views' = substr(external_id, 2, length(external_id) - 3)
                                    """))
                    .isEqualTo(TOPICS - 1);
        }
    }
}
