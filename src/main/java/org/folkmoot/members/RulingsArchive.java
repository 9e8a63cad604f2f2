package org.folkmoot.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// What rules say of accounts, out into an export and in from another: a line for each of which its
/// platform says something else.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class RulingsArchive implements Keeper {

    private static final String TYPE = "ruling";

    private final JdbcClient db;
    private final Rulings rulings;

    RulingsArchive(JdbcClient db, Rulings rulings) {
        this.db = db;
        this.rulings = rulings;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select source, external_id, ruled from members.identity
                        where community_id = folkmoot.community() and ruled is not null order by id
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("type", TYPE);
                            one.putAll(PeopleArchive.account(row.getString(1), row.getString(2)));
                            one.put("role", row.getString(3));
                            line.accept(one);
                        });
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var role = row.path("role").asString("");
        if (!List.of("member", "staff", "bot").contains(role)) {
            throw new Refusal.Unusable("A rule makes accounts member, staff or bot.");
        }
        named.account(row).ifPresent(account -> rulings.rule(Map.of(account, role)));
        return Optional.empty();
    }
}
