package org.folkmoot.organisations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Named;
import org.folkmoot.members.PeopleArchive;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Where the team says that people work and worked as lines of an export, and back.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class StintsArchive implements Keeper {

    private final JdbcClient db;
    private final Stints stints;

    StintsArchive(JdbcClient db, Stints stints) {
        this.db = db;
        this.stints = stints;
    }

    /// One line each, by an account of the one it was put on.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select a.source, a.external_id, s.organisation, s.since, s.until, s.by from organisations.stint s
                        join members.report_home h on h.community_id = s.community_id and h.home = s.put_on
                        join members.report_account a on a.community_id = s.community_id and a.identity_id = h.identity_id
                        where s.community_id = folkmoot.community() order by s.id
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var one = new LinkedHashMap<String, Object>();
                            one.put("type", "employment");
                            one.putAll(PeopleArchive.account(row.getString(1), row.getString(2)));
                            one.put("organisation", row.getString(3));
                            for (int i = 4; i <= 5; i++) {
                                if (row.getString(i) != null) {
                                    one.put(i == 4 ? "from" : "until", row.getString(i));
                                }
                            }
                            one.put("by", row.getString(6));
                            line.accept(one);
                        });
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("employment");
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        var identity = named.account(row);
        if (identity.isEmpty()) {
            return row.has("externalId")
                    ? Optional.empty() // whoever was forgotten
                    : Optional.of("This line says no account.");
        }
        try {
            stints.bring(
                    identity.get(),
                    row.path("organisation").asString(""),
                    day(row, "from"),
                    day(row, "until"));
            return Optional.empty();
        } catch (DateTimeException e) {
            return Optional.of("One of its days cannot be read.");
        }
    }

    private static @Nullable LocalDate day(JsonNode row, String field) {
        var text = row.path(field).asString("");
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
