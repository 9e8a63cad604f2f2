package org.folkmoot.members;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

/// What the team said of people by hand, out into an export and in from another.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SaidArchive implements Keeper {

    private final JdbcClient db;
    private final SaidElsewhere elsewhere;

    SaidArchive(JdbcClient db, SaidElsewhere elsewhere) {
        this.db = db;
        this.elsewhere = elsewhere;
    }

    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Set<String> types() {
        return Set.of("said");
    }

    @Override
    public Optional<String> take(JsonNode row, Named named) {
        return take(List.of(row), named).stream().map(Unkept::why).findFirst();
    }

    @Override
    public List<Unkept> take(List<JsonNode> rows, Named named) {
        var unkept = new ArrayList<Unkept>();
        var usable = new ArrayList<SaidElsewhere.Saying>();
        for (var row : rows) {
            try {
                var said = saying(row);
                var value = SaidElsewhere.usable(said.field(), said.value());
                usable.add(
                        new SaidElsewhere.Saying(
                                said.account(), said.field(), value, said.by(), said.at()));
            } catch (Refusal.Unusable e) {
                unkept.add(new Unkept(row, String.valueOf(e.getMessage())));
            }
        }
        elsewhere.bring(usable, named.accounts());
        return unkept;
    }

    /// The same line, read back.
    ///
    /// @throws Refusal.Unusable when it says no time or account
    public static SaidElsewhere.Saying saying(JsonNode row) {
        try {
            return new SaidElsewhere.Saying(
                    Named.accountsOf(row).stream()
                            .findFirst()
                            .orElseThrow(() -> new Refusal.Unusable("This line says no account.")),
                    row.path("field").asString(""),
                    row.path("value").asString(""),
                    row.path("by").asString(""),
                    Instant.parse(row.path("at").asString("")));
        } catch (DateTimeException e) {
            throw new Refusal.Unusable("It says no time that can be read.");
        }
    }

    /// One line for each field said of an account's person; roles go with the member's line.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select i.source, i.external_id, s.field, s.value, s.by, s.at from members.said s
                        join members.identity i on i.community_id = s.community_id and coalesce(i.home, i.member_id) = s.put_on
                        where s.community_id = folkmoot.community() and s.field <> 'role' and s.value is not null
                        order by i.id, s.field
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            line.accept(
                                    line(
                                            "said",
                                            PeopleArchive.account(
                                                    row.getString(1), row.getString(2)),
                                            row.getString(3),
                                            row.getString(4),
                                            row.getString(5),
                                            row.getObject(6, OffsetDateTime.class)));
                        });
    }

    /// A line of what was said, of any module.
    public static Map<String, Object> line(
            String type,
            Map<String, Object> account,
            String field,
            String value,
            String by,
            OffsetDateTime at) {
        var said = new LinkedHashMap<String, Object>();
        said.put("type", type);
        said.putAll(account);
        said.put("field", field);
        said.put("value", value);
        said.put("by", by);
        said.put("at", at.toInstant().toString());
        return said;
    }
}
