package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What a live connection says of now holds: another name, a text that was emptied.
@HouseTest
class CalledNowTests {

    private static final String SPACE = "feed:news.example.org";
    private static final Instant MADE = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private List<String> told(Community here, String sql) {
        return town.in(
                here, () -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    private String label(Community here) {
        return told(here, "select label from activity.source").getFirst();
    }

    @Test
    void aSpaceIsCalledAsALiveConnectionCallsIt() {
        var here = town.found();
        var news = new Found.Origin(SPACE, "News", Markup.HTML);
        intaking.take(here, List.of(news));
        intaking.take(here, List.of(new Found.Origin(SPACE, "A copy of before", Markup.HTML)));
        assertThat(label(here)).isEqualTo("News");
        intaking.take(here, List.of(new Found.Origin(SPACE, "The Lantern", Markup.HTML).now()));
        assertThat(label(here)).isEqualTo("The Lantern");
        intaking.take(here, List.of(new Found.Origin(SPACE, " ", Markup.HTML).now()));
        intaking.take(here, List.of(news));
        assertThat(label(here)).isEqualTo("The Lantern");
    }

    @Test
    void aTextThatWasEmptiedLaterIsEmptyAndAnEarlierVersion() {
        var here = town.found();
        var post = Deed.of(SPACE, "1", Kind.ARTICLE, "ada", MADE).titled("Moot");
        intaking.take(
                here,
                List.of(new Found.Origin(SPACE, "News", Markup.HTML), post.sayingAll("All of it")));
        intaking.take(here, List.of(post));
        assertThat(told(here, "select text from activity.activity")).containsExactly("All of it");
        intaking.take(here, List.of(post.sayingAll("").edited(MADE.plusSeconds(60))));
        assertThat(told(here, "select coalesce(text, 'none') from activity.activity"))
                .containsExactly("none");
        assertThat(told(here, "select text from activity.version where text is not null"))
                .containsExactly("All of it");
    }
}
