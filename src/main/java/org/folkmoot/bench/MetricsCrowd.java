package org.folkmoot.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.folkmoot.access.Admissions;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.access.Tokens;
import org.folkmoot.bench.PeopleBench.Step;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.folkmoot.store.Here;
import org.folkmoot.store.Vacuum;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a community's years up by SQL, always the same for a seed, with all that follows from
/// them, and lets in who looks at its numbers.
@Component
public class MetricsCrowd {

    static final String SLUG = "years";
    static final String EMAIL = "ada@example.org";
    static final String PASSWORD = "a lantern in the long grass";

    private final Communities communities;
    private final Admissions admissions;
    private final Tokens tokens;
    private final Vacuum vacuum;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    MetricsCrowd(
            Communities communities,
            Admissions admissions,
            Tokens tokens,
            Vacuum vacuum,
            JdbcClient db,
            PlatformTransactionManager transactions) {
        this.communities = communities;
        this.admissions = admissions;
        this.tokens = tokens;
        this.vacuum = vacuum;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// How much of what.
    public record Size(int activities, int members, int years, long seed) {}

    /// Makes it all unless it is there.
    public void make(Size size, Consumer<Step> tell) throws IOException, SQLException {
        if (communities.find(SLUG).isPresent()) {
            return;
        }
        var begun = System.nanoTime();
        var here = communities.create(SLUG, "Years", "developer", "UTC", "en", false);
        for (var statement : sql().split(";\\s*\\n")) {
            Here.in(here.id(), () -> fill(statement, size));
        }
        vacuum.run();
        Here.in(here.id(), () -> admissions.create("Ada", EMAIL, Role.LEAD, PASSWORD));
        tell.accept(
                new Step(
                        "%,d activities of %,d people made"
                                .formatted(size.activities, size.members),
                        1,
                        java.time.Duration.ofNanos(System.nanoTime() - begun)));
    }

    private void fill(String statement, Size size) {
        transaction.executeWithoutResult(
                _ -> {
                    db.sql("select setseed(:seed)")
                            .param("seed", new java.util.Random(size.seed).nextDouble())
                            .query((_, _) -> 1)
                            .list();
                    var filled =
                            db.sql(statement)
                                    .param("activities", size.activities)
                                    .param("members", size.members)
                                    .param("accounts", size.members + size.members * 3L / 10)
                                    .param("years", size.years);
                    if (statement.strip().startsWith("select")) {
                        filled.query((_, _) -> 1).list();
                    } else {
                        filled.update();
                    }
                });
    }

    private static String sql() throws IOException {
        return new ClassPathResource("bench/metrics.sql")
                .getContentAsString(StandardCharsets.UTF_8);
    }

    Community community() {
        return communities.find(SLUG).orElseThrow();
    }

    /// For the API.
    String token() throws Exception {
        return Here.in(community().id(), () -> tokens.create("bench", Scope.WRITE));
    }
}
