package org.folkmoot.connectors;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.folkmoot.members.Account;
import org.folkmoot.members.IdentityNews;
import org.folkmoot.members.PersonalData.Subject;
import org.folkmoot.members.Told;
import org.springframework.stereotype.Component;

/// What somebody is called on her accounts, to find her in rows of which nobody could say whose
/// they are.
@Component
public class Called {

    /// Shorter ids are found in texts that have nothing to do with her.
    private static final int LONG_ENOUGH = 5;

    private final IdentityNews people;

    Called(IdentityNews people) {
        this.people = people;
    }

    /// Her accounts, by source and id there.
    public List<Told.Key> accounts(Subject subject) {
        return people.accounts(subject.identities()).stream()
                .map(account -> new Told.Key(account.source(), account.externalId()))
                .toList();
    }

    /// In lower case, none of them short.
    public String[] names(Subject subject) {
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
