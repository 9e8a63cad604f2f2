package org.folkmoot.sources.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What is written slowly is not passed over because something else was quicker.
@HouseTest
class SettledTests {

    @Autowired Town town;
    @Autowired Settled settled;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    private final Numbers feed = new Numbers();

    private static final class Numbers implements Feed {
        private final AtomicLong last = new AtomicLong();

        @Override
        public String key() {
            return "numbers";
        }

        @Override
        public Map<String, String> types() {
            return Map.of();
        }

        @Override
        public long last() {
            return last.get();
        }

        @Override
        public Page after(long number, int most) {
            throw new AssertionError("Nobody reads it here");
        }
    }

    private long upTo(Community here) {
        return town.in(here, () -> alone().execute(_ -> settled.upTo(feed)));
    }

    private TransactionTemplate alone() {
        var alone = new TransactionTemplate(transactions);
        alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return alone;
    }

    @Test
    void numbersCountOnceAllHaveEndedThatRanWhenTheyWereRead() {
        var here = town.found();
        town.in(
                here,
                () ->
                        alone().execute(
                                        _ -> {
                                            db.sql("select pg_current_xact_id()::text")
                                                    .query(String.class)
                                                    .single();
                                            feed.last.set(5);
                                            assertThat(upTo(here)).isZero();
                                            assertThat(upTo(here)).isZero();
                                            return 1;
                                        }));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(upTo(here)).isEqualTo(5));
    }
}
