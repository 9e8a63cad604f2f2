package org.folkmoot.sources.turns;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Community;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// In which communities something is to be done, asked once for all of them: the cost of looking
/// does not grow with communities in which nothing happens.
@Repository
public class Due {

    private final JdbcClient db;
    private final Communities communities;

    Due(JdbcClient db, Communities communities) {
        this.db = db;
        this.communities = communities;
    }

    public List<Community> pulls(Instant now) {
        return real(at("with_pulls", now));
    }

    public List<Community> acts(Instant now) {
        return real(at("with_acts", now));
    }

    /// Made-up communities may be called too.
    public List<Community> calls(Instant now) {
        return of(at("with_calls", now));
    }

    public List<Community> subscribers() {
        return real(db.sql("select * from sources.with_subscribers()"));
    }

    /// With a connection to one of these platforms that is on.
    public List<Community> streams(Collection<String> platforms) {
        return real(
                db.sql("select * from sources.with_streams(:platforms)")
                        .param("platforms", platforms.toArray(String[]::new)));
    }

    private JdbcClient.StatementSpec at(String function, Instant now) {
        return db.sql("select * from sources.%s(:now)".formatted(function))
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /// Nothing leaves a made-up community.
    private List<Community> real(JdbcClient.StatementSpec which) {
        return of(which).stream().filter(community -> !community.demo()).toList();
    }

    private List<Community> of(JdbcClient.StatementSpec which) {
        var numbers = which.query(Integer.class).set();
        return numbers.isEmpty()
                ? List.of()
                : communities.all().stream()
                        .filter(community -> numbers.contains(community.id().value()))
                        .toList();
    }
}
