package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was thought about who somebody is, as personal data. That accounts are one person stays
/// when she is forgotten, as it decides how many people there are; why goes.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Presumed implements PersonalData {

    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put(
                "Who is who: joined and parted",
                """
                select what, one_identity as "account", other_identity as "with", evidence::text as "because", by, at, undone_by, undone_at
                from identity.step where community_id = folkmoot.community()
                    and (one_identity = any(:ids) or other_identity = any(:ids)) order by id
                """);
        PARTS.put(
                "Who is who: said by hand",
                """
                select verdict, one_identity as "account", other_identity as "and", evidence::text as "because", by, at
                from identity.judgement where community_id = folkmoot.community()
                    and (one_identity = any(:ids) or other_identity = any(:ids)) order by at
                """);
        PARTS.put(
                "Who is who: suggested",
                """
                select one_identity as "account", other_identity as "and", score, evidence::text as "because", state, made_at
                from identity.suggestion where community_id = folkmoot.community()
                    and (one_identity = any(:ids) or other_identity = any(:ids)) order by made_at
                """);
        PARTS.put(
                "What accounts are compared by",
                """
                select identity_id as "account", type as "kind", value from identity.trait
                where community_id = folkmoot.community() and identity_id = any(:ids) order by identity_id, type, value
                """);
    }

    private final JdbcClient db;

    Presumed(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        PARTS.forEach(
                (title, sql) -> {
                    var rows = about(sql, subject).query().listOfRows();
                    if (!rows.isEmpty()) {
                        parts.add(new Part(title, "who_is_who_" + (parts.size() + 1), rows));
                    }
                });
        return parts;
    }

    @Override
    public List<Fate> fates(Subject subject) {
        var fates = new ArrayList<Fate>();
        for (var part : tell(subject)) {
            var joined = part.title().contains("joined");
            fates.add(
                    new Fate(
                            part.title(),
                            part.rows().size(),
                            !joined,
                            joined
                                    ? "Without the reasons: that these accounts are one person decides how many people there are."
                                    : ""));
        }
        return fates;
    }

    @Override
    public void forget(Subject subject) {
        about(
                        """
                        with gone as (delete from identity.trait
                            where community_id = folkmoot.community() and identity_id = any(:ids) returning identity_id)
                        update identity.tally set identities = identities - (select count(distinct identity_id) from gone)
                        where community_id = folkmoot.community()
                        """,
                        subject)
                .update();
        for (var table : List.of("suggestion", "judgement")) {
            about(
                            """
                            delete from identity.%s where community_id = folkmoot.community()
                                and (one_identity = any(:ids) or other_identity = any(:ids))
                            """
                                    .formatted(table),
                            subject)
                    .update();
        }
        about(
                        "delete from identity.due where community_id = folkmoot.community() and identity_id = any(:ids)",
                        subject)
                .update();
        about(
                        """
                        update identity.step set evidence = '[]' where community_id = folkmoot.community()
                            and (one_identity = any(:ids) or other_identity = any(:ids)) and evidence <> '[]'
                        """,
                        subject)
                .update();
    }

    private JdbcClient.StatementSpec about(String sql, Subject subject) {
        return db.sql(sql).param("ids", subject.identities().toArray(Long[]::new));
    }
}
