package org.folkmoot.organisations;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.Employers;
import org.folkmoot.members.MailDomain;
import org.folkmoot.organisations.Suggestion.Domain;
import org.folkmoot.organisations.Suggestion.Known;
import org.folkmoot.organisations.Suggestion.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Finds what may be an organisation, from counts that are kept as people come: domains that
/// several write from, names that differ in nothing that matters.
@Repository
@Transactional(readOnly = true)
class Guesses {

    /// So many people who write from one domain are worth a question.
    static final int ENOUGH = 3;

    private static final int MOST_DOMAINS = 1000;
    private static final int MOST_NAMES = 5000;

    private final JdbcClient db;
    private final Employers employers;
    private final Judgements judgements;

    Guesses(JdbcClient db, Employers employers, Judgements judgements) {
        this.db = db;
        this.employers = employers;
        this.judgements = judgements;
    }

    /// Those with most people first.
    List<Domain> domains(int most) {
        var known =
                new HashSet<>(column("select key from organisations.sign where kind = 'domain'"));
        known.addAll(column("select one from organisations.judgement where kind = 'domain'"));
        var open = new LinkedHashMap<String, Integer>();
        db.sql(
                        """
                        select key, sum(people) from members.report_tally
                        where community_id = folkmoot.community() and kind = 'domain'
                        group by key having sum(people) >= :enough order by 2 desc, 1 limit :most
                        """)
                .param("enough", ENOUGH)
                .param("most", MOST_DOMAINS)
                .query(
                        row -> {
                            var key = owned(row.getString(1));
                            if (!MailDomain.free(key)
                                    && !MailDomain.everybodys(key)
                                    && above(row.getString(1)).stream()
                                            .noneMatch(known::contains)) {
                                open.merge(key, row.getInt(2), Integer::sum);
                            }
                        });
        return counted(open.keySet().stream().limit(most).toList());
    }

    /// Who writes from these domains or below them, and what most of their profiles say.
    private List<Domain> counted(List<String> keys) {
        if (keys.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                        select d.key, count(distinct m.member_id), mode() within group (order by c.organisation)
                        from unnest(cast(:keys as text[])) d(key)
                        join members.report_mailed m on m.community_id = folkmoot.community()
                            and (m.mailed = d.key or (m.mailed > d.key || '.' and m.mailed < d.key || '/'))
                        left join members.report_colleague c on c.community_id = m.community_id and c.member_id = m.member_id
                        group by d.key having count(distinct m.member_id) >= :enough
                        order by 2 desc, 1
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("enough", ENOUGH)
                .query(
                        (row, _) -> {
                            var domain = MailDomain.written(row.getString(1));
                            var told = row.getString(3);
                            return new Domain(
                                    row.getString(1),
                                    domain,
                                    row.getInt(2),
                                    told == null ? Suggestion.named(domain) : told,
                                    told != null);
                        })
                .list();
    }

    /// A domain as its owner has it: `org.example` of `org.example.mail`.
    static String owned(String key) {
        var above = above(key);
        return above.size() > 1 && MailDomain.everybodys(above.getFirst())
                ? above.get(1)
                : above.getFirst();
    }

    /// A domain and those above it, the widest first, two labels at least.
    private static List<String> above(String key) {
        var all = new ArrayList<String>();
        for (int dot = key.indexOf('.', key.indexOf('.') + 1);
                dot > 0;
                dot = key.indexOf('.', dot + 1)) {
            all.add(key.substring(0, dot));
        }
        all.add(key);
        return all;
    }

    List<Names> names(int most) {
        Map<String, Integer> people = new LinkedHashMap<>();
        db.sql(
                        """
                        select key, sum(people) from members.report_tally
                        where community_id = folkmoot.community() and kind = 'organisation'
                        group by key having sum(people) > 0 order by 2 desc, 1 limit :most
                        """)
                .param("most", MOST_NAMES)
                .query(
                        row -> {
                            people.put(row.getString(1), row.getInt(2));
                        });
        var all = new ArrayList<Known>();
        var kept = new HashSet<String>();
        db.sql(
                        """
                        with recursive tree as (
                            select id as root, id, name from organisations.organisation
                            where community_id = folkmoot.community() and same_as is null
                            union all
                            select t.root, o.id, t.name from tree t join organisations.organisation o
                                on o.community_id = folkmoot.community() and o.same_as = t.id)
                        select t.root, t.name, s.key from tree t join organisations.sign s
                            on s.community_id = folkmoot.community() and s.organisation = t.id and s.kind = 'name'
                        order by t.root, s.key
                        """)
                .query(
                        row -> {
                            var name = row.getString(2);
                            kept.add(name);
                            all.add(
                                    new Known(
                                            name,
                                            row.getString(3),
                                            row.getLong(1),
                                            people.getOrDefault(name, 0)));
                        });
        var loose = people.keySet().stream().filter(name -> !kept.contains(name)).toList();
        var keys = employers.keys(loose);
        for (int i = 0; i < loose.size(); i++) {
            if (!keys.get(i).isEmpty()) {
                all.add(
                        new Known(
                                loose.get(i),
                                keys.get(i),
                                null,
                                people.getOrDefault(loose.get(i), 0)));
            }
        }
        return Likeness.alike(all, judgements.apart()).stream().limit(most).toList();
    }

    private List<String> column(String sql) {
        return db.sql(sql + " and community_id = folkmoot.community()")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
