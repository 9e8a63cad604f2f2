package org.folkmoot.members;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What another team said of people by hand, in from its export.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class SaidElsewhere {

    private final JdbcClient db;
    private final MemberFacts facts;

    SaidElsewhere(JdbcClient db, MemberFacts facts) {
        this.db = db;
        this.facts = facts;
    }

    /// One thing that was said.
    ///
    /// @param field the key of a profile's field, or of one of the community's own
    public record Saying(Told.Key account, String field, String value, String by, Instant at) {}

    /// @throws Refusal.Unusable when no profile has such a field, or it cannot hold that
    static String usable(String field, String value) {
        return ProfileField.of(field)
                .orElseThrow(
                        () -> new Refusal.Unusable("No profile has a field %s.".formatted(field)))
                .usable(value);
    }

    /// Takes it as said here, unless this team has said something of that field itself.
    ///
    /// @param ids the identities of the accounts named; nothing is kept of others
    public void bring(Collection<Saying> told, Map<Told.Key, Long> ids) {
        var usable =
                told.stream()
                        .filter(t -> ids.containsKey(t.account()))
                        .filter(t -> ProfileField.of(t.field()).isPresent())
                        .toList();
        if (usable.isEmpty()) {
            return;
        }
        var identities =
                usable.stream().map(t -> Objects.requireNonNull(ids.get(t.account()))).toList();
        db.sql(
                        """
                        insert into members.said (community_id, put_on, field, member_id, value, by, at)
                        select distinct on (1, 2, 3) folkmoot.community(), coalesce(i.home, i.member_id), t.field, i.member_id, t.value, t.by, t.at
                        from unnest(:ids::bigint[], :fields::text[], :values::text[], :bys::text[], :ats::timestamptz[])
                            t(id, field, value, by, at)
                        join members.identity i on i.community_id = folkmoot.community() and i.id = t.id
                        order by 1, 2, 3, t.at desc
                        on conflict do nothing
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .param("fields", column(usable, Saying::field))
                .param("values", column(usable, Saying::value))
                .param("bys", column(usable, Saying::by))
                .param(
                        "ats",
                        usable.stream()
                                .map(t -> t.at().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .update();
        facts.derive(identities.stream().distinct().toList());
    }

    /// A column for `unnest`.
    public static String[] column(List<Saying> told, Function<Saying, String> of) {
        return told.stream().map(t -> of.apply(t).replace("\0", "")).toArray(String[]::new);
    }
}
