package org.folkmoot.connectors;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.folkmoot.members.Account;
import org.folkmoot.members.IdentityNews;
import org.folkmoot.members.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Rows of imports that could not be read and name somebody, as personal data. Nobody could say
/// whose they are, so they are found by what she is called.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Unread implements PersonalData {

    /// Shorter ids are found in texts that have nothing to do with her.
    private static final int LONG_ENOUGH = 5;

    private static final String NAMING =
            """
            connectors.refused_row r where r.community_id = folkmoot.community()
                and exists (select from unnest(:names::text[]) n where strpos(lower(r.raw), n) > 0)
            """;

    private final JdbcClient db;
    private final IdentityNews people;

    Unread(JdbcClient db, IdentityNews people) {
        this.db = db;
        this.people = people;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var rows =
                db.sql("select r.file, r.line, r.reason, r.raw as \"row\" from " + NAMING)
                        .param("names", names(subject))
                        .query()
                        .listOfRows();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Part("Rows of imports that could not be read", "refused", rows));
    }

    @Override
    public void forget(Subject subject) {
        db.sql("delete from " + NAMING).param("names", names(subject)).update();
    }

    private String[] names(Subject subject) {
        var names = new TreeSet<String>();
        for (var account : people.accounts(subject.identities())) {
            names.add(account.externalId());
            names.add(told(account, "email"));
            names.add(told(account, "handle"));
            var name = told(account, "name");
            names.add(name.contains(" ") ? name : "");
        }
        return names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.length() >= LONG_ENOUGH)
                .distinct()
                .toArray(String[]::new);
    }

    private static String told(Account account, String field) {
        var value = account.get(field);
        return value == null ? "" : value;
    }
}
